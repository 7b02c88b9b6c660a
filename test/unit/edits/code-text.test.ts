import { expect, it } from 'vitest';
import { indentUnit, insertAfter } from '../../../server/src/core/rules/background-task/fixes/code-text';
import { applyEdits } from '../../../server/src/core/text';

/** The text with `code` behind the statement `first` (without its semicolon). */
function after(text: string, code: string): string {
  const start = text.indexOf('first');
  return applyEdits(text, [insertAfter(text, { start, end: start + 'first'.length }, code)]);
}

it.each([
  ['a line of its own', '\tfirst\n\tlast\n', '\tfirst\n\tnext\n\tlast\n'],
  ['a line with a comment', '  first // why\n  last\n', '  first // why\n  next\n  last\n'],
  ['a line with a closed comment', '  first /* why */  \n', '  first /* why */\n  next  \n'],
  ['a semicolon that nothing follows', '  first; // why\n', '  first; // why\n  next\n'],
  ['a comment in front of more code', '  first /* why */; last\n', '  first; next /* why */; last\n'],
  ['one of several statements', '  first; last\n', '  first; next; last\n'],
  ['a body on one line', '{ first }\n', '{ first; next }\n'],
  ['lines that end with CRLF', '  first\r\n  last\r\n', '  first\r\n  next\r\n  last\r\n'],
  ['the end of the text', '  first', '  first\n  next'],
])('goes behind %s of Swift', (_title, text, expected) => {
  expect(after(text, 'next')).toBe(expected);
});

it.each([
  ['a line of its own', '\tfirst; // why\n\tlast;\n', '\tfirst; // why\n\tnext;\n\tlast;\n'],
  ['one of several statements', '  first; last;\n', '  first; next; last;\n'],
  ['a body on one line', '{ first; }\n', '{ first; next; }\n'],
])('goes behind %s of Objective-C', (_title, text, expected) => {
  expect(after(text, 'next;')).toBe(expected);
});

it.each([
  ['tabs', 'a\n\tb\n\t\tc\n', '\t'],
  ['two spaces', 'a\n  b\n    c\n  d\n', '  '],
  ['three spaces', 'a\n   b\n      c\n', '   '],
  ['four spaces', 'a\n    b\n        c\n', '    '],
  ['spaces, with a line of tabs', 'a\n    b\n        c\n\td\n    e\n', '    '],
  [
    'four spaces, with a line of two',
    'a\n    b\n        c\n  d\n    e\n        f\n    g\n        h\n',
    '    ',
  ],
  ['tabs, with a comment in stars', '/*\n * a\n * b\n * c\n */\na\n\tb\n', '\t'],
  ['nothing that tells', 'a\nb\n', '    '],
])('one level of indentation: %s', (_title, text, expected) => {
  expect(indentUnit(text)).toBe(expected);
  expect(indentUnit(text.replaceAll('\n', '\r\n'))).toBe(expected);
});
