import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProgramFile } from '../../../server/src/core/program/ir';
import { lowerSwift } from '../../../server/src/core/program/lower-swift';
import { SwiftDocument } from '../../../server/src/core/program/parse-swift';
import { normaliseSwift } from '../../../server/src/core/syntax/swift-normalise';
import { copyTree } from '../../../server/src/core/syntax/swift-tree';
import { plainModel } from '../../support/plain-model';
import { lower, parser, printed, SAMPLE } from './support';

/** As the grammar reads the text in one go. */
function readWhole(text: string): ProgramFile {
  const source = normaliseSwift(text);
  const tree = parser.parse('swift', source.text);
  if (tree === undefined || tree.rootNode.hasError) throw new Error(`Does not parse: ${text}`);
  try {
    return lowerSwift(copyTree(tree), source, []);
  } finally {
    tree.delete();
  }
}

function around(hole: string): string {
  return `final class A: B {
  let first = 1
  func one() { a.first() }
  func two() {
    b.before()
    ${hole}
    c.after()
  }
  var three: Int {
    d.last()
  }
}
struct E {
  func five() { e() }
}
`;
}

function methodNames(file: ProgramFile): string[] {
  return file.types.flatMap((type) => type.methods.map(({ name }) => `${type.name}.${name}`));
}

describe('code without errors', () => {
  it.each([
    ['a bit of everything', SAMPLE],
    [
      'attributes on lines of their own',
      '@objc\n@available(iOS 13, *)\npublic\nfinal class A {\n@B<C>(\\.d)\nvar e: Int\n}',
    ],
    ['class members', 'class A {\n  class func b() {}\n  class var c: Int { 1 }\n  class D {\n  }\n}'],
    [
      'cases',
      'enum A: String {\n  case b, c\n  indirect case d(Int)\n  var e: Int { switch self {\n  case .b: 1\n  default: 2\n  } }\n}',
    ],
    [
      'a protocol',
      'protocol A: AnyObject {\n  associatedtype B\n  var c: Int { get set }\n  func d()\n  init()\n  subscript(e: Int) -> Int { get }\n}',
    ],
    ['a cast at the end', 'let a: B = "c" as D.E\nvar f = g as? H.I\nclass J {\n  var k = l as M.N\n}\n'],
    ['one line', 'struct A { let b: Int; func c() {} } ; class D { class E { func f() {} } }'],
    ['no indentation', 'class A {\nfunc b() {\nlet c = d {\nfunc e() {}\n}\n}\nvar f: Int { g() }\n}'],
    [
      'a script',
      '#!/usr/bin/swift\nimport A\nguard\n  let b = c else { exit(1) }\nb.d(\n  class: E.self,\n  for: f)\nlet g = 1\nif g > 0 {\n  let h = 2\n  i(h)\n}',
    ],
    [
      'names that are keywords elsewhere',
      'class A {\n  let open = 1\n  func b(\n    for c: Int,\n    @D e: Int\n  ) {\n    actor.f()\n  }\n}\nactor G {\n  init() {}\n}',
    ],
    [
      'branches',
      'class A {\n  #if os(iOS)\n  @objc\n  #endif\n  func b() {}\n  #if DEBUG\n  nonisolated(unsafe) var c = 1\n  #else\n  var c = 2\n  #endif\n}',
    ],
    [
      'operators',
      'infix operator <>: A\nprefix func - (b: C) -> C { b }\nextension C {\n  static func == (a: C, b: C) -> Bool { true }\n}',
    ],
  ])('is read as in one go: %s', (_name, text) => {
    expect(lower(text)).toEqual(readWhole(text));
  });
});

describe('while a method is being written', () => {
  const intact = methodNames(lower(around('')));

  it.each([
    'if x {',
    'run { [weak self] in',
    '}',
    'if x {\n      y()',
    'f(',
    'switch x {\n    case .a:',
    'x = (',
    'guard',
  ])('the declarations around it stay intact after %s', (hole) => {
    const file = lower(around(hole));
    expect(methodNames(file)).toEqual(intact);
    expect(file.errors.length).toBeGreaterThan(0);
    const lines = printed(around(hole)).join('\n');
    for (const call of ['a.first()', 'd.last()', 'b.before()', 'e()']) expect(lines).toContain(call);
    const [before, broken] = file.types[0]?.methods ?? [];
    expect(before).toEqual(lower(around('')).types[0]?.methods[0]);
    const isInside = file.errors.every(
      ({ start, end }) => broken && broken.range.start <= start && end <= broken.range.end + 1,
    );
    expect(isInside).toBe(true);
  });

  it('nothing is concluded from braces that do not balance, but calls are seen', () => {
    for (const hole of ['if x {', '}']) {
      const [, broken] = lower(around(hole)).types[0]?.methods ?? [];
      expect(broken?.body?.statements.map(({ kind }) => kind)).toEqual(['unknown']);
      expect(printed(around(hole)).join('\n')).toContain('c.after()');
    }
  });
});

describe('unfinished declarations', () => {
  it.each([
    ['a parameter list', 'class A {\n  func a(b: Int\n\n  func c() { d() }\n}', ['c']],
    ['a value', 'class A {\n  let a =\n  func c() { d() }\n}', ['c']],
    ['a type', 'class A {\n  func a() {}\n\nclass B {\n  func c() { d() }\n}', ['a', 'c']],
    ['the head of a type', 'class A: {\n  func c() { d() }\n}\nfunc e() {}', ['c']],
    ['a type without a body', 'class A\n\nclass B {\n  func c() { d() }\n}', ['c']],
    ['a getter', 'class A {\n  var a: Int {\n    get { 1\n  }\n  func c() { d() }\n}', ['c']],
    ['a last method', 'class A {\n  func a() {\n    if b {\n}\nclass B {\n  func c() { d() }\n}', ['a', 'c']],
    ['a branch', '#if A\nclass A {\n#else\nclass B {\n#endif\n  func c() { d() }\n}', ['c']],
  ])('leave their neighbours alone: %s', (_name, text, methods) => {
    const file = lower(text);
    expect(file.types.flatMap((type) => type.methods.map(({ name }) => name))).toEqual(
      expect.arrayContaining(methods),
    );
    expect(printed(text).join('\n')).toContain('d()');
    expect(file.errors.length).toBeGreaterThan(0);
  });

  it('take no quadratic time', () => {
    for (const text of [
      '}',
      '} ',
      '{',
      '}\n',
      'class A {\n',
      'class A { } }',
      '@ A',
      'public ',
      'func a() {\n',
    ]) {
      const many = text.repeat(20_000);
      expect(() => lower(`class B {\n${many}`)).not.toThrow();
    }
  }, 120_000);
});

describe('a document that is typed character by character', () => {
  it('has at every step the model of its text', () => {
    const texts = fc.constantFrom(
      '\nif a {\n  b()\n}\n',
      'log("a, b")',
      'class A: B {\n func c() {} }\n',
      '}',
      '{ (',
      '@A(b) ',
    );
    fc.assert(
      fc.property(fc.nat(SAMPLE.length), texts, (place, typed) => {
        const document = new SwiftDocument(parser, SAMPLE);
        for (let length = 1; length <= typed.length; length++) {
          const text = SAMPLE.slice(0, place) + typed.slice(0, length) + SAMPLE.slice(place);
          expect(plainModel(document.update(text))).toEqual(lower(text));
        }
        expect(plainModel(document.update(SAMPLE))).toEqual(lower(SAMPLE));
        document.dispose();
      }),
      { numRuns: 15 },
    );
  });
});
