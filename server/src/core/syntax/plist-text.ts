/** Characters and their references in XML. */
import type { TextRange } from '../text';

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const REFERENCE = /&(?:#[xX]([0-9a-fA-F]{1,8})|#([0-9]{1,8})|(amp|lt|gt|quot|apos));/g;

/** Replaces character references by what they stand for; unknown and impossible ones stay as written. */
export function decodeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(REFERENCE, (written, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return NAMED[name] ?? written;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : written;
  });
}

/** Text as it stands between two tags. */
export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

const AMPERSAND = /&(#[xX][0-9a-fA-F]{1,8};|#[0-9]{1,8};|[A-Za-z_][\w.-]*;)?/g;

/** Every `&` in `range` that begins no reference which property lists know. */
export function* strayAmpersands(
  text: string,
  range: TextRange,
): Generator<{ at: TextRange; message: string }> {
  const slice = text.slice(range.start, range.end);
  if (!slice.includes('&')) return;
  for (const { 0: written, 1: reference, index } of slice.matchAll(AMPERSAND)) {
    if (reference !== undefined && decodeXml(written) !== written) continue;
    const start = range.start + index;
    const at = { start, end: start + written.length };
    if (reference === undefined) yield { at, message: 'An & in text is written &amp;' };
    else yield { at, message: `${written} stands for nothing; an & in text is written &amp;` };
  }
}
