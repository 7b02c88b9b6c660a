import { appPlist, stringArray } from '../../example-files';
import type { RuleExample } from '../../types';

function example(entry: string, kind: RuleExample['kind'], body: string, note?: string): RuleExample {
  return { kind, entry, files: { 'Info.plist': appPlist(body) }, ...(note === undefined ? {} : { note }) };
}

const modes = (...values: readonly string[]) => stringArray('UIBackgroundModes', values);
const identifiers = (...values: readonly string[]) =>
  stringArray('BGTaskSchedulerPermittedIdentifiers', values);
const empty = (key: string, array = '⟦<array/>⟧') => `<key>${key}</key>\n${array}\n`;

export const examples: readonly RuleExample[] = [
  example('duplicate', 'bad', modes('audio', 'fetch', '⟦audio⟧')),
  example('duplicate', 'bad', identifiers('com.example.a', '⟦com.example.a⟧', '⟦com.example.a⟧')),
  example('duplicate', 'good', modes('audio', 'fetch')),
  example('duplicate', 'near-miss', modes('audio') + stringArray('UIBackgroundModes~ipad', ['audio'])),
  example(
    'duplicate',
    'near-miss',
    modes('audio') + stringArray('LSApplicationQueriesSchemes', ['maps', 'maps']),
  ),
  example('empty', 'bad', empty('UIBackgroundModes')),
  example('empty', 'bad', empty('BGTaskSchedulerPermittedIdentifiers', '⟦<array>⟧\n</array>')),
  example('empty', 'good', '<key>CFBundleName</key>\n<string>App</string>'),
  example('empty', 'near-miss', '<key>CFBundleDocumentTypes</key>\n<array/>'),
  example(
    'empty',
    'near-miss',
    empty('UIBackgroundModes', '<array>\n\t<!-- <string>audio</string> -->\n</array>'),
  ),
  example(
    'empty',
    'near-miss',
    empty('UIBackgroundModes', '<array/>') + identifiers('com.example.app.export.*'),
    'Continued processing tasks need no mode',
  ),
];
