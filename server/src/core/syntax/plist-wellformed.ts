import { SaxesParser } from 'saxes';
import type { SyntaxProblem } from './plist-types';

/** What people read instead of the parser's words; the first whose `when` is part of them. */
const WORDS: readonly { readonly when: string; readonly say: string }[] = [
  {
    when: 'undefined entity',
    say: 'Unknown entity; only &amp; &lt; &gt; &quot; &apos; and numbers are known',
  },
  { when: 'entity', say: 'An & in text is written &amp;' },
  { when: ']]>', say: 'The > after ]] is written &gt;' },
  { when: 'duplicate attribute', say: 'This attribute is given twice' },
  { when: 'attribute', say: 'This attribute is not written as name="value"' },
  { when: 'disallowed character', say: 'This character is not allowed in XML' },
];

class Enough extends Error {}

/** Problems that a strict XML parser has with a text whose tags are balanced; `limit` of them at most. */
export function wellFormednessProblems(text: string, limit: number): SyntaxProblem[] {
  const problems: SyntaxProblem[] = [];
  const parser = new SaxesParser({ xmlns: false });
  parser.on('error', (error) => {
    // The parser has just read the character at fault.
    const end = Math.min(Math.max(parser.position, 1), text.length);
    problems.push({ range: { start: end - 1, end }, message: wordsFor(error.message) });
    if (problems.length >= limit) throw new Enough();
  });
  try {
    parser.write(text).close();
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
  }
  return problems;
}

function wordsFor(message: string): string {
  const words = WORDS.find(({ when }) => message.includes(when));
  return words?.say ?? `This is not well-formed XML: ${message.replace(/^\d+:\d+: /, '').replace(/\.$/, '')}`;
}
