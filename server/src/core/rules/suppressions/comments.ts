/** The comments of a file, whatever its language. */
import { createScanner } from 'jsonc-parser';
import { Lexer } from 'yaml';
import { plistTokens } from '../../syntax/plist-tokens';
import type { TextRange } from '../../text';
import type { PlistUnit, Unit } from '../context';

/** In the order of the text, delimiters included. Empty for project files, which Xcode rewrites without comments. */
export function commentsOf(unit: Unit): readonly TextRange[] {
  if (unit.kind === 'program') return unit.program.comments.map(({ range }) => range);
  return unit.kind === 'plist' ? plistComments(unit) : [];
}

function plistComments({ text, document }: PlistUnit): readonly TextRange[] {
  if (document.format === 'yaml') return yamlComments(text);
  if (document.format === 'json') return jsonComments(text);
  return [...plistTokens(text)]
    .filter(({ kind, range }) => kind === 'skip' && text.startsWith('<!--', range.start))
    .map(({ range }) => range);
}

function yamlComments(text: string): readonly TextRange[] {
  const comments: TextRange[] = [];
  let start = 0;
  let isScalar = false;
  for (const token of new Lexer().lex(text)) {
    // A block scalar may begin with a number sign too.
    if (token.startsWith('#') && !isScalar) comments.push({ start, end: start + token.length });
    isScalar = token === scalarMark;
    if (!marks.has(token)) start += token.length;
  }
  return comments;
}

/** The lexer's own words, which stand for nothing in the text: a scalar, a document, the end of a flow follows. */
const scalarMark = '\u{1f}';
const marks: ReadonlySet<string> = new Set([scalarMark, '\u{2}', '\u{18}']);

function jsonComments(text: string): readonly TextRange[] {
  const scanner = createScanner(text, false);
  const comments: TextRange[] = [];
  for (scanner.scan(); scanner.getTokenOffset() < text.length; scanner.scan()) {
    const start = scanner.getTokenOffset();
    const isComment = text.startsWith('//', start) || text.startsWith('/*', start);
    if (isComment) comments.push({ start, end: Math.min(start + scanner.getTokenLength(), text.length) });
  }
  return comments;
}
