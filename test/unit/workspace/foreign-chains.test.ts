/** Values that are handed on from one function to the next, and others than identifiers. */
import { describe, expect, it } from 'vitest';
import { check, type Files, hostOf, opened, refused } from '../../support/handed-values';

const scheduler = `import BackgroundTasks
enum Scheduler {
  static func schedule(id: String) {
    try? BGTaskScheduler.shared.submit(BGAppRefreshTaskRequest(identifier: id))
  }
}
`;
const service = `struct Service {
  func plan(_ id: String) { Scheduler.schedule(id: id) }
}
`;
const start = (body: string) => `struct Start { func run() { ${body} } }\n`;
const files: Files = { 'App/Scheduler.swift': scheduler, 'App/Service.swift': service };

describe('an identifier that is handed on', () => {
  it.each([
    ['is permitted', 'Service().plan("a.known")', []],
    ['is not permitted', 'Service().plan("a.other")', refused],
    ['is not known', 'Service().plan(compute())', []],
    ['is one of two', 'Service().plan("a.other"); Service().plan("a.third")', ["'a.other' or 'a.third'"]],
    [
      'is once given directly',
      'Service().plan("a.other"); Scheduler.schedule(id: "a.third")',
      ["'a.other' or 'a.third'"],
    ],
    ['is once not known further down', 'Service().plan("a.other"); Scheduler.schedule(id: x())', []],
    ['may be handed on in other ways', 'Service().plan("a.other"); let f = Service().plan', []],
  ])('by another file and %s', async (_name, body, expected) => {
    expect(await check({ ...files, 'App/Start.swift': start(body) })).toEqual(expected);
  });

  it('within one file', async () => {
    const one = scheduler + service;
    expect(
      await check({ 'App/One.swift': one, 'App/Start.swift': start('Service().plan("a.other")') }),
    ).toEqual(refused);
    expect(await check({ 'App/One.swift': `${one}${start('Service().plan("a.other")')}` })).toEqual(refused);
  });

  it('with something added on the way', async () => {
    const longer = { ...files, 'App/Service.swift': service.replace('id: id', 'id: "a." + id') };
    expect(await check({ ...longer, 'App/Start.swift': start('Service().plan("other")') })).toEqual(refused);
    expect(await check({ ...longer, 'App/Start.swift': start('Service().plan("known")') })).toEqual([]);
  });

  it('by an initialiser that keeps it', async () => {
    const job = 'struct Job {\n let id: String\n func run() { Scheduler.schedule(id: id) }\n}\n';
    const kept = { 'App/Scheduler.swift': scheduler, 'App/Job.swift': job };
    expect(await check({ ...kept, 'App/Start.swift': start('Job(id: "a.other").run()') })).toEqual(refused);
    expect(await check({ ...kept, 'App/Start.swift': start('Job(id: "a.known").run()') })).toEqual([]);
  });

  it('to an initialiser by another one', async () => {
    const job = `import BackgroundTasks
struct Job {
  let request: BGAppRefreshTaskRequest
  init(id: String) { request = BGAppRefreshTaskRequest(identifier: id) }
}
`;
    const maker = 'struct Maker {\n let job: Job\n init(_ name: String) { job = Job(id: name) }\n}\n';
    const kept = { 'App/Job.swift': job, 'App/Maker.swift': maker };
    expect(await check({ ...kept, 'App/Start.swift': start('let m = Maker("a.other")') })).toEqual(refused);
  });

  it.each([
    ['itself', 'extension Scheduler { static func again(id: String) { schedule(id: id) } }', []],
    [
      'itself with a value beside',
      'extension Scheduler { static func again(id: String) { schedule(id: id); again(id: id) } }',
      [],
    ],
  ])('is not known when a function calls only %s', async (_name, text, expected) => {
    expect(await check({ 'App/Scheduler.swift': scheduler, 'App/Again.swift': text })).toEqual(expected);
  });

  it('is not known when functions hand it on to each other', async () => {
    const both = `struct A { func a(_ id: String) { B().b(id); Scheduler.schedule(id: id) } }
struct B { func b(_ id: String) { A().a(id) } }
`;
    const calls = { 'App/Scheduler.swift': scheduler, 'App/Both.swift': both };
    expect(await check({ ...calls, 'App/Start.swift': start('A().a("a.other")') })).toEqual([]);
  });

  it.each([
    [3, refused],
    [9, []],
  ])('over %d functions', async (count, expected) => {
    const step = (n: number) => `func step${n}(_ id: String) { step${n + 1}(id) }\n`;
    const steps = Array.from({ length: count - 1 }, (_, n) => [`App/Step${n}.swift`, step(n)] as const);
    const last = `func step${count - 1}(_ id: String) { Scheduler.schedule(id: id) }\n`;
    expect(
      await check({
        ...Object.fromEntries(steps),
        'App/Scheduler.swift': scheduler,
        'App/Last.swift': last,
        'App/Start.swift': 'func start() { step0("a.other") }\n',
      }),
    ).toEqual(expected);
  });
});

const wrapper = `import AVFoundation
final class Session {
  static let shared = Session()
  func configure(
    category: AVAudioSession.Category,
    mode: AVAudioSession.Mode = .default,
    options: AVAudioSession.CategoryOptions = []
  ) throws {
    try AVAudioSession.sharedInstance().setCategory(category, mode: mode, options: options)
  }
}
`;

async function audio(body: string): Promise<readonly string[]> {
  const workspace = await opened(
    hostOf({ 'App/Session.swift': wrapper, 'App/Start.swift': `import AVFoundation\n${start(body)}` }),
  );
  const all = await workspace.allFindings();
  workspace.dispose();
  return all
    .filter(({ rule }) => rule.startsWith('audio-') || rule.startsWith('invalid-'))
    .map(({ rule }) => rule);
}

describe('a category with its options', () => {
  it.each([
    [
      'that fits',
      'try? Session.shared.configure(category: .playAndRecord, options: [.defaultToSpeaker])',
      [],
    ],
    [
      'that does not fit',
      'try? Session.shared.configure(category: .playback, options: [.defaultToSpeaker])',
      ['audio-session-incompatible'],
    ],
    [
      'of several calls that fit each for itself',
      'try? Session.shared.configure(category: .playAndRecord, options: [.defaultToSpeaker])\ntry? Session.shared.configure(category: .playback)',
      [],
    ],
  ])('%s', async (_name, body, expected) => {
    expect(await audio(body)).toEqual(expected);
  });
});
