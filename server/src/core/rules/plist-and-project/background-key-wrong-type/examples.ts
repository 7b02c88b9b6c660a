import { appPlist, plist, stringArray } from '../../example-files';
import type { RuleExample } from '../../types';

function example(entry: string, kind: RuleExample['kind'], body: string, note?: string): RuleExample {
  return { kind, entry, files: { 'Info.plist': appPlist(body) }, ...(note === undefined ? {} : { note }) };
}

const modes = '<key>UIBackgroundModes</key>\n';
const identifiers = '<key>BGTaskSchedulerPermittedIdentifiers</key>\n';

export const examples: readonly RuleExample[] = [
  example('modes-not-array', 'bad', `${modes}⟦<string>audio⟧</string>`),
  example(
    'modes-not-array',
    'bad',
    `${modes}⟦<string>audio, fetch;location⟧</string>`,
    'Several in one string',
  ),
  example(
    'modes-not-array',
    'bad',
    `${modes}⟦<dict>⟧\n\t<key>audio</key>\n\t<true/>\n\t<key>voip</key>\n\t<false/>\n</dict>`,
  ),
  example('modes-not-array', 'bad', `${modes}⟦<true/>⟧`),
  example(
    'modes-not-array',
    'bad',
    `${modes}⟦<string>$(MODES)⟧</string>`,
    'The build fills in a string, not an array',
  ),
  example('modes-not-array', 'good', stringArray('UIBackgroundModes', ['audio', 'fetch', 'location'])),
  example('modes-not-array', 'near-miss', `${modes}<array/>`, 'Empty, but an array'),
  {
    kind: 'near-miss',
    entry: 'modes-not-array',
    note: 'A property list of another kind',
    files: { 'Settings.plist': plist(`${modes}<string>audio</string>`) },
  },
  example(
    'mode-not-string',
    'bad',
    `${modes}<array>\n\t⟦<dict>⟧\n\t\t<key>audio</key>\n\t\t<true/>\n\t</dict>\n\t<string>fetch</string>\n</array>`,
  ),
  example(
    'mode-not-string',
    'bad',
    `${modes}<array>\n\t<string>audio</string>\n\t⟦<string/>⟧\n\t⟦<integer>1⟧</integer>\n</array>`,
  ),
  example(
    'mode-not-string',
    'bad',
    `${modes}<array>\n\t⟦<array>⟧\n\t\t<string>audio</string>\n\t</array>\n</array>`,
  ),
  example('mode-not-string', 'good', stringArray('UIBackgroundModes', ['audio'])),
  example(
    'mode-not-string',
    'near-miss',
    '<key>UIRequiredDeviceCapabilities</key>\n<dict>\n\t<key>arm64</key>\n\t<true/>\n</dict>',
  ),
  example('identifiers-not-array', 'bad', `${identifiers}⟦<string>com.example.refresh⟧</string>`),
  example(
    'identifiers-not-array',
    'bad',
    `${identifiers}<array>\n\t⟦<true/>⟧\n\t<string>com.example.refresh</string>\n</array>`,
  ),
  example(
    'identifiers-not-array',
    'good',
    stringArray('BGTaskSchedulerPermittedIdentifiers', ['com.example.refresh']),
  ),
  example(
    'identifiers-not-array',
    'near-miss',
    stringArray('BGTaskSchedulerPermittedIdentifiers', ['$(PRODUCT_BUNDLE_IDENTIFIER).refresh']),
  ),
];
