import { appPlist, plist } from '../../example-files';
import type { RuleExample } from '../../types';

function example(kind: RuleExample['kind'], files: RuleExample['files'], note?: string): RuleExample {
  return { kind, files, ...(note === undefined ? {} : { note }) };
}

const info = (body: string) => ({ 'Info.plist': appPlist(body) });
const name = (text: string) => info(`<key>CFBundleName</key>\n${text}`);

/** Version control writes its markers at the beginning of lines. */
const conflict = appPlist(
  '<key>CFBundleName</key>\n⟦<<<<<<< ours⟧\n<string>App</string>\n=======\n<string>Apple</string>\n>>>>>>> theirs',
).replace(/^\t+(?=⟦|={7}|>{7})/gm, '');

export const examples: readonly RuleExample[] = [
  example('bad', name('<string>Tom ⟦& Jerry⟧</string>'), 'An ampersand'),
  example(
    'bad',
    name('⟦<string>⟧App\n<key>CFBundleVersion</key>\n<string>1</string>'),
    'A tag that is not closed',
  ),
  example('bad', name('<string>App⟦</key>⟧')),
  example('bad', info('<key>⟦UIBackgroundModes⟧</key>'), 'A key without a value'),
  example('bad', name('⟦<text>⟧App</text>'), 'Property lists have no such element'),
  example('bad', { 'Info.plist': conflict }, 'A merge conflict'),
  example('bad', { 'App.entitlements': plist('<key>⟦aps-environment⟧</key>') }),
  example('good', name('<string>Tom &amp; Jerry</string>')),
  example(
    'near-miss',
    name('<!-- a <key> in a comment -- with hyphens -->\n<string><![CDATA[x & y < z]]></string>'),
  ),
  example(
    'near-miss',
    { 'Info.plist': '{ CFBundleName = "Old & plain"; UIBackgroundModes = ( audio ); }\n' },
    'The OpenStep format',
  ),
  example('near-miss', { 'Info.plist': 'bplist00\u0001\u0002<key>' }, 'The binary format'),
  example(
    'near-miss',
    { 'Info.plist': appPlist('<% if background %>\n<key>A</key>\n<% end %>') },
    'A template',
  ),
];
