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

export const examples: readonly RuleExample[] = [
  example(
    'bad',
    'INFOPLIST_KEY_NSMicrophoneUsageDescription = "Old text";',
    microphone('New text', ['⟦', '⟧']),
  ),
  example('bad', 'INFOPLIST_KEY_UIStatusBarHidden = YES;', '<key>⟦UIStatusBarHidden⟧</key>\n<false/>'),
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
