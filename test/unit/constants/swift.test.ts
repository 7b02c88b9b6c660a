/** Constants of Swift: what a value is where it is passed. */
import { beforeAll, describe, expect, it } from 'vitest';
import { loadGrammars } from '../../support/code-rules';
import { shownIn } from '../../support/constants';

beforeAll(loadGrammars);

function swift(code: string, others: Readonly<Record<string, string>> = {}): readonly string[] {
  return shownIn({ 'main.swift': code, ...others });
}

/** The value of `expr` in a method of `Uploader`, after `statements`. */
function local(statements: string, expr = 'id'): string {
  return swift(`class Uploader { func run(flag: Bool) {\n${statements}\nhere(${expr})\n} }`).join();
}

describe('an expression', () => {
  it.each([
    ['"a"', '"a"'],
    ['"a"', '("a")'],
    ['"ab"', '"a" + "b"'],
    ['"a.1"', '"a.\\(1)"'],
    ['true', 'true'],
    ['3', '3'],
    ['nil', 'nil'],
    ['playback', '.playback'],
    ['playback', 'AVAudioSession.Category.playback'],
    ['playback', 'AVAudioSession.Category.playback.rawValue'],
    ['playback', 'AVAudioSessionCategoryPlayback'],
    ['voIP', 'PKPushType.voIP'],
    ['?', 'Other.playback'],
    ['"⟨bundle⟩"', 'Bundle.main.bundleIdentifier!'],
    ['"⟨bundle⟩"', 'Bundle.main.bundleIdentifier ?? ""'],
    ['"⟨bundle⟩.refresh"', 'Bundle.main.bundleIdentifier! + ".refresh"'],
    ['"⟨bundle⟩.refresh"', '"\\(Bundle.main.bundleIdentifier ?? "x").refresh"'],
    ['"⟨bundle⟩"', 'Bundle.main.object(forInfoDictionaryKey: "CFBundleIdentifier") as! String'],
    ['"⟨bundle⟩"', 'Bundle.main.infoDictionary?["CFBundleIdentifier"] as? String'],
    ['?', 'Bundle.main.infoDictionary?["Other"] as? String'],
    ['?', 'Bundle(for: Uploader.self).bundleIdentifier!'],
    ['"a.b"', 'String(format: "%@.%@", "a", "b")'],
    ['?', 'String(format: "%d", 3)'],
    ['"ab"', '"a".appending("b")'],
    ['"a"', 'String("a")'],
    ['"a"', '"a" as NSString'],
    ['"a" | "b"', 'flag ? "a" : "b"'],
    ['"a" | ?', 'flag ? "a" : other()'],
    ['"x.a" | "x.b"', '"x." + (flag ? "a" : "b")'],
    ['"a" | "b"', 'if flag { "a" } else { "b" }'],
    ['{voIP}', '[.voIP]'],
    ['{voIP, complication}', 'Set([.voIP, PKPushType.complication])'],
    ['{voIP, ?}', '[.voIP, other()]'],
    ['"a"', '{ return "a" }()'],
    ['?', 'other()'],
    ['?', '"a\\(other())"'],
    ['?', 'x[0]'],
    ['?', '"a".count'],
  ])('is %s for %s', (expected, expr) => {
    expect(local('', expr)).toBe(expected);
  });
});

describe('a local', () => {
  it.each([
    ['"a"', 'let id = "a"'],
    ['"a"', 'let base = "a"\nlet id = base'],
    ['"a" | "b"', 'let id = flag ? "a" : "b"'],
    ['"a"', 'let id: String\nid = "a"'],
    ['"a" | "b"', 'let id: String\nif flag { id = "a" } else { id = "b" }'],
    ['"a" | "b"', 'let id: String\nswitch flag { case true: id = "a"\ncase false: id = "b" }'],
    ['"b"', 'var id = "a"\nid = "b"'],
    ['"a"', 'var id = "a"\ndefer { id = "b" }'],
    ['"b" | "a"', 'var id = "a"\nif flag { id = "b" }'],
    ['"a"', 'var id = "a"\nif flag { id = "b"; return }'],
    ['"ab"', 'var id = "a"\nid += "b"'],
    ['"a" | ?', 'var id = "a"\nwhile flag { id = other() }'],
    ['?', 'var id = "a"\nload(&id)'],
    ['?', 'var id = "a"\nrun { id = "b" }'],
    ['"a"', 'guard let id = "a" as String? else { return }'],
    ['"a" | "b"', 'guard let id = flag ? "a" : "b" as String? else { return }'],
    ['"a"', 'if flag { let id = "b"; use(id) }\nlet id = "a"'],
    ['?', 'let (id, other) = pair()'],
    ['?', 'for id in ["a"] { here2(id) }'],
  ])('is %s after %j', (expected, statements) => {
    expect(local(statements)).toBe(expected);
  });

  it('is what it was before a later assignment', () => {
    expect(local('var id = "a"\nhere(id)\nid = "b"')).toBe('"a","b"');
  });

  it('is followed into closures when it does not change', () => {
    expect(local('let id = "a"\nrun { here(id) }')).toBe('"a","a"');
    expect(local('var id = "a"\nrun { [id] in here(id) }')).toBe('"a","a"');
    expect(local('var id = "a"\nrun { here(id) }\nid = "b"')).toBe('?,"b"');
  });

  it('has one value for each branch of a directive', () => {
    expect(local('#if DEBUG\nlet id = "a"\n#else\nlet id = "b"\n#endif')).toBe('"a" | "b"');
  });

  it('hides a property of its name', () => {
    expect(swift('class A { let id = "a"\nfunc f() { let id = other()\nhere(id)\nhere(self.id) } }')).toEqual(
      ['?', '"a"'],
    );
  });
});

describe('an option set', () => {
  it.each([
    ['{voIP}', 'var id: Set<PKPushType> = []\nid.insert(.voIP)'],
    ['{voIP, complication}', 'var id: Set<PKPushType> = [.voIP]\nid.formUnion([.complication])'],
    ['{voIP, complication}', 'let first: Set<PKPushType> = [.voIP]\nlet id = first.union([.complication])'],
    ['{voIP} | {}', 'var id: Set<PKPushType> = []\nif flag { id.insert(.voIP) }'],
    ['{voIP, ?}', 'var id: Set<PKPushType> = [.voIP]\nid.insert(other())'],
    ['?', 'var id: Set<PKPushType> = [.voIP]\nid.remove(.voIP)'],
  ])('is %s after %j', (expected, statements) => {
    expect(local(statements)).toBe(expected);
  });
});

describe('a member of a case', () => {
  const keys = (member: string) => `enum Keys: String { case first = "a", second\n${member} }`;

  it.each([
    ['"a"', 'var id: String { rawValue }', 'Keys.first.id'],
    ['"x.second"', 'var id: String { "x.\\(rawValue)" }', 'Keys.second.id'],
    ['"x.a"', 'var id: String { start + self.rawValue }\nvar start: String { "x." }', 'Keys.first.id'],
    ['"x.a.y"', 'var id: String { base + ".y" }\nvar base: String { "x." + rawValue }', 'Keys.first.id'],
    ['"b"', 'var id: String { switch self { case .first: "a"\ncase .second: "b" } }', 'Keys.second.id'],
    [
      '"b"',
      'var id: String { switch self { case .first: return "a"\ndefault: return "b" } }',
      'Keys.second.id',
    ],
    [
      '"a"',
      'var id: String { return switch self { case Keys.first, .other: "a"\ndefault: "b" } }',
      'Keys.first.id',
    ],
    ['?', 'var id: String { switch self { case .first where flag: "a"\ndefault: "b" } }', 'Keys.first.id'],
    [
      '?',
      'var id: String { switch self { case .first: log()\nreturn "a"\ndefault: return "b" } }',
      'Keys.first.id',
    ],
    ['?', 'var id: String { switch flag { case true: other()\ndefault: other() } }', 'Keys.first.id'],
    ['?', 'var id: String { switch self { case .first: "a"\ncase .second: "b" } }', 'key.id'],
    ['"a"', 'var id: String { switch self { case .first: "a"\ncase .second: "a" } }', 'key.id'],
    ['?', 'var id: String { rawValue }', 'key.id'],
    ['?', 'var id: String { ) + self.rawValue }', 'Keys.first.id'],
  ])('is %s for %j at %s', (expected, member, expr) => {
    expect(swift(`${keys(member)}\nfunc test(key: Keys, flag: Bool) { here(${expr}) }`).join()).toBe(
      expected,
    );
  });

  it('is found through what holds the case', () => {
    const code = `${keys('var id: String { rawValue }')}
class A { static let key = Keys.first\nlet own: Keys = .second\nfunc f() { here(Self.key.id)\nhere(own.id)\nhere(self.own.id) } }`;
    expect(swift(code)).toEqual(['"a"', '"second"', '"second"']);
  });
});

describe('an app', () => {
  const id = 'Bundle.main.bundleIdentifier';

  it.each([
    `guard let id = ${id} else { return "none" }\nreturn id + ".x"`,
    `if let id = ${id} { return id + ".x" } else { return "none" }`,
    `if let id = ${id} { return id + ".x" }\nreturn "none"`,
  ])('has a bundle identifier: %s', (body) => {
    expect(swift(`func make() -> String { ${body} }\nfunc test() { here(make()) }`)).toEqual([
      '"⟨bundle⟩.x"',
    ]);
  });

  it('may lack other things', () => {
    const body = `guard let id = ${id}, let part = other() else { return "none" }\nreturn id + ".x"`;
    const code = `func make() -> String { ${body} }\nfunc test() { here(make()) }`;
    expect(swift(code)).toEqual(['"none" | "⟨bundle⟩.x"']);
  });
});

describe('a member of an object', () => {
  const declared = `class Conf { let id = "a"\nstatic let shared = Conf()\nlet inner = Inner() }
class Inner { let id = "i" }`;

  it.each([
    ['"a"', 'here(Conf().id)'],
    ['"a"', 'here(Conf.shared.id)'],
    ['"a"', 'let conf = Conf()\nhere(conf.id)'],
    ['"i"', 'let conf: Conf = make()\nhere(conf.inner.id)'],
    ['"i"', 'here(Conf.shared.inner.id)'],
    ['?', 'let conf = make()\nhere(conf.id)'],
    ['?', 'here(make().id)'],
  ])('is %s for %j', (expected, code) => {
    expect(swift(`${declared}\nfunc test() { ${code} }`).join()).toBe(expected);
  });

  it('may be another one in a subclass', () => {
    const code = `class Conf { var id: String { "a" } }
class Other: Conf { override var id: String { "b" } }
func test(conf: Conf) { here(conf.id) }`;
    expect(swift(code)).toEqual(['?']);
  });

  it('is found by the first look-up already, however it is inherited', () => {
    expect(swift('class Base { let id = "a" }\nclass A: Base { func f() { here(self.id) } }')).toEqual([
      '"a"',
    ]);
  });
});

describe('a declaration', () => {
  it.each([
    ['"a"', 'let id = "a"', 'id'],
    ['"a"', 'enum Keys { static let id = "a" }', 'Keys.id'],
    ['"a"', 'enum Keys { enum Tasks { static let id = "a" } }', 'Keys.Tasks.id'],
    ['"a"', 'enum Keys {}\nextension Keys { static let id = "a" }', 'Keys.id'],
    ['"a"', 'enum Keys { static var id: String { "a" } }', 'Keys.id'],
    ['"a"', 'enum Keys { static func id() -> String { return "a" } }', 'Keys.id()'],
    ['"x.a"', 'enum Keys { static let base = "x"\nstatic let id = base + ".a" }', 'Keys.id'],
    ['"x.a"', 'enum Keys { static let base = "x"\nstatic let id = "\\(Self.base).a" }', 'Keys.id'],
    ['"a"', 'enum Keys: String { case id = "a" }', 'Keys.id.rawValue'],
    ['"id"', 'enum Keys: String { case id }', 'Keys.id.rawValue'],
    ['id', 'enum Keys: String { case id }', 'Keys.id'],
    ['?', 'enum Keys { case id }', 'Keys.id.rawValue'],
    ['"x.a"', 'func make(_ s: String) -> String { "x." + s }', 'make("a")'],
    ['"x.a"', 'func make(_ s: String = "a") -> String { "x." + s }', 'make()'],
    ['?', 'func make(_ s: String) -> String { "x." + s }', 'make(other())'],
    ['"a" | "b"', 'func make() -> String { if flag { return "a" }\nreturn "b" }', 'make()'],
    ['"a"', 'var id = "a"', 'id'],
    ['?', 'var id = "a"\nfunc f() { id = "b" }', 'id'],
    ['?', 'public var id = "a"', 'id'],
    ['?', 'class A { @AppStorage("k") static var id = "a" }', 'A.id'],
    ['?', 'enum Keys { static var id = "a" }\nfunc f() { Keys.id += "b" }', 'Keys.id'],
    ['?', 'struct Keys { var id = "a" }', 'Keys().id'],
    ['"a"', 'private var id = "a"', 'id'],
    ['?', 'private var id = "a"\nfunc f() { id = "b" }', 'id'],
    ['playback', 'let category: AVAudioSession.Category = .playback', 'category'],
    ['playback', 'let category = AVAudioSession.Category.playback', 'category'],
    ['{mixWithOthers}', 'let options: AVAudioSession.CategoryOptions = [.mixWithOthers]', 'options'],
    ['"a" | "b"', '#if DEBUG\nlet id = "a"\n#else\nlet id = "b"\n#endif', 'id'],
    [
      '"⟨bundle⟩.a"',
      'extension Bundle { static let own = Bundle.main.bundleIdentifier! }\nlet id = Bundle.own + ".a"',
      'id',
    ],
  ])('gives %s for %j', (expected, declaration, expr) => {
    expect(swift(`${declaration}\nfunc test(flag: Bool) { here(${expr}) }`).join()).toBe(expected);
  });

  it('is found in the type around the code, its outer types and its supertypes', () => {
    const base = 'class Base { static let inherited = "base" }';
    const code = `${base}\nenum Outer { static let outer = "o"\nclass Inner: Base { let own = "i"
      func f() { here(own)\nhere(self.own)\nhere(outer)\nhere(Self.inherited)\nhere(Inner.inherited) } } }`;
    expect(swift(code)).toEqual(['"i"', '"i"', '"o"', '"base"', '"base"']);
  });

  it('is not certain when a subclass overrides it', () => {
    const code =
      'class A { var id: String { "a" }\nfunc f() { here(id) } }\nclass B: A { override var id: String { "b" } }';
    expect(swift(code)).toEqual(['?']);
  });
});

describe('a name of another file', () => {
  it('is found in all files', () => {
    expect(
      swift('func f() { here(Keys.Tasks.refresh)\nhere(global) }', {
        'keys.swift': 'enum Keys { enum Tasks { static let refresh = "\\(prefix).refresh" } }',
        'prefix.swift': 'let prefix = "app"\nlet global = prefix + "!"',
      }),
    ).toEqual(['"app.refresh"', '"app!"']);
  });

  it('is unknown when two files disagree', () => {
    const others = { 'b.swift': 'let id = "b"', 'c.swift': 'let id = "c"' };
    expect(swift('func f() { here(id) }', others)).toEqual(['?']);
  });

  it('is not seen when it is private there', () => {
    expect(swift('func f() { here(id) }', { 'b.swift': 'private let id = "b"' })).toEqual(['?']);
    expect(
      swift('private let id = "a"\nfunc f() { here(id) }', { 'b.swift': 'private let id = "b"' }),
    ).toEqual(['"a"']);
  });

  it('is Objective-C just as well', () => {
    const others = {
      'keys.m':
        'NSString *const TaskID = @"a";\n@implementation Keys\n+ (NSString *)task { return @"b"; }\n@end',
    };
    expect(swift('func f() { here(TaskID)\nhere(Keys.task) }', others)).toEqual(['"a"', '"b"']);
  });
});

describe('a parameter', () => {
  it.each([
    ['"a"', 'private func f(_ id: String) { here(id) }\nfunc g() { f("a") }'],
    ['"a"', 'private func f(_ id: String) { here(id) }\nfunc g() { f("a"); self.f("a") }'],
    ['"a" | "b"', 'private func f(_ id: String) { here(id) }\nfunc g() { f("a"); f("b") }'],
    ['"a" | ?', 'func f(_ id: String) { here(id) }\nfunc g() { f("a") }'],
    ['"a" | ?', 'private func f(_ id: String) { here(id) }\nfunc g(x: A) { f("a"); x.f("b") }'],
    ['"a" | ?', 'private func f(_ id: String) { here(id) }\nfunc g() { f("a"); list.forEach(f) }'],
    ['"a"', 'private func f(id: String = "a") { here(id) }\nfunc g() { f() }'],
    ['"a" | "b"', 'private func f(id: String = "a") { here(id) }\nfunc g() { f(); f(id: "b") }'],
    ['"a"', 'func g() { func f(_ id: String) { here(id) }\nf("a") }'],
    ['"a" | ?', 'private func f(_ id: String) { here(id); f(id) }\nfunc g() { f("a") }'],
    ['?', 'func f(_ id: String) { here(id) }'],
    ['?', 'func f() { run { id in here(id) } }'],
    ['voIP', 'private func f(_ id: PKPushType) { here(id) }\nfunc g() { f(.voIP) }'],
    [
      '"r"',
      'enum Task: String { case refresh = "r" }\nprivate func f(_ id: Task) { here(id.rawValue) }\nfunc g() { f(.refresh) }',
    ],
  ])('is %s for %j', (expected, members) => {
    expect(swift(`class A {\n${members}\n}`).join()).toBe(expected);
  });
});

describe('an argument', () => {
  it('means what it means where it is written', () => {
    const code = `class Session { fileprivate init(id: String) { here(id) } }
class Manager { static let id = "manager"\nfunc f() { _ = Session(id: Self.id) } }
extension Session { static let id = "session" }`;
    expect(swift(code)).toEqual(['"manager"']);
  });
});

describe('cycles', () => {
  it.each([
    'let a = b\nlet b = a\nfunc f() { here(a) }',
    'enum A { static var x: String { B.x } }\nenum B { static var x: String { A.x } }\nfunc f() { here(A.x) }',
    'func make(_ s: String) -> String { make(s + "x") }\nfunc f() { here(make("a")) }',
    'class A: B { func f() { here(self.id) } }\nclass B: A {}',
    'func f() { var x = x\nx = x\nhere(x) }',
  ])('end in unknown: %j', (code) => {
    expect(swift(code)).toEqual(['?']);
  });
});
