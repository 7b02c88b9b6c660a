import { appPlist, plist, stringArray } from '../../example-files';
import type { RuleExample } from '../../types';

function example(kind: RuleExample['kind'], body: string, note?: string): RuleExample {
  return { kind, files: { 'Info.plist': appPlist(body) }, ...(note === undefined ? {} : { note }) };
}

const modes = (key: string, ...values: readonly string[]) => stringArray(key, values);
const dict = (key: string, body: string) =>
  `<key>${key}</key>\n<dict>\n${body.replace(/^/gm, '\t')}\n</dict>\n`;

export const examples: readonly RuleExample[] = [
  example(
    'bad',
    modes('UIBackgroundModes', 'audio') + modes('⟦UIBackgroundModes⟧', 'voip'),
    'Left over from a merge',
  ),
  example('bad', modes('UIBackgroundModes', 'audio') + modes('⟦UIBackgroundModes⟧', 'audio')),
  example('bad', '<key>LSUIElement</key>\n<true/>\n<key>⟦LSUIElement⟧</key>\n<false/>'),
  example(
    'bad',
    dict('Outer', '<key>A</key>\n<string>1</string>\n<key>⟦A⟧</key>\n<string>2</string>'),
    'At any depth',
  ),
  {
    kind: 'bad',
    files: {
      'App.entitlements': plist(
        '<key>aps-environment</key>\n<string>development</string>\n<key>⟦aps-environment⟧</key>\n<string>production</string>',
      ),
    },
  },
  example('good', modes('UIBackgroundModes', 'audio', 'voip')),
  example(
    'near-miss',
    dict('A', '<key>Name</key>\n<string>1</string>') + dict('B', '<key>Name</key>\n<string>2</string>'),
    'In two dictionaries',
  ),
  example(
    'near-miss',
    `${modes('UIBackgroundModes', 'audio')}<!-- ${modes('UIBackgroundModes', 'voip')} -->`,
  ),
];
