/** Tasks that closures and local functions end, branches that forget them, and identifiers that are taken out of variables. */
import { beforeAll, describe, expect, it } from 'vitest';
import { expirationHandlerRule } from '../../server/src/core/rules/background-task/expiration-handler';
import { notEndedRule } from '../../server/src/core/rules/background-task/not-ended';
import { fixed, loadGrammars, places, runRules } from '../support/code-rules';
import { markedPlaces, withoutMarks } from '../support/examples';

beforeAll(loadGrammars);

function check(code: string): void {
  const marked = { 'a.swift': code };
  const expected = markedPlaces(marked).map((place) => `${place} on-some-path`);
  expect(places(runRules([notEndedRule, expirationHandlerRule], withoutMarks(marked)))).toEqual(expected);
}

const end = 'UIApplication.shared.endBackgroundTask(id)';

/** Begins a task whose handler ends it, and goes on with `code`. */
function work(code: string): string {
  return `import UIKit
final class Uploader {
  func work(_ data: Data?, flag: Bool) {
    var id = UIBackgroundTaskIdentifier.invalid
    id = UIApplication.shared.beginBackgroundTask(withName: "x") {
      ${end}
      id = .invalid
    }
${code}
  }
}
`;
}

describe('a task is left open', () => {
  it.each([
    ['a queue', `DispatchQueue.global().async {\n  guard flag else { ⟦return⟧ }\n  ${end}\n}`],
    [
      'a queue, self gone',
      `queue.async { [weak self] in\n  guard let self, flag else { ⟦return⟧ }\n  ${end}\n}`,
    ],
    ['a Task', `Task {\n  guard await prepare() else { ⟦return⟧ }\n  ${end}\n}`],
    ['a Task that throws', `Task {\n  ⟦try⟧ await upload()\n  ${end}\n}`],
    ['a detached Task', `Task.detached { [flag] in\n  ⟦try⟧ await upload(flag)\n  await ${end}\n}`],
    ['an immediate Task', `Task.immediate {\n  guard await prepare() else { ⟦return⟧ }\n  ${end}\n}`],
    ['a notified group', `group.notify(queue: .main) {\n  if flag { ⟦return⟧ }\n  ${end}\n}`],
    [
      'a transfer',
      `URLSession.shared.dataTask(with: url) { data, _, error in\n  guard let data, error == nil else { ⟦return⟧ }\n  store(data)\n  ${end}\n}.resume()`,
    ],
    [
      'a nested hop',
      `queue.async {\n  DispatchQueue.main.async {\n    if flag { ⟦return⟧ }\n    ${end}\n  }\n}`,
    ],
    ['a local function', `func finish() {\n  guard flag else { ⟦return⟧ }\n  ${end}\n}\nfinish()`],
    [
      'a completion in a constant',
      `let finish = {\n  guard flag else { ⟦return⟧ }\n  ${end}\n}\nupload(completion: finish)`,
    ],
    ['a closure on the spot', `_ = {\n  guard flag else { ⟦return⟧ }\n  ${end}\n}()`],
  ])('in %s', (_title, code) => {
    check(work(code));
  });

  it.each([
    ['catch', `do { try upload(); ${end} } ⟦catch⟧ { print(error) }`],
    ['one of the catches', `do { try upload(); ${end} } ⟦catch⟧ is URLError { print("x") } catch { ${end} }`],
    ['else', `if flag {\n  ${end}\n} ⟦else⟧ {\n  print("later")\n}`],
    ['a case', `switch result {\ncase .success: ${end}\n⟦case⟧ .failure(let error): print(error)\n}`],
    ['a case that only breaks', `switch flag {\ncase true: ${end}\n⟦default⟧: break\n}`],
    ['catch in a Task', `Task {\n  do { try await upload(); ${end} } ⟦catch⟧ { print(error) }\n}`],
  ])('by %s', (_title, code) => {
    check(work(code));
  });

  it('after an if or a switch that is an expression', () => {
    check(work(`let text = if flag { "a" } else { "b" }\nif text == "a" { ⟦return⟧ }\n${end}`));
    check(work(`let text = switch data { case nil: "a" default: "b" }\nif text == "a" { ⟦return⟧ }\n${end}`));
  });

  it('when such an expression throws', () => {
    check(
      work(
        `Task {\n  let text = ⟦if⟧ flag { try await load() } else { "b" }\n  ${end}\n}`
          .replace('⟦if⟧', 'if')
          .replace('try', '⟦try⟧'),
      ),
    );
  });
});

describe('nothing is said about', () => {
  it.each([
    [
      'a second closure that ends it too',
      `upload { error in\n  guard error == nil else { return }\n  ${end}\n}\nqueue.asyncAfter(deadline: .now() + 9) { ${end} }`,
    ],
    [
      'a closure that runs many times',
      `publisher.sink { value in\n  guard flag else { return }\n  ${end}\n}`,
    ],
    [
      'a closure of which nobody knows how often it runs',
      `upload { item in\n  guard item.isLast else { return }\n  ${end}\n}`,
    ],
    [
      'a local function that several ways lead to',
      `func finish() {\n  guard flag else { return }\n  ${end}\n}\nfinish()\nfinish()`,
    ],
    [
      'a local function that runs in a loop',
      `func step() {\n  guard flag else { return }\n  ${end}\n}\nfor _ in data! { step() }`,
    ],
    [
      'a local function that somebody else keeps',
      `func finish() {\n  guard flag else { return }\n  ${end}\n}\nonDone = finish\nfinish()`,
    ],
    [
      'a local function that a stored closure calls',
      `func finish() {\n  guard flag else { return }\n  ${end}\n}\nonDone = { finish() }`,
    ],
    ['recursion', `func step(_ n: Int) {\n  if n == 0 { ${end}; return }\n  step(n - 1)\n}\nstep(3)`],
    [
      'an end in an if that is an expression',
      `let text = if flag { finish(id) } else { "b" }\nif text == "a" { return }`,
    ],
    ['a condition without else', `if flag { ${end} }`],
    ['a cancelled Task', `Task {\n  if Task.isCancelled { return }\n  ${end}\n}`],
    [
      'an identifier that is invalid in a closure',
      `queue.async {\n  guard id != .invalid else { return }\n  ${end}\n}`,
    ],
    ['a handler that an operation runs', `let last = BlockOperation { ${end} }\nqueue.addOperation(last)`],
    [
      'map',
      'let held: UIBackgroundTaskIdentifier? = id\nheld.map { UIApplication.shared.endBackgroundTask($0) }\nif flag { return }',
    ],
  ])('%s', (_title, code) => {
    check(work(code));
  });
});

describe('an identifier that is taken out of a property ends the task', () => {
  const end = 'UIApplication.shared.endBackgroundTask';
  it.each([
    ['map', `id.map { ${end}($0) }`],
    ['map with a name', `_ = id.map { token in ${end}(token) }`],
    ['map with a method', `id.map(${end})`],
    ['if case', `if case let token? = id { ${end}(token) }`],
    ['guard case', `guard case .some(let token) = id else { return }\n    ${end}(token)`],
    ['switch', `switch id {\n    case .some(let token): ${end}(token)\n    case nil: break\n    }`],
    ['for case', `for case let token? in [id] { ${end}(token) }`],
    ['a method in a constant', `let stop = ${end}\n    stop(id!)`],
    ['forEach', `[id!].forEach(${end})`],
  ])('with %s', (_title, code) => {
    check(`import UIKit
final class Uploader {
  private var id: UIBackgroundTaskIdentifier?
  func start() {
    id = UIApplication.shared.beginBackgroundTask { [weak self] in self?.stop() }
  }
  private func stop() {
    ${code}
    id = nil
  }
}
`);
  });

  it('in an extension of identifiers', () => {
    check(`import UIKit
final class Uploader {
  private var id = UIBackgroundTaskIdentifier.invalid
  func start() { id = UIApplication.shared.beginBackgroundTask { self.id.finish() } }
}
extension UIBackgroundTaskIdentifier {
  mutating func finish() {
    guard self != .invalid else { return }
    ${end}(self)
    self = .invalid
  }
}
`);
  });

  it('and so does one out of a local or a collection', () => {
    const local = (code: string): string =>
      `import UIKit\nfunc go() {\n  var id: UIBackgroundTaskIdentifier?\n  id = UIApplication.shared.beginBackgroundTask(withName: "x")\n  work {\n    print("done")\n    ${code}\n  }\n}\n`;
    check(local(`id.map { ${end}($0) }`));
    check(local(`if case let token? = id { ${end}(token) }`));
    check(local(`switch id {\n    case .some(let token): ${end}(token)\n    case nil: break\n    }`));
    check(`import UIKit
final class Pool {
  var ids: [UIBackgroundTaskIdentifier] = []
  func begin() { ids.append(UIApplication.shared.beginBackgroundTask { [weak self] in self?.endAll() }) }
  func endAll() { ids.forEach(${end}) }
}
`);
  });
});

it('an expiration handler that waits for the end returns after it', () => {
  check(`import UIKit
final class Uploader {
  var id = UIBackgroundTaskIdentifier.invalid
  func start() {
    id = UIApplication.shared.beginBackgroundTask {
      let isEnded = DispatchSemaphore(value: 0)
      Task.detached { await self.stop(); isEnded.signal() }
      isEnded.wait()
    }
    stop()
  }
  func stop() { UIApplication.shared.endBackgroundTask(id) }
}
`);
});

describe('the fix ends the task', () => {
  function afterFix(code: string): string {
    const files = withoutMarks({ 'a.swift': work(code) });
    const [finding] = runRules([notEndedRule], files);
    if (finding === undefined) throw new Error('Nothing found');
    const after = fixed(files, finding);
    expect(runRules([notEndedRule], after)).toEqual([]);
    return after['a.swift'] ?? '';
  }

  it('in a catch', () => {
    expect(
      afterFix(`    do {\n      try upload()\n      ${end}\n    } catch {\n      print(error)\n    }`),
    ).toContain(`print(error)\n      ${end}\n    }`);
  });

  it('in a case', () => {
    expect(afterFix(`    switch flag {\n    case true: ${end}\n    default: break\n    }`)).toContain(
      `default: ${end}\n`,
    );
  });

  it('before a return in a closure', () => {
    expect(afterFix(`    queue.async {\n      guard flag else { return }\n      ${end}\n    }`)).toContain(
      `else { ${end}; return }`,
    );
  });
});
