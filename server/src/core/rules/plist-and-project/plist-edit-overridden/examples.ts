import { appPlist, stringArray } from '../../example-files';
import { appProject } from '../../example-projects';
import type { RuleExample } from '../../types';

function example(kind: RuleExample['kind'], settings: string, body: string, note?: string): RuleExample {
  const configurations = { Release: `INFOPLIST_FILE = Info.plist;\n${settings}` };
  return {
    kind,
    entry: 'build-setting',
    files: {
      'App.xcodeproj/project.pbxproj': appProject({
        configurations,
        settings: 'GENERATE_INFOPLIST_FILE = YES;',
      }),
      'Info.plist': appPlist(body),
    },
    ...(note === undefined ? {} : { note }),
  };
}

const microphone = (text: string, [open = '', close = ''] = ['', '']) =>
  `<key>${open}NSMicrophoneUsageDescription${close}</key>\n<string>${text}</string>`;

/** XcodeGen writes App/Info.plist from `properties`. */
function generated(kind: RuleExample['kind'], properties: string, body: string, note?: string): RuleExample {
  return {
    kind,
    entry: 'generator',
    files: {
      'project.yml': `name: App
targets:
  App:
    type: application
    platform: iOS
    sources: [App]
    info:
      path: App/Info.plist
      properties:
${properties.replace(/^/gm, '        ')}
`,
      'App/Info.plist': appPlist(body),
    },
    ...(note === undefined ? {} : { note }),
  };
}

export const examples: readonly RuleExample[] = [
  example(
    'bad',
    'INFOPLIST_KEY_NSMicrophoneUsageDescription = "Old text";',
    microphone('New text', ['⟦', '⟧']),
  ),
  example('bad', 'INFOPLIST_KEY_UIStatusBarHidden = YES;', '<key>⟦UIStatusBarHidden⟧</key>\n<false/>'),
  generated('bad', 'UIBackgroundModes: [fetch]', stringArray('⟦UIBackgroundModes⟧', ['fetch', 'audio'])),
  generated('bad', 'CFBundleName: App', stringArray('⟦UIBackgroundModes⟧', ['audio'])),
  generated(
    'good',
    'UIBackgroundModes: [fetch, audio]',
    stringArray('UIBackgroundModes', ['audio', 'fetch']),
  ),
  generated(
    'near-miss',
    `UIBackgroundModes: [fetch, "$\{MODE}"]`,
    stringArray('UIBackgroundModes', ['audio', 'fetch']),
    'What the environment fills in is not known',
  ),
  example('good', '', microphone('New text')),
  example(
    'near-miss',
    'INFOPLIST_KEY_NSMicrophoneUsageDescription = "App records";',
    microphone('$(TARGET_NAME) records'),
    'The same text after all',
  ),
  example(
    'near-miss',
    'INFOPLIST_KEY_UIRequiredDeviceCapabilities = arm64;',
    stringArray('UIRequiredDeviceCapabilities', ['metal']),
    'Lists are united',
  ),
  example(
    'near-miss',
    'INFOPLIST_KEY_NSMicrophoneUsageDescription = "$(TEXT)";',
    microphone('New text'),
    'Unknown',
  ),
  example(
    'near-miss',
    'INFOPLIST_KEY_NSMicrophoneUsageDescription = "Old text";\nGENERATE_INFOPLIST_FILE = NO;',
    microphone('New text'),
    'Nothing is generated',
  ),
];
