import { appPlist, stringArray } from '../../example-files';
import { appProject, type ExampleTarget } from '../../example-projects';
import type { RuleExample } from '../../types';

type Kind = RuleExample['kind'];

const audio = appPlist(stringArray('UIBackgroundModes', ['audio']));
const generated = 'GENERATE_INFOPLIST_FILE = YES;\nINFOPLIST_FILE = App/Info.plist;\n';

function example(
  entry: string,
  kind: Kind,
  project: ExampleTarget,
  infoPlist: string | undefined,
  note?: string,
): RuleExample {
  const plists = infoPlist === undefined ? {} : { 'App/Info.plist': infoPlist };
  return {
    kind,
    entry,
    files: { 'App.xcodeproj/project.pbxproj': appProject(project), ...plists },
    ...(note === undefined ? {} : { note }),
  };
}

const release = (settings: string): ExampleTarget => ({ configurations: { Release: settings } });
const flag = (attributes: string): ExampleTarget => ({
  ...release('INFOPLIST_FILE = App/Info.plist;'),
  project: `attributes = {\n\tTargetAttributes = {\n\t\tAppTarget = {\n\t\t\tSystemCapabilities = {\n\t\t\t\t${attributes}\n\t\t\t};\n\t\t};\n\t};\n};`,
});
const enabled = (mark: string) =>
  `${mark.charAt(0)}com.apple.BackgroundModes${mark.charAt(1)} = {\n\t\t\t\t\tenabled = 1;\n\t\t\t\t};`;

export const examples: readonly RuleExample[] = [
  example(
    'unknown-key',
    'bad',
    release('GENERATE_INFOPLIST_FILE = YES;\n⟦INFOPLIST_KEY_UIBackgroundModes⟧ = "audio fetch";'),
    undefined,
    'No file that could hold the modes',
  ),
  example(
    'unknown-key',
    'bad',
    release(`${generated}⟦INFOPLIST_KEY_UIBackgroundModes⟧ = "audio, fetch";`),
    appPlist(stringArray('UIBackgroundModes', ['fetch'])),
  ),
  example(
    'unknown-key',
    'bad',
    {
      configurations: {
        Debug: `${generated}⟦INFOPLIST_KEY_UIBackgroundModes⟧ = audio;`,
        Release: `${generated}⟦"INFOPLIST_KEY_UIBackgroundModes[sdk=iphoneos*]"⟧ = (\n\taudio,\n\tvoip,\n);`,
      },
    },
    appPlist(''),
    'Conditions and lists',
  ),
  example(
    'unknown-key',
    'bad',
    release(
      `${generated}⟦INFOPLIST_KEY_BGTaskSchedulerPermittedIdentifiers⟧ = "$(PRODUCT_BUNDLE_IDENTIFIER).refresh";`,
    ),
    appPlist(''),
  ),
  example(
    'unknown-key',
    'bad',
    release(`${generated}⟦INFOPLIST_KEY_UIBackgroundModes⟧ = audio;`),
    audio,
    'An information: the file declares the mode',
  ),
  example('unknown-key', 'good', release(generated), audio),
  example(
    'unknown-key',
    'near-miss',
    release(
      `${generated}INFOPLIST_KEY_UISupportedInterfaceOrientations = UIInterfaceOrientationPortrait;\n/* INFOPLIST_KEY_UIBackgroundModes = audio; */`,
    ),
    audio,
  ),
  example(
    'unknown-key',
    'near-miss',
    { ...release('INFOPLIST_KEY_UIBackgroundModes = audio;'), product: 'bundle.unit-test' },
    undefined,
    'Tests have no modes',
  ),
  example(
    'not-generated',
    'bad',
    release(
      'INFOPLIST_FILE = App/Info.plist;\n⟦INFOPLIST_KEY_NSMicrophoneUsageDescription⟧ = "Records your \\"notes\\"";',
    ),
    appPlist(''),
  ),
  example(
    'not-generated',
    'good',
    release(`${generated}INFOPLIST_KEY_NSMicrophoneUsageDescription = "Records notes";`),
    appPlist(''),
  ),
  example(
    'not-generated',
    'near-miss',
    {
      ...release(
        'INFOPLIST_FILE = App/Info.plist;\nINFOPLIST_KEY_NSMicrophoneUsageDescription = "Records notes";',
      ),
      settings: 'GENERATE_INFOPLIST_FILE = YES;',
    },
    appPlist(''),
    'The project generates the file',
  ),
  example(
    'not-generated',
    'near-miss',
    release(
      'INFOPLIST_FILE = App/Info.plist;\nINFOPLIST_KEY_NSMicrophoneUsageDescription = "Records notes";',
    ),
    appPlist('<key>NSMicrophoneUsageDescription</key>\n<string>Records notes</string>'),
    'The file has the text',
  ),
  example('capability-flag', 'bad', flag(enabled('⟦⟧')), appPlist('')),
  example('capability-flag', 'good', flag(enabled('')), audio),
  example(
    'capability-flag',
    'near-miss',
    flag('com.apple.BackgroundModes = {\n\t\t\t\t\tenabled = 0;\n\t\t\t\t};'),
    appPlist(''),
  ),
];
