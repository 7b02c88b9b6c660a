/** Methods that lack closing braces, as in code that was copied in part. */

import { beforeAll, describe, expect, it } from 'vitest';
import { ObjcDocument, parseObjc } from '../../../server/src/core/program/parse-objc';
import { normaliseObjc } from '../../../server/src/core/syntax/objc-normalise';
import { ObjcSource } from '../../../server/src/core/syntax/objc-source';
import { parse, parser, printed } from '../../support/objc';
import { plainModel } from '../../support/plain-model';

beforeAll(() => parser.load('objc'));

const indented = `@implementation Radio
- (void)tune {
    if (a) {
        [b first];
    else {
        [b second];
    [b third];

- (void)stop {
    [c last];

static void free_all(void) {
    d();
}

- (void)pause
{
    switch (e) {
    case 1:
        [e first];
        break;
    default:
        [e second];
    }
    [e run:^{
        [e third];
    }];
}
`;

const flat = `@implementation Radio
- (void)tune {
if (a) {
[b first];
[b second];

- (void)stop {
[c last];
}
@end
`;

/** Lines of the lowered file without those that say that more may follow. */
function lines(text: string): string[] {
  return printed(text).filter((line) => line.trim() !== 'unknown' && !line.endsWith('not understood'));
}

describe('a method that lacks closing braces', () => {
  it('is read as its indentation tells', () => {
    expect(lines(indented)).toEqual([
      'extension Radio',
      '  method tune() -> void',
      '    if a',
      '      b.first()',
      '    else',
      '      b.second()',
      '    b.third()',
      '  method stop() -> void',
      '    c.last()',
      '  method pause() -> void',
      '    switch e',
      '      case 1',
      '        e.first()',
      '        break',
      '      default',
      '        e.second()',
      '    e.run:(run: {1})',
      '      {1} closure ()',
      '        e.third()',
      'static function free_all() -> void',
      '  d()',
    ]);
  });

  it('may go on where a brace is missing, and is an error as a whole', () => {
    const file = parse(indented);
    const [tune, stop, pause] = file.types[0]?.methods ?? [];
    expect(tune?.body?.statements.map(({ kind }) => kind)).toEqual(['if', 'expr', 'unknown']);
    expect(file.errors).toContainEqual(tune?.body?.range);
    expect(file.errors).toContainEqual(stop?.body?.range);
    expect(file.errors).not.toContainEqual(pause?.body?.range);
  });

  it('ends in front of what follows it', () => {
    const [tune, stop] = parse(indented).types[0]?.methods ?? [];
    expect(tune?.body?.range.end).toBe(indented.indexOf('[b third];') + '[b third];'.length);
    expect(stop?.body?.range.end).toBe(indented.indexOf('[c last];') + '[c last];'.length);
  });

  it('keeps its calls in order where nothing tells what is inside of what', () => {
    const [tune, stop] = parse(flat).types[0]?.methods ?? [];
    expect(tune?.body?.statements.map(({ kind }) => kind)).toEqual(['unknown']);
    expect(lines(flat).map((line) => line.trim())).toEqual([
      'extension Radio',
      'method tune() -> void',
      'a',
      'b.first()',
      'b.second()',
      'method stop() -> void',
      'c.last()',
    ]);
    expect(stop?.body?.statements.map(({ kind }) => kind)).toEqual(['expr']);
  });

  it.each([
    ['the block of an argument is open', '    [b run:^{\n        [b first];\n    [b second];\n'],
    ['nothing was written in a block', '    if (a) {\n    [b first];\n    [b second];\n'],
    ['tabs and spaces are mixed', '    if (a) {\n\t[b first];\n    [b second];\n'],
    [
      'a brace stands elsewhere',
      '    if (a) {\n        if (b) {\n            [b first];\n      }\n    [b second];\n',
    ],
  ])('is not taken apart when %s', (_, body) => {
    const [method] =
      parse(`@implementation Radio\n- (void)tune {\n${body}\n- (void)stop {\n}\n@end\n`).types[0]?.methods ??
      [];
    expect(method?.body?.statements.map(({ kind }) => kind)).toEqual(['unknown']);
  });

  it('is the same however the text was typed', () => {
    for (const text of [indented, flat]) {
      const document = new ObjcDocument(parser, '');
      const source = new ObjcSource('');
      for (const length of [...text.matchAll(/[{};\n]/g)].map(({ index }) => index + 1)) {
        const typed = text.slice(0, length);
        expect(plainModel(document.update(typed))).toEqual(parseObjc(parser, typed));
        source.update(typed);
        expect(source.normalised).toEqual(normaliseObjc(typed));
      }
      document.dispose();
    }
  });

  it('is the same when a brace of a long file goes and comes back', () => {
    const whole = `@implementation Radio\n${'- (void)tune {\n    if (a) {\n        [b first];\n    }\n    [b second];\n}\n\n'.repeat(60)}@end\n`;
    const document = new ObjcDocument(parser, whole);
    const source = new ObjcSource(whole);
    const braces = [...whole.matchAll(/[{}]/g)].map(({ index }) => index);
    for (const at of [3, 4, 90, 91, 140, 203].map((index) => braces[index] ?? 0)) {
      for (const text of [whole.slice(0, at) + whole.slice(at + 1), whole]) {
        expect(plainModel(document.update(text))).toEqual(parseObjc(parser, text));
        source.update(text);
        expect(source.normalised).toEqual(normaliseObjc(text));
      }
    }
    document.dispose();
  });
});
