import { describe, expect, it } from 'vitest';
import { ObjcDocument, parseObjc } from '../../../server/src/core/program/parse-objc';
import { TreeParser } from '../../../server/src/core/syntax/parser';
import { testWasm } from '../../support/wasm';

const parser = new TreeParser(testWasm);
await parser.load('objc');

const code = (first: string, between = '') =>
  `@implementation A\n- (void)a { ${first} }\n${between}- (void)b { [self c:^{ d(); }]; }\n@end\nvoid e(done_t f) { f(); }\n`;

function follow(...versions: readonly string[]): void {
  const document = new ObjcDocument(parser, '');
  for (const text of versions) expect(document.update(text)).toEqual(parseObjc(parser, text));
  document.dispose();
}

describe('ObjcDocument', () => {
  it('lowers only what changed', () => {
    const document = new ObjcDocument(parser, code('x();'));
    const before = document.program;
    const after = document.update(code('y();'));
    expect(after.types[0]?.methods[1]).toBe(before.types[0]?.methods[1]);
    expect(after.types[0]?.methods[0]).not.toBe(before.types[0]?.methods[0]);
    document.dispose();
  });

  it('moves what an edit has moved', () => {
    follow(code('x();'), code('longer();'), code(''), code('x();', '\n\n'), code('x();', '- (void)n {}\n'));
  });

  it('sees a directive, a condition or a type around a method that stays the same', () => {
    const between = (os: string) => code('x();', `#if ${os}\n`).replace('@end', '#endif\n@end');
    follow(code('x();'), between('TARGET_OS_IOS'), between('TARGET_OS_WATCH'), code('x();'));
    follow(code('x();'), `typedef void (^done_t)(void);\n${code('x();')}`, code('x();'));
  });

  it('recovers from errors', () => {
    follow(code('x();'), code('x( {'), code('x();'), code('x();', '- (void'), code('x();'));
  });
});
