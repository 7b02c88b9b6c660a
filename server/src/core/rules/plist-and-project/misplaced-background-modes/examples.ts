import { appPlist, plist, stringArray } from '../../example-files';
import type { RuleExample } from '../../types';

type Kind = RuleExample['kind'];

function example(entry: string, kind: Kind, files: RuleExample['files'], note?: string): RuleExample {
  return { kind, entry, files, ...(note === undefined ? {} : { note }) };
}

const entitlements = (body: string) => ({ 'App.entitlements': plist(body) });
const info = (body: string) => ({ 'Info.plist': appPlist(body) });
const audio = (key: string) => stringArray(key, ['audio']);
const extension = (point: string) =>
  `<key>NSExtension</key>\n<dict>\n\t<key>NSExtensionPointIdentifier</key>\n\t<string>${point}</string>\n</dict>\n`;
const scenes = (body: string) =>
  `<key>UIApplicationSceneManifest</key>\n<dict>\n${body.trimEnd().replace(/^/gm, '\t')}\n</dict>\n`;

export const examples: readonly RuleExample[] = [
  example('entitlements', 'bad', entitlements(audio('⟦com.apple.developer.background-modes⟧'))),
  example('entitlements', 'bad', entitlements(audio('⟦UIBackgroundModes⟧'))),
  example(
    'entitlements',
    'bad',
    entitlements(stringArray('⟦BGTaskSchedulerPermittedIdentifiers⟧', ['com.example.refresh'])),
  ),
  example('entitlements', 'good', entitlements('<key>aps-environment</key>\n<string>development</string>')),
  example(
    'entitlements',
    'near-miss',
    entitlements(
      '<!-- no com.apple.developer.background-modes -->\n<key>com.apple.developer.healthkit.background-delivery</key>\n<true/>',
    ),
    'A real entitlement',
  ),
  example(
    'extension-plist',
    'bad',
    info(
      extension('com.apple.usernotifications.service') +
        stringArray('⟦UIBackgroundModes⟧', ['remote-notification']),
    ),
  ),
  example('extension-plist', 'good', info(extension('com.apple.usernotifications.service'))),
  example(
    'extension-plist',
    'near-miss',
    info(extension('com.apple.watchkit') + stringArray('UIBackgroundModes', ['location'])),
    'A watch app',
  ),
  example('extension-plist', 'near-miss', info(audio('UIBackgroundModes') + scenes('<key>A</key>\n<true/>'))),
  example('nested-dictionary', 'bad', info(scenes(audio('⟦UIBackgroundModes⟧')))),
  example(
    'nested-dictionary',
    'bad',
    info(stringArray('UIBackgroundModes', ['fetch']) + scenes(audio('⟦UIBackgroundModes⟧'))),
    'Beside modes that count',
  ),
  example('nested-dictionary', 'good', info(audio('UIBackgroundModes'))),
  example('nested-dictionary', 'near-miss', info(scenes('<key>modes</key>\n<array/>'))),
  example('nested-dictionary', 'near-miss', info(scenes('<key>UIBackgroundModes</key>\n<array/>')), 'Empty'),
];
