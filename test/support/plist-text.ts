/** Writes small property lists for tests. */
export type PlainPlist = string | boolean | readonly PlainPlist[] | { readonly [key: string]: PlainPlist };

export function plistText(root: PlainPlist): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
${write(root)}
</plist>
`;
}

/** An Info.plist with these background modes and further keys. */
export function infoPlist(
  modes: readonly string[],
  more: { readonly [key: string]: PlainPlist } = {},
): string {
  return plistText({ CFBundleIdentifier: 'com.example.app', UIBackgroundModes: modes, ...more });
}

function write(value: PlainPlist): string {
  if (typeof value === 'string')
    return `<string>${value.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</string>`;
  if (typeof value === 'boolean') return value ? '<true/>' : '<false/>';
  if (isList(value)) return `<array>\n${value.map(write).join('\n')}\n</array>`;
  const entries = Object.entries(value).map(([key, item]) => `<key>${key}</key>\n${write(item)}`);
  return `<dict>\n${entries.join('\n')}\n</dict>`;
}

function isList(value: PlainPlist): value is readonly PlainPlist[] {
  return Array.isArray(value);
}
