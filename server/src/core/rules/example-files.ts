/** Small files for the examples of rules. */

/** A property list; `body` is what stands in its root dictionary. */
export function plist(body: string): string {
  const lines = body.trim() === '' ? '' : `${body.trim().replace(/^/gm, '\t')}\n`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
${lines}</dict>
</plist>
`;
}

/** A key with an array of strings. */
export function stringArray(key: string, values: readonly string[]): string {
  const items = values.map((value) => `\t<string>${value}</string>\n`).join('');
  return `<key>${key}</key>\n<array>\n${items}</array>\n`;
}

/** The Info.plist of an iPhone app with these entries. */
export function appPlist(body: string): string {
  return plist(`<key>CFBundleIdentifier</key>\n<string>com.example.app</string>\n${body}`);
}

/** The Info.plist of a watch app with these entries. */
export function watchPlist(body: string): string {
  return plist(`<key>WKApplication</key>\n<true/>\n${body}`);
}
