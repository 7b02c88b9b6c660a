import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GrammarName } from '../../../server/src/core/ports';
import { includesName, mayMention, outlineOf, sameOutline } from '../../../server/src/core/workspace/outline';

/** Those of `words` that the outline of a text has in each set. */
function found(text: string, language: GrammarName, words: readonly string[]) {
  const outline = outlineOf(text, language);
  const among = (set: Uint32Array) => words.filter((word) => includesName(set, word)).join(' ');
  return { names: among(outline.names), types: among(outline.types), bases: among(outline.bases) };
}

describe('the outline of a Swift file', () => {
  it('has the names of variables, cases and functions', () => {
    const text = `enum Keys: String {
  case refresh = "a", cleanup
  static let prefix = "p", suffix = "s"
  var both: String { prefix }
  func id(of part: String) -> String { part }
}`;
    const words = ['refresh', 'cleanup', 'prefix', 'suffix', 'both', 'id', 'part', 'String'];
    expect(found(text, 'swift', words).names).toBe('refresh cleanup prefix suffix both id');
  });

  it('has types, what is extended, aliases and what they inherit', () => {
    const text = `final class Outer<T>: Base, Keeping where T: Other {
  struct Inner {}
}
extension Far.Near: Sending {}
typealias Short = Long
let other = Elsewhere()`;
    const words = [
      'Outer',
      'Inner',
      'Far',
      'Near',
      'Short',
      'Base',
      'Keeping',
      'Sending',
      'Long',
      'Elsewhere',
    ];
    const { types, bases } = found(text, 'swift', words);
    expect(types).toBe('Outer Inner Far Near Short');
    expect(bases).toBe('Base Keeping Sending Long');
  });

  it('has nothing of comments and strings', () => {
    const text = `/* let one = 1 */ // let two = 2
let url = "http://x/*" ; let three = """
  let four = 4 // "
  """
let five = "a\\" let six"
/* let seven`;
    const words = ['one', 'two', 'url', 'three', 'four', 'five', 'six', 'seven'];
    expect(found(text, 'swift', words).names).toBe('url three five seven');
  });

  it('has what is assigned', () => {
    const text = 'Keys.first = a; second += b; if third == c {}; call(fourth)';
    const words = ['first', 'second', 'third', 'fourth', 'a', 'b', 'c', 'call'];
    expect(found(text, 'swift', words).names).toBe('first second');
  });

  it('tells patterns from cases', () => {
    const text = 'switch x {\ncase .first: run(second)\ncase third: break\n}';
    expect(found(text, 'swift', ['first', 'second', 'third']).names).toBe('third');
  });
});

describe('the outline of an Objective-C file', () => {
  it('has macros, constants, enumerators and methods', () => {
    const text = `#define kOne @"1"
NSString * const kTwo = @"2";
extern NSString *const kThree;
typedef NS_ENUM(NSInteger, Kind) { KindFour = 4 };
+ (NSString *)five;
NSString *Six(void) { return seven; }`;
    const words = ['kOne', 'kTwo', 'kThree', 'KindFour', 'five', 'Six', 'seven'];
    expect(found(text, 'objc', words).names).toBe('kOne kTwo kThree KindFour five Six');
  });

  it('has classes and categories', () => {
    const text = '@interface A : B <C>\n@end\n@implementation D (E)\n- (void)f {}\n@end';
    const { types, bases } = found(text, 'objc', ['A', 'B', 'C', 'D', 'f']);
    expect([types, bases]).toEqual(['A D', 'B C']);
  });
});

it('is the same for the same declarations', () => {
  const outline = (text: string) => outlineOf(text, 'swift');
  expect(sameOutline(outline('let a = 1'), outline('\n// c\nlet a = 2'))).toBe(true);
  expect(sameOutline(outline('let a = 1'), outline('let b = 1'))).toBe(false);
  expect(sameOutline(outline('let a = 1'), undefined)).toBe(false);
});

it.each(['swift', 'objc'] as const)(
  'is made of any text, and a comment adds nothing to it: %s',
  (language) => {
    const piece = fc.oneof(
      fc.constantFrom(
        'let ',
        'case ',
        'class ',
        '"',
        '"""',
        '/*',
        '*/',
        '//',
        '\\',
        '\n',
        '{',
        '=',
        '#define ',
        ', ',
      ),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        const before = outlineOf(text, language);
        const closed = `${text}\n`;
        // In an open string or comment, and after a word of a declaration, more text may mean more.
        const after = outlineOf(`/* let commented = 1 */ ${closed}`, language);
        expect(after).toEqual(outlineOf(closed, language));
        expect(before.names.length).toBeLessThanOrEqual(text.length);
      }),
    );
  },
);

describe('functions that a file may name', () => {
  it.each([
    ['a call', 'struct A { func run() { B.start(id: "x") } }', true],
    ['a declaration', 'func start() {}', true],
    ['a reference', 'let other = B().start', true],
    ['an interpolated call', 'let text = "a \\(B.start(id: "x"))"', true],
    ['a longer name', 'struct A { func run() { B.startAll() } }', false],
    ['a comment', '// start\nlet other = 1', false],
    ['a plain string', 'let other = "start"', false],
  ])('%s', (_name, text, expected) => {
    expect(mayMention(outlineOf(text, 'swift'), ['start'])).toBe(expected);
  });

  it('make two outlines differ when they are wanted', () => {
    const [before, after] = ['func run() {}', 'func run() { start() }'].map((text) =>
      outlineOf(text, 'swift'),
    );
    expect(sameOutline(before, after)).toBe(true);
    expect(sameOutline(before, after, [['stop']])).toBe(true);
    expect(sameOutline(before, after, [['stop'], ['start', 'begin']])).toBe(false);
  });

  it.each([
    ['a call without its type', 'run(.init(id: "x"))', '.init(id'],
    ['a call over two lines', 'run(.init(\n  id : "x"))', '.init(id'],
    ['a call without a label', 'run(.init("x"))', '.init('],
    ['a call without arguments', 'run(.init { })', '.init('],
    ['an optional one', 'Job?.init?(id: "x")', '.init(id'],
    ['one that is handed on', 'ids.map(.init)', '.init'],
    ['one behind a comment', 'run(.init(/* the */ id: "x"))', '.init'],
    ['a call on a type that is only known later', 'type(of: job).init(id: "x")', '.init(id'],
  ])('hold an initialiser: %s', (_name, text, word) => {
    expect(mayMention(outlineOf(text, 'swift'), [word])).toBe(true);
    expect(mayMention(outlineOf(text.replace('.init', '.start'), 'swift'), [word])).toBe(false);
  });

  it.each(['self.init(id: "x")', 'super.init(id: "x")', 'init(id: String) {}', '"run(.init(id: x))"'])(
    'hold no initialiser without a type: %s',
    (text) => {
      expect(mayMention(outlineOf(text, 'swift'), ['.init(id', '.init(', '.init'])).toBe(false);
    },
  );

  it('hold a selector that is written as a text', () => {
    const text = 'SEL s = NSSelectorFromString(@"startJob:at:");';
    expect(mayMention(outlineOf(text, 'objc'), ['startJob'])).toBe(true);
    expect(mayMention(outlineOf(text.replace('at:', 'at'), 'objc'), ['startJob'])).toBe(false);
  });
});
