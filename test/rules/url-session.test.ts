/** Background URL sessions as apps make and use them. */
import { beforeAll, describe, expect, it } from 'vitest';
import { urlSessionRules } from '../../server/src/core/rules/url-session';
import { checkFiles } from '../support/check-files';
import { fixed, loadGrammars, parseFile, runRules } from '../support/code-rules';
import { pbxproj } from '../support/pbxproj-builder';

beforeAll(loadGrammars);

/** `rule/entry` of every finding. */
function found(text: string, path = 'a.swift'): string[] {
  return runRules(urlSessionRules, { [path]: text }).map(({ rule, entry }) =>
    entry ? `${rule}/${entry}` : rule,
  );
}

/** The text after the first fix of the first finding, which must be gone then. */
function repaired(text: string, path = 'a.swift'): string | undefined {
  const [finding] = runRules(urlSessionRules, { [path]: text });
  if (finding === undefined) throw new Error('Nothing found');
  if (finding.fixes.length === 0) return undefined;
  const after = fixed({ [path]: text }, finding)[path] ?? '';
  expect(parseFile(path, after).errors).toEqual([]);
  expect(found(after, path)).toEqual([]);
  return after;
}

const background = '.background(withIdentifier: "com.example.app")';
const api = 'unsupported-background-session-api';

describe('which session it is', () => {
  const get = 'func get(_ url: URL) { session.dataTask(with: url).resume() }';

  it.each([
    [
      'a computed property',
      `var session: URLSession { URLSession(configuration: ${background}, delegate: self, delegateQueue: nil) }`,
    ],
    [
      'a closure that makes it',
      `lazy var session: URLSession = {\n let c = URLSessionConfiguration${background}\n c.isDiscretionary = true\n return URLSession(configuration: c, delegate: self, delegateQueue: nil)\n }()`,
    ],
    [
      'a method',
      `lazy var session = makeSession()\n func makeSession() -> URLSession { URLSession(configuration: ${background}, delegate: self, delegateQueue: nil) }`,
    ],
    [
      'an optional that is set later',
      `var session: URLSession!\n func open() { session = URLSession(configuration: ${background}, delegate: self, delegateQueue: nil) }`,
    ],
  ])('is known through %s', (_name, members) => {
    expect(found(`class A: NSObject, URLSessionDelegate {\n${members}\n${get}\n}`)).toEqual([
      `${api}/data-task`,
    ]);
  });

  it.each([
    [
      'a configuration by condition',
      `lazy var session: URLSession = {\n let c: URLSessionConfiguration\n if isTest { c = .ephemeral } else { c = ${background} }\n return URLSession(configuration: c, delegate: self, delegateQueue: nil)\n }()`,
    ],
    [
      'a configuration that a function has changed',
      `lazy var session = URLSession(configuration: adapted(${background}), delegate: self, delegateQueue: nil)`,
    ],
    [
      'a session that others may set',
      `var session = URLSession(configuration: ${background}, delegate: nil2, delegateQueue: nil)\n func swap(_ other: A) { other.session = .shared }`,
    ],
    ['a parameter', `let session: URLSession\n init(session: URLSession) { self.session = session }`],
    [
      'two kinds of session',
      `var session: URLSession!\n func a() { session = URLSession(configuration: ${background}, delegate: self, delegateQueue: nil) }\n func b() { session = URLSession(configuration: .default) }`,
    ],
  ])('is unknown through %s', (_name, members) => {
    expect(found(`class A: NSObject, URLSessionDelegate {\n${members}\n${get}\n}`)).toEqual([]);
  });

  it('is given up where variables are assigned from each other many times', () => {
    const names = ['session', 'a', 'b', 'c', 'd', 'e', 'f'];
    const variables = names.map((name) => `var ${name}: URLSession!`);
    const assignments = names.slice(1).flatMap((from, i) => Array<string>(12).fill(`${names[i]} = ${from}`));
    const body = [...variables, 'func mix() {', ...assignments, 'f = .shared', '}', get].join('\n');
    const start = performance.now();
    expect(found(`class A {\nlet c = URLSessionConfiguration${background}\n${body}\n}`)).toEqual([]);
    expect(performance.now() - start).toBeLessThan(1000);
  });

  it('takes a nil handler in Objective-C for none', () => {
    const text = (handler: string): string => `@implementation A
- (void)get:(NSURL *)url {
  NSURLSession *session = [NSURLSession sessionWithConfiguration:[NSURLSessionConfiguration backgroundSessionConfigurationWithIdentifier:@"x"] delegate:self delegateQueue:nil];
  [[session downloadTaskWithURL:url completionHandler:${handler}] resume];
}
@end
`;
    expect(found(text('nil'), 'a.m')).toEqual([]);
    expect(found(text('^(NSURL *f, NSURLResponse *r, NSError *e) {}'), 'a.m')).toEqual([
      `${api}/completion-handler`,
    ]);
  });
});

describe('a data task that becomes a download task', () => {
  const text = (use: string): string => `class A: NSObject, URLSessionDownloadDelegate {
  lazy var session = URLSession(configuration: ${background}, delegate: self, delegateQueue: nil)
  func get(_ url: URL) { ${use} }
  func urlSession(_ s: URLSession, downloadTask: URLSessionDownloadTask, didFinishDownloadingTo location: URL) { keep(location) }
}
`;
  it('is renamed where it is only started', () => {
    expect(repaired(text('session.dataTask(with: url).resume()'))).toBe(
      text('session.downloadTask(with: url).resume()'),
    );
  });
  it('is left alone where its class may matter', () => {
    expect(
      repaired(text('let task: URLSessionDataTask = session.dataTask(with: url); task.resume()')),
    ).toBeUndefined();
  });
});

describe('the handler of session events', () => {
  const text = (body: string): string =>
    `class A: NSObject, URLSessionDelegate {\n  var done: (() -> Void)?\n  func urlSessionDidFinishEvents(forBackgroundURLSession session: URLSession) {\n    ${body}\n  }\n}\n`;

  it('is read before it is forgotten', () => {
    expect(repaired(text('done?()\n    done = nil'))).toBe(
      text('DispatchQueue.main.async { [handler = self.done] in handler?() }\n    done = nil'),
    );
  });
  it('is called on the main thread through a local', () => {
    expect(repaired(text('if let done = done { done() }'))).toBe(
      text('if let done = done { DispatchQueue.main.async { done() } }'),
    );
  });
  it('is passed on in Objective-C', () => {
    const objc = (call: string): string =>
      `@implementation A\n- (void)URLSessionDidFinishEventsForBackgroundURLSession:(NSURLSession *)session {\n  ${call};\n}\n@end\n`;
    expect(repaired(objc('self.done()'), 'a.m')).toBe(
      objc('dispatch_async(dispatch_get_main_queue(), self.done)'),
    );
  });
  it.each([
    'guard Thread.isMainThread else { return }; done?()',
    'Handlers.shared.finish()',
    'OperationQueue.main.addOperation { self.done?() }',
  ])('is not known to be off the main thread in %j', (body) => {
    expect(found(text(body))).toEqual([]);
  });
  it('is on the main thread in a class of the main actor', () => {
    expect(found(`@MainActor ${text('done?()')}`)).toEqual([]);
  });
});

describe('a downloaded file', () => {
  const text = (body: string): string =>
    `class A: NSObject, URLSessionDownloadDelegate {\n  func urlSession(_ s: URLSession, downloadTask: URLSessionDownloadTask, didFinishDownloadingTo location: URL) {\n    ${body}\n  }\n}\n`;

  it('is moved before the block', () => {
    const before =
      'DispatchQueue.main.async {\n      try? FileManager.default.moveItem(at: location, to: self.target)\n      self.reload()\n    }';
    const after =
      'try? FileManager.default.moveItem(at: location, to: self.target)\n    DispatchQueue.main.async {\n      self.reload()\n    }';
    expect(repaired(text(before))).toBe(text(after));
  });
  it.each([
    'DispatchQueue.main.async { [weak self] in guard let self else { return }; self.keep(location) }',
    'let file = location\n    Task { await store(file) }',
  ])('is used too late in %j, which has no sure fix', (body) => {
    expect(repaired(text(body))).toBeUndefined();
  });
  it.each([
    'process(location) { print($0) }',
    'let copy = keep(location)\n    Task { print(copy, location) }',
    'perform { try? FileManager.default.moveItem(at: location, to: self.target) }',
    'DispatchQueue.main.async { print(location) }',
    'let path = location.path\n    queue.async { use(path) }',
  ])('is not known to be used too late in %j', (body) => {
    expect(found(text(body))).toEqual([]);
  });
});

describe('an identifier', () => {
  const text = (argument: string, before = ''): string =>
    `func make(_ input: UUID) -> URLSessionConfiguration {\n  ${before}\n  return .background(withIdentifier: ${argument})\n}\n`;

  it.each([
    ['"app.\\(UUID())"'],
    ['UUID().uuidString.lowercased()'],
    ['"app." + String(Int(Date().timeIntervalSince1970))'],
    ['"app.\\(arc4random())"'],
    ['"app.\\(Int.random(in: 0...100))"'],
    ['name', 'let id = UUID()\n  let name = "app.\\(id)"'],
  ])('made of %s is new at every launch', (argument, before = '') => {
    expect(found(text(argument, before))).toEqual(['unstable-restoration-identifier/url-session']);
  });
  it.each([
    ['input.uuidString'],
    ['UUID(uuidString: "A") == nil ? "a" : "b"'],
    ['stored ?? UUID().uuidString'],
    ['name', 'let name = UUID().uuidString\n  store(name)'],
    ['name', 'var name = "app"\n  name = stored'],
    ['identifier(Date())'],
  ])('made of %s may be the same', (argument, before = '') => {
    expect(found(text(argument, before))).toEqual([]);
  });
});

describe('a handler of session events that nothing in sight calls', () => {
  const rule = 'session-events-completion-not-called';
  const delegate = `import UIKit
    class AppDelegate: UIResponder, UIApplicationDelegate {
      var pendingEvents: (() -> Void)?
      func application(_ app: UIApplication, handleEventsForBackgroundURLSession id: String, completionHandler: @escaping () -> Void) {
        pendingEvents = completionHandler
      }
    }`;

  async function check(target: Partial<Parameters<typeof pbxproj>[0]['targets'][number]>): Promise<string[]> {
    const sources = ['AppDelegate.swift', ...(target.sources ?? [])];
    const { findings } = await checkFiles({
      'App.xcodeproj/project.pbxproj': pbxproj({ targets: [{ name: 'App', ...target, sources }] }),
      'AppDelegate.swift': delegate,
    });
    return findings.map((finding) => finding.rule).filter((id) => id === rule);
  }

  it('is found when all sources are known', async () => {
    expect(await check({})).toEqual([rule]);
  });

  it.each([
    ['a package could', { packages: ['Networking'] }],
    ['a file that is not there could', { sources: ['Generated.swift'] }],
  ])('is left alone when %s call it', async (_name, target) => {
    expect(await check(target)).toEqual([]);
  });
});
