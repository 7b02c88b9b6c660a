import { beforeAll, describe, expect, it } from 'vitest';
import type { Condition } from '../../../server/src/core/program/ir';
import { printCondition } from '../../../server/src/core/program/print-conditions';
import { parseObjcCondition } from '../../../server/src/core/syntax/objc-conditions';
import { parse, parser, statements } from '../../support/objc';

beforeAll(() => parser.load('objc'));

const os = (name: string): Condition => ({ kind: 'os', name });
const not = (operand: Condition): Condition => ({ kind: 'not', operand });
const flag = (name: string): Condition => ({ kind: 'flag', name });

describe('the condition', () => {
  it.each<[string, Condition]>([
    ['TARGET_OS_IOS', os('iOS')],
    ['TARGET_OS_TV', os('tvOS')],
    ['TARGET_OS_WATCH', os('watchOS')],
    ['TARGET_OS_VISION', os('visionOS')],
    ['TARGET_OS_OSX', os('macOS')],
    ['TARGET_OS_IPHONE', not(os('macOS'))],
    ['!TARGET_OS_IPHONE', os('macOS')],
    ['TARGET_OS_MACCATALYST', { kind: 'environment', name: 'macCatalyst' }],
    ['TARGET_OS_SIMULATOR', { kind: 'environment', name: 'simulator' }],
    ['TARGET_OS_MAC', { kind: 'bool', value: true }],
    ['DEBUG', flag('DEBUG')],
    ['defined(DEBUG)', flag('DEBUG')],
    ['defined DEBUG', flag('DEBUG')],
    ['0', { kind: 'bool', value: false }],
    ['1', { kind: 'bool', value: true }],
    ['!0', { kind: 'bool', value: true }],
    ['defined(TARGET_OS_IOS) && TARGET_OS_IOS', os('iOS')],
    ['TARGET_OS_IOS || TARGET_OS_TV', { kind: 'or', operands: [os('iOS'), os('tvOS')] }],
    [
      'A && !(B || C)',
      { kind: 'and', operands: [flag('A'), not({ kind: 'or', operands: [flag('B'), flag('C')] })] },
    ],
    ['A && 0', { kind: 'bool', value: false }],
    ['__has_include(<CallKit/CallKit.h>)', { kind: 'canImport', module: 'CallKit' }],
    ['TARGET_OS_IOS /* phones */', os('iOS')],
    ['TARGET_OS_IOS && \\\n  DEBUG', { kind: 'and', operands: [os('iOS'), flag('DEBUG')] }],
  ])('%s is understood', (text, expected) => {
    expect(parseObjcCondition(text)).toEqual(expected);
  });

  it.each([
    '__IPHONE_OS_VERSION_MAX_ALLOWED >= 90000',
    'A == 1',
    '__has_feature(objc_arc)',
    '__has_include("Local.h")',
    'A +',
    '(',
    ')',
    '',
    '&&',
    'A B',
    '!',
  ])('%s is unknown', (text) => {
    expect(parseObjcCondition(text).kind).toBe('unknown');
  });

  it('keeps what it understands beside what it does not', () => {
    expect(printCondition(parseObjcCondition('TARGET_OS_IOS && VERSION > 3 && (A || f(x, y) < 2)'))).toBe(
      printCondition({
        kind: 'and',
        operands: [
          os('iOS'),
          { kind: 'unknown', text: 'VERSION > 3' },
          { kind: 'or', operands: [flag('A'), { kind: 'unknown', text: 'f(x, y) < 2' }] },
        ],
      }),
    );
  });

  it('nested beyond reason is unknown', () => {
    expect(parseObjcCondition(`${'('.repeat(5000)}A${')'.repeat(5000)}`).kind).toBe('unknown');
    expect(parseObjcCondition(`${'!'.repeat(5001)}A`).kind).not.toBe('flag');
  });
});

describe('statements between #if and #endif', () => {
  it('are branches, with the conditions before negated', () => {
    const body = 'a();\n#if TARGET_OS_IOS\nb();\n#elif DEBUG\nc(); d();\n#else\ne();\n#endif\nf();';
    expect(statements(body)).toEqual([
      'a()',
      '#if os(iOS)',
      '  b()',
      '#if (!os(iOS) && DEBUG)',
      '  c()',
      '  d()',
      '#if (!os(iOS) && !DEBUG)',
      '  e()',
      'f()',
    ]);
  });

  it('nest', () => {
    expect(statements('#if A\na();\n#ifndef B\nb();\n#endif\n#endif')).toEqual([
      '#if A',
      '  a()',
      '  #if !B',
      '    b()',
    ]);
  });

  it('are found inside blocks and cases', () => {
    expect(statements('run(^{\n#if A\na();\n#endif\n});')).toEqual([
      'run({1})',
      '  {1} closure ()',
      '    #if A',
      '      a()',
    ]);
    expect(statements('switch (x) {\ncase 1:\n#if A\na();\n#endif\nbreak;\n}').join('\n')).toContain('#if A');
  });

  it('that never compile are gone', () => {
    expect(statements("#if 0\ndon't [parse this\n#endif\na();")).toEqual(['#if false', 'a()']);
  });

  it('cut through one statement: that statement is not understood, and the next one is', () => {
    const lines = statements(
      'if (x\n#if TARGET_OS_IOS\n && y\n#endif\n) { a(); }\n[b run:1\n#if DEBUG\n, 2\n#endif\n];\nc();',
    );
    expect(lines[0]).toMatch(/^if unknown/);
    expect(lines[1]).toBe('  a()');
    expect(lines[2]).toMatch(/^unknown\(b\.run/);
    expect(lines.at(-1)).toBe('c()');
  });

  it('with braces of their own keep the branch of the phone', () => {
    const body = '#if TARGET_OS_OSX\nif (a) {\n#else\nif (b) {\n#endif\nc();\n}\nd();';
    const lines = statements(body);
    expect(lines).toEqual(['unknown', '  b', '  c()', 'd()']);
    const file = parse(`@implementation A\n- (void)run {\n${body}\n}\n@end`);
    expect(file.errors).toHaveLength(1);
  });
});

describe('declarations between #if and #endif', () => {
  it('carry all conditions around them', () => {
    const file = parse(`#if TARGET_OS_IOS
#import <CallKit/CallKit.h>
@interface A : B
#if DEBUG
@property int x;
- (void)log;
#endif
- (void)run;
@end
static int y = 1;
void f(void);
#define Z 1
#endif
@implementation A
#if TARGET_OS_TV
- (void)run { }
#else
- (void)run { }
#endif
@end`);
    expect(file.errors).toEqual([]);
    const when = (part: { when: readonly Condition[] } | undefined) =>
      part?.when.map(printCondition).join(' ');
    expect(when(file.imports[0])).toBe('os(iOS)');
    expect(when(file.types[0])).toBe('os(iOS)');
    expect(when(file.types[0]?.properties[0])).toBe('os(iOS) DEBUG');
    expect(file.types[0]?.methods.map(when)).toEqual(['os(iOS) DEBUG', 'os(iOS)']);
    expect(file.globals.map(when)).toEqual(['os(iOS)', 'os(iOS)']);
    expect(file.functions.map(when)).toEqual(['os(iOS)']);
    expect(file.types[1]?.methods.map(when)).toEqual(['os(tvOS)', '!os(tvOS)']);
  });

  it('are unconditional inside an include guard', () => {
    const file = parse('#ifndef A_H\n#define A_H\n@interface A : B\n@end\n#endif // A_H\n');
    expect(file.types[0]?.when).toEqual([]);
  });

  it('may be the head of a class', () => {
    const file = parse(
      '#if TARGET_OS_TV\n@interface A () <P>\n#else\n@interface A () <P, Q>\n#endif\n{\n  int _x;\n}\n@end\n@implementation A\n- (void)a { b(); }\n@end',
    );
    expect(file.types.map(({ name, inherits }) => [name, inherits])).toEqual([
      ['A', ['P', 'Q']],
      ['A', []],
    ]);
    expect(file.types[1]?.methods).toHaveLength(1);
  });

  it('that only C++ sees are left out', () => {
    const file = parse(
      '#ifdef __cplusplus\nextern "C" {\n#endif\nvoid f(void);\n#ifdef __cplusplus\n}\n#endif\n',
    );
    expect(file.errors).toEqual([]);
    expect(file.functions.map(({ name }) => name)).toEqual(['f']);
  });

  it('survive stray and unfinished directives', () => {
    for (const text of [
      '#endif\nvoid f(void);',
      '#else\nvoid f(void);',
      '#if A\nvoid f(void);',
      '#if\nvoid f(void);\n#endif',
    ]) {
      expect(parse(text).functions.map(({ name }) => name)).toEqual(['f']);
    }
  });
});
