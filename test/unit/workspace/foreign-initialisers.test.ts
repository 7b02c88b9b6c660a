/** Values that initialisers are given in one file, and that reach the SDK in another one, over properties as well. */
import { describe, expect, it } from 'vitest';
import { check, type Files, found, hostOf, opened, refused } from '../../support/handed-values';

const job = `import BackgroundTasks
final class Job {
  let identifier: String
  init(identifier: String) {
    self.identifier = identifier
  }
  func submit() {
    try? BGTaskScheduler.shared.submit(BGAppRefreshTaskRequest(identifier: identifier))
  }
}
`;
const record = `import BackgroundTasks
struct Job {
  let identifier: String
  var delay = 1
  func submit() {
    try? BGTaskScheduler.shared.submit(BGAppRefreshTaskRequest(identifier: self.identifier))
  }
}
`;
const start = (made: string) => `struct Start { func run() { ${made} } }\n`;

const made = (files: Files, call: string) => check({ ...files, 'App/Start.swift': start(call) });

describe('an identifier that an initialiser is given', () => {
  it.each([
    ['is permitted', 'Job(identifier: "a.known").submit()', []],
    ['is not permitted', 'Job(identifier: "a.other").submit()', refused],
    ['is not known', 'Job(identifier: compute()).submit()', []],
    ['is one of two', 'Job(identifier: "a.other"); Job(identifier: "a.third")', ["'a.other' or 'a.third'"]],
    ['is once not known', 'Job(identifier: "a.other"); Job(identifier: compute())', []],
    ['is given by its whole name', 'Job.init(identifier: "a.other")', refused],
    ['is given where the type is known', 'let job: Job = .init(identifier: "a.other")', refused],
    [
      'is also given where the type is not known',
      'Job(identifier: "a.other"); add(.init(identifier: id))',
      [],
    ],
    ['has a neighbour with other labels', 'Job(identifier: "a.other"); add(.init(name: id))', refused],
    ['is also given by reference', 'Job(identifier: "a.other"); ids.map(Job.init)', []],
    ['is also given by a bare reference', 'Job(identifier: "a.other"); ids.map(.init)', []],
    ['is also given by the type', 'Job(identifier: "a.other"); make(Job.self)', []],
    [
      'is also given by a type of an object',
      'Job(identifier: "a.other"); type(of: x).init(identifier: id)',
      [],
    ],
    ['stands beside other uses of the type', 'Job(identifier: "a.other"); let all: [Job] = [Job]()', refused],
    ['is given under a condition', '#if DEBUG\nJob(identifier: "a.other")\n#endif\n', []],
  ])('%s', async (_name, call, expected) => {
    expect(await made({ 'App/Job.swift': job }, call)).toEqual(expected);
    expect(await made({ 'App/Job.swift': record }, call)).toEqual(expected);
  });

  const other = 'Job(identifier: "a.other").submit()';

  it.each([
    ['nothing more', '', refused],
    ['a subclass', 'final class Special: Job {}', []],
    ['an extension with an unknown protocol', 'extension Job: Making {}', []],
    ['an extension with a plain protocol', 'extension Job: Hashable {}', refused],
    ['another name for it', 'typealias Work = Job', []],
    ['another name for many of it', 'struct Queue { typealias All = [Job] }', []],
    ['another type of that name', 'enum Old { struct Job { let identifier: String } }', []],
    [
      'a factory',
      'extension Job { static func make() -> Job { .init(identifier: "a.third") } }',
      ["'a.third' or 'a.other'"],
    ],
    [
      'a factory of the type itself',
      'extension Job { static func make() -> Job { Self(identifier: "a.third") } }',
      ["'a.third' or 'a.other'"],
    ],
    ['a call without a type', 'func other() { add(.init(identifier: "a.third")) }', []],
    ['a call without a type of others', 'func other() { add(.init(name: "a.third")) }', refused],
    [
      'another initialiser',
      'extension Job { init(name: String) { self.init(identifier: "a.third") } }',
      ["'a.third' or 'a.other'"],
    ],
    ['an initialiser that sets it', 'extension Job { init(name: String) { identifier = name } }', []],
    ['a type that is broken', 'struct Broken { func run( { Job(identifier: ) ] }', []],
  ])('beside %s', async (_name, text, expected) => {
    const files = { 'App/Job.swift': record, 'App/Other.swift': `${text}\n` };
    expect(await made(files, other)).toEqual(expected);
  });

  it.each([
    ['a private property', 'let identifier', 'private let identifier', refused],
    ['a variable', 'let identifier', 'var identifier', refused],
    ['a public variable', 'let identifier', 'public var identifier', []],
    ['a property wrapper', 'let identifier', '@Stored var identifier', []],
    ['a private initialiser', '  init(', '  private init(', []],
    ['a public initialiser', '  init(', '  public init(', []],
    ['an initialiser that has to be there', '  init(', '  required init(', []],
    [
      'a convenient one',
      '  func submit',
      '  convenience init() { self.init(identifier: "a.third") }\n  func submit',
      ["'a.third' or 'a.other'"],
    ],
    [
      'one that sets it itself',
      '  func submit',
      '  init() { identifier = "a.third" }\n  func submit',
      ["'a.other' or 'a.third'"],
    ],
    ['one that computes it', '  func submit', '  init() { identifier = compute() }\n  func submit', []],
    [
      'one of two that fit',
      '  func submit',
      '  init(identifier: String, n: Int = 1) { self.identifier = "b" }\n  func submit',
      [],
    ],
    ['a value made of it', '= identifier\n', '= "a." + identifier\n', ["'a.a.other'"]],
    ['a decoder', 'class Job', 'class Job: Codable', []],
    ['a macro', 'final class', '@Model final class', []],
    ['an actor', 'final class', 'actor', refused],
    ['a class of Objective-C', 'final class Job', '@objcMembers final class Job: NSObject', []],
    ['a default', 'init(identifier: String', 'init(identifier: String = "a.third"', refused],
    ['the parameter alone', 'let identifier: String\n', 'let other = 1\n', []],
  ])('through %s', async (_name, from, to, expected) => {
    expect(await made({ 'App/Job.swift': job.replace(from, to) }, other)).toEqual(expected);
  });

  it('is followed to where it is used in the initialiser', async () => {
    const text = `import BackgroundTasks
final class Job {
  init(identifier: String) {
    BGTaskScheduler.shared.register(forTaskWithIdentifier: identifier, using: nil) { _ in }
  }
}
`;
    expect(await made({ 'App/Job.swift': text }, other)).toEqual(refused);
  });

  it.each([
    ['is set by nobody else', '', refused],
    ['is set by code of its file', 'func change(_ job: Job) { job.identifier = compute() }', []],
  ])('a variable %s', async (_name, text, expected) => {
    const changed = `${job.replace('let identifier', 'var identifier')}`;
    const files = { 'App/Job.swift': changed + text };
    expect(await made(files, other)).toEqual(expected);
    const apart = { 'App/Job.swift': changed, 'App/Other.swift': text };
    expect(await made(apart, other)).toEqual(expected);
  });

  it('counts with the defaults of a structure', async () => {
    const text = record.replace('let identifier: String', 'var identifier = "a.other"');
    expect(await made({ 'App/Job.swift': text }, 'Job().submit()')).toEqual(refused);
    expect(await made({ 'App/Job.swift': text }, 'Job(identifier: "a.known").submit()')).toEqual([]);
    expect(await made({ 'App/Job.swift': text }, 'Job(delay: 2).submit()')).toEqual(refused);
  });

  it('belongs to its place among the properties of a structure', async () => {
    const text = record.replace(
      '  let identifier',
      '  let name: String, kind = 1\n  static let all = 2\n  let identifier',
    );
    const call = 'Job(name: "a.known", identifier: "a.other", delay: 2).submit()';
    expect(await made({ 'App/Job.swift': text }, call)).toEqual(refused);
  });

  it('is read from an object in another file', async () => {
    const files = {
      'App/Job.swift': 'struct Job { let identifier: String }\n',
      'App/Scheduler.swift': `import BackgroundTasks
func submit(_ job: Job) { try? BGTaskScheduler.shared.submit(BGAppRefreshTaskRequest(identifier: job.identifier)) }
`,
    };
    expect(await made(files, 'submit(Job(identifier: "a.other"))')).toEqual(refused);
    expect(await made(files, 'submit(Job(identifier: "a.known"))')).toEqual([]);
  });
});

it('a finding is withdrawn when a file begins to make objects without naming their type', async () => {
  const host = hostOf({
    'App/Job.swift': job,
    'App/Start.swift': start('Job(identifier: "a.other").submit()'),
    'App/Other.swift': 'func other() { add(1) }\n',
  });
  const workspace = await opened(host);
  expect(await found(workspace)).toEqual(refused);
  workspace.didOpen(host.uri('App/Other.swift'), 1, 'func other() { add(.init(identifier: id)) }\n');
  await workspace.update();
  expect(await found(workspace)).toEqual([]);
  workspace.didChange(host.uri('App/Other.swift'), 2, 'func other() { add(.init(name: id)) }\n', undefined);
  await workspace.update();
  expect(await found(workspace)).toEqual(refused);
  workspace.dispose();
});
