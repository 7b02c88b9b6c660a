import type { PlistDocument } from './plist-types';

const HEX_DATA = /^<[0-9a-fA-F\s]*>$/;
const MARKUP_START = /^<[A-Za-z_?!/<]/;
const OPENSTEP_START = /^(?:[{("]|\/[/*])/;
const JSON_START = /^(?:\[|\{\s*(?:"(?:[^"\\]|\\.)*"\s*:|\}$))/;
/** Enough to tell the formats apart without walking a large file. */
const HEAD_LENGTH = 1000;

/** What a text that should be a property list is written in. */
export function plistFormat(text: string): PlistDocument['format'] {
  const start = skipBlank(text);
  if (start === text.length) return 'empty';
  if (text.startsWith('bplist', start)) return 'binary';
  const head = text.slice(start, start + HEAD_LENGTH).trimEnd();
  if (HEX_DATA.test(head)) return 'openstep';
  if (MARKUP_START.test(head)) return 'xml';
  if (JSON_START.test(head)) return 'other';
  if (OPENSTEP_START.test(head)) return 'openstep';
  return hasPlistTag(head) ? 'xml' : 'other';
}

function skipBlank(text: string): number {
  let start = 0;
  while (start < text.length && (text.charCodeAt(start) <= 32 || text.charCodeAt(start) === 0xfeff)) start++;
  return start;
}

/** XML behind stray text, such as a word typed before the first line. */
function hasPlistTag(head: string): boolean {
  return head.includes('<?xml') || head.includes('<plist') || head.includes('<dict');
}
