/** Texts as they are written in literals of Swift and Objective-C. */
import type { LiteralStyle } from '../identifiers/pieces';

/** `undefined` where a text cannot be written between the quotes that are there. `isFirst`: right behind the opening one. */
export function writtenText(value: string, style: LiteralStyle, isFirst: boolean): string | undefined {
  if (style.language === 'objc') {
    const escaped = value.replace(/[\\"]/g, '\\$&');
    return style.isFormat ? escaped.replaceAll('%', '%%') : escaped;
  }
  if (style.pounds === 0) return value.replace(/[\\"]/g, '\\$&');
  return isRaw(value, '#'.repeat(style.pounds), isFirst) ? value : undefined;
}

/** Whether a raw literal keeps the text as it is. */
function isRaw(value: string, pounds: string, isFirst: boolean): boolean {
  const ends = value.includes(`"${pounds}`) || value.includes(`\\${pounds}`);
  // Three quotes begin a literal of several lines.
  return !ends && !(isFirst && value.startsWith('""'));
}
