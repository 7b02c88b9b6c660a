/** Effects across files: when does a function end a background task, if ever? */
import { beforeAll, describe, expect, it } from 'vitest';
import { buildCodeIndex, type CodeIndex } from '../../../server/src/core/program/code-index';
import { summariseEffects } from '../../../server/src/core/program/effects';
import { outcomeOf } from '../../../server/src/core/program/outcome';
import { loadGrammars, parseFile } from '../../support/code-rules';

beforeAll(loadGrammars);

function indexOf(files: Record<string, string>): CodeIndex {
  return buildCodeIndex(
    new Map(Object.entries(files).map(([uri, text]) => [uri, summariseEffects(parseFile(uri, text))])),
  );
}

/** Timings of the ends that `C.go` leads to, `open` when something unknown may happen before, `later` after it returns. */
function outcome(files: Record<string, string>): string[] {
  const index = indexOf(files);
  const [go] = index.methods('C', 'go');
  if (go?.fn.effects === undefined) throw new Error('No C.go');
  const { ends, isOpen, isOpenLater } = outcomeOf(go.fn.effects, index, go.uri, 'C');
  const timings = new Set(ends.map(({ timing }) => timing));
  return [...timings, ...(isOpen ? ['open'] : []), ...(isOpenLater ? ['later'] : [])].sort();
}

const end = 'UIApplication.shared.endBackgroundTask(id)';

describe('one file', () => {
  it.each<[string, string, string[]]>([
    ['nothing', 'print("x")', []],
    ['an end', end, ['sync']],
    ['an end of no task', 'UIApplication.shared.endBackgroundTask(.invalid)', []],
    ['an end behind the reset', `id = .invalid\n${end}`, []],
    ['an end behind the reset and more', `id = .invalid\nkept = nil\n${end}`, []],
    ['an end behind the reset of a copy', `var copy = id\ncopy = .invalid\n${end}`, ['sync']],
    [
      'an end of a copy behind the reset',
      `let copy = id\nid = .invalid\nUIApplication.shared.endBackgroundTask(copy)`,
      ['sync'],
    ],
    ['an end behind the reset and a call that may set it again', `id = .invalid\nfinish()\n${end}`, ['sync']],
    ['an end behind another value', `id = .invalid\nid = saved\n${end}`, ['sync']],
    ['a method', 'stop()', ['sync']],
    ['a method of self', 'self.stop()', ['sync']],
    ['a method with another label', 'stop(after: 1)', ['open']],
    ['a default argument', 'finish()', ['sync']],
    ['an unknown method', 'vanish()', ['open']],
    ['an unknown method later', 'DispatchQueue.main.async { self.vanish() }', ['later']],
    ['both', `${end}\nDispatchQueue.main.async { ${end} }`, ['async', 'sync']],
    ['a closure that is run at once', `with { ${end} }`, ['sync']],
    ['a closure that is run later', `later { ${end} }`, ['async']],
    ['a closure that is kept', `keep { ${end} }`, ['maybe']],
    ['a closure passed on', `relay { ${end} }`, ['async']],
    ['a closure that is given by name', `let x = { ${end} }\nlater(x)`, ['async']],
    ['a method that is given by name', 'later(stop)', ['async']],
    ['a closure nobody calls', `let x = { ${end} }`, []],
    ['a recursive method', 'around(1)', ['sync']],
    ['a labelled closure', `pair(first: { ${end} }, second: { })`, ['sync']],
    ['the other labelled closure', `pair(first: { }, second: { ${end} })`, ['async']],
    ['two trailing closures', `pair { } second: { ${end} }`, ['async']],
    ['a local function', `func inner() { ${end} }\ninner()`, ['sync']],
    ['a local function nobody calls', `func inner() { ${end} }`, []],
    ['a recursive local function', 'func inner() { inner() }\ninner()', []],
    ['a begin', `id = UIApplication.shared.beginBackgroundTask { ${end} }`, []],
  ])('%s', (_title, body, expected) => {
    const text = `
class C {
  var id = UIBackgroundTaskIdentifier.invalid
  var kept: (() -> Void)?
  func go() { ${body} }
  func stop() { ${end} }
  func finish(now: Bool = true) { ${end} }
  func around(_ n: Int) { around(n - 1); stop() }
  func with(_ work: () -> Void) { work() }
  func later(_ work: @escaping () -> Void) { DispatchQueue.main.async(execute: work) }
  func relay(_ work: @escaping () -> Void) { later { work() } }
  func keep(_ work: @escaping () -> Void) { kept = work }
  func pair(first: () -> Void, second: @escaping () -> Void) { first(); later(second) }
}`;
    expect(outcome({ 'a.swift': text })).toEqual(expected);
  });
});

describe('several files', () => {
  it.each<[string, Record<string, string>, string[]]>([
    ['an extension', { b: `extension C { func stop() { ${end} } }` }, ['sync']],
    ['a superclass', { b: `class Base { func stop() { ${end} } }` }, ['sync']],
    ['a subclass', { b: `class Sub: C { override func stop() { ${end} } }` }, ['sync']],
    ['an extension of a protocol', { b: `extension Stopping { func stop() { ${end} } }` }, ['sync']],
    ['a free function', { b: `func stop() { ${end} }` }, ['sync']],
    ['another type', { b: `class D { func stop() { ${end} } }` }, ['open']],
    ['a declaration without a body', { b: 'protocol Stopping { func stop() }' }, ['open']],
  ])('%s', (_title, more, expected) => {
    const files = Object.fromEntries(Object.entries(more).map(([name, text]) => [`${name}.swift`, text]));
    expect(outcome({ 'a.swift': 'class C: Base, Stopping { func go() { stop() } }', ...files })).toEqual(
      expected,
    );
  });

  it('follows another object by its type', () => {
    const helper = `class Helper { static let shared = Helper()\n func stop() { ${end} }\n func cancel() { stop() } }`;
    const call = (code: string): Record<string, string> => ({
      'a.swift': `class C { let helper: Helper\n let other = unknown()\n func go() { ${code} } }`,
      'b.swift': helper,
    });
    expect(outcome(call('helper.stop()'))).toEqual(['sync']);
    expect(outcome(call('Helper.shared.stop()'))).toEqual(['sync']);
    expect(outcome(call('helper.vanish()'))).toEqual(['open']);
    expect(outcome(call('other.stop()'))).toEqual(['open']);
  });

  it('follows methods of both languages', () => {
    const objc = `@implementation C\n- (void)go { [self stopNow:YES]; }\n@end\n@implementation C (Stop)\n- (void)stopNow:(BOOL)x { [[UIApplication sharedApplication] endBackgroundTask:_id]; }\n@end`;
    expect(outcome({ 'a.m': objc })).toEqual(['sync']);
    const setter = `@implementation C\n- (void)go { self.done = YES; }\n- (void)setDone:(BOOL)x { [[UIApplication sharedApplication] endBackgroundTask:_id]; }\n@end`;
    expect(outcome({ 'a.m': setter })).toEqual(['sync']);
  });

  it('gives up on chains that are too long, and on code that could not be parsed', () => {
    const chain = Array.from({ length: 14 }, (_, i) => `func f${i}() { f${i + 1}() }`).join('\n');
    expect(outcome({ 'a.swift': `class C { func go() { f0() }\n${chain}\n func f14() { } }` })).toEqual([
      'open',
    ]);
    expect(outcome({ 'a.swift': 'class C {\n  func go() {\n    let x = = )\n  }\n}' })).toEqual(['open']);
  });
});

it('is plain data that survives being written and read', () => {
  const text = `class C { var id = 1\n func go() { later { ${end} } }\n func later(_ w: () -> Void) { w() } }`;
  const effects = summariseEffects(parseFile('a.swift', text));
  expect(JSON.parse(JSON.stringify(effects))).toEqual(effects);
});
