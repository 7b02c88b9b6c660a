import { appPlist, stringArray } from '../../example-files';
import type { RuleExample } from '../../types';

function example(kind: RuleExample['kind'], body: string, note?: string): RuleExample {
  return { kind, files: { 'Info.plist': appPlist(body) }, ...(note === undefined ? {} : { note }) };
}

const audio = (key: string) => stringArray(key, ['audio']);

export const examples: readonly RuleExample[] = [
  example('bad', audio('⟦Required background modes⟧'), 'What Xcode shows'),
  example('bad', audio('⟦UIBackgroundModes ⟧'), 'A blank at the end'),
  example('bad', audio('⟦UIBackgroundmodes⟧'), 'Letter case'),
  example('bad', audio('⟦UIBackgoundModes⟧'), 'A typing mistake'),
  example('bad', '<key>⟦UIBackgroundMode⟧</key>\n<string>audio</string>'),
  example('bad', audio('⟦BackgroundModes⟧') + stringArray('UIBackgroundModes', ['fetch'])),
  example('bad', stringArray('⟦BGTaskSchedulerPermittedIdentifier⟧', ['com.example.refresh'])),
  example('good', audio('UIBackgroundModes')),
  example('near-miss', audio('UIBackgroundModes~ipad'), 'For one kind of device'),
  example(
    'near-miss',
    audio('_UIBackgroundModes') + audio('UIBackgroundModes2'),
    'Put out of use on purpose',
  ),
  example('near-miss', '<key>BackgroundModesHelpText</key>\n<string>Why we play on</string>'),
  example('near-miss', '<key>BackgroundModes</key>\n<true/>', 'A switch of the app'),
  example('near-miss', stringArray('WKBackgroundModes', ['workout-processing'])),
  example('near-miss', audio('VKBackgroundModes'), 'As near to one key as to another'),
];
