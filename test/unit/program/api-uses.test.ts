import { beforeAll, describe, expect, test } from 'vitest';
import { modeRequirements } from '../../../server/src/core/catalog/requirements';
import { collectUses } from '../../../server/src/core/program/api-uses';
import { parseObjc } from '../../../server/src/core/program/parse-objc';
import { parseSwift } from '../../../server/src/core/program/parse-swift';
import { TreeParser } from '../../../server/src/core/syntax/parser';
import { testWasm } from '../../support/wasm';

const parser = new TreeParser(testWasm);
beforeAll(async () => {
  await Promise.all([parser.load('swift'), parser.load('objc')]);
});

/** Rows that modes depend on; other rules have rows of their own for the same code. */
const subjects = new Set(
  modeRequirements.flatMap(({ apis, condition }) => [...apis, condition?.together?.api]),
);

/** `row detail: text of the range` of each use. */
function swift(code: string): readonly string[] {
  return described(collectUses(parseSwift(parser, code)), code);
}

function objc(code: string): readonly string[] {
  return described(collectUses(parseObjc(parser, code)), code);
}

function described(uses: ReturnType<typeof collectUses>, code: string): readonly string[] {
  return uses
    .filter(({ row }) => subjects.has(row))
    .map(({ row, detail, range }) => {
      const name = detail === undefined ? row : `${row} ${detail}`;
      return `${name}: ${code.slice(range.start, range.end)}`;
    });
}

describe('an implemented method', () => {
  test('is marked where it does nothing but call that of the superclass', () => {
    const method = (body: string) => `class A: Base {
  override func application(_ a: UIApplication, didReceiveRemoteNotification u: [AnyHashable: Any], fetchCompletionHandler h: @escaping (UIBackgroundFetchResult) -> Void) { ${body} }
}`;
    const details = (body: string) =>
      collectUses(parseSwift(parser, method(body))).map(({ row, detail }) => `${row} ${detail}`);
    const call = 'super.application(a, didReceiveRemoteNotification: u, fetchCompletionHandler: h)';
    expect(details(call)).toEqual(['remote-notification-handler forwarded']);
    expect(details(`log(u); ${call}`)).toEqual(['remote-notification-handler undefined']);
  });
});

describe('a constructed type', () => {
  test.each([
    'let p = CXProvider(configuration: c)',
    'let p = CXProvider.init(configuration: c)',
    'let p: CXProvider = .init(configuration: c)',
    'let p: CXProvider? = .init(configuration: c)',
    'func make() -> CXProvider { .init(configuration: c) }',
    'var p: CXProvider { let c = Config(); return .init(configuration: c) }',
    'class A { lazy var p: CXProvider = { CXProvider(configuration: c) }() }',
    'func f(p: CXProvider = CXProvider(configuration: c)) {}',
  ])('is seen in %s', (code) => {
    expect(swift(code)).toHaveLength(1);
  });

  test.each([
    'class CXProvider {}\nlet p = CXProvider()',
    'enum Mock { struct CXProvider { init(configuration: Int) {} } }\nlet p = Mock.CXProvider(configuration: 1)',
    'let type = CXProvider.self',
    'func f(_ provider: CXProvider) {}',
    'let name = "CXProvider(configuration: c)" // CXProvider()',
  ])('is not seen in %s', (code) => {
    expect(swift(code)).toEqual([]);
  });

  test('needs its module where apps have types of that name too', () => {
    const code = 'let manager = ConversationManager(configuration: c)';
    expect(swift(code)).toEqual([]);
    expect(swift(`import LiveCommunicationKit\n${code}`)).toEqual([
      'live-communication-kit: ConversationManager',
    ]);
  });
});

describe('a receiver', () => {
  const member = 'allowsBackgroundLocationUpdates = true';

  test.each([
    ['of the type itself', `func f(m: CLLocationManager) { m.${member} }`],
    ['made beside it', `func f() { let m = CLLocationManager(); m.${member} }`],
    ['that is optional', `class A { var m: CLLocationManager?; func f() { m?.${member} } }`],
    ['of unknown type', `func f() { makeManager().${member} }`],
    ['of a subclass', `class M: CLLocationManager {}\nfunc f(m: M) { m.${member} }`],
    ['left out in a subclass', `class M: CLLocationManager { func f() { ${member} } }`],
    ['left out in an extension', `extension CLLocationManager { func f() { ${member} } }`],
    ['given by a closure', `func f() { configure { $0.${member} } }`],
  ])('%s counts', (_, code) => {
    expect(swift(code)).toEqual(['background-location-updates true: allowsBackgroundLocationUpdates']);
  });

  test.each([
    ['of another type', `func f(m: Recorder) { m.${member} }`],
    [
      'that the file may have declared itself',
      `class R { var allowsBackgroundLocationUpdates = false }\nfunc f() { make().${member} }`,
    ],
    ['left out where nothing is inherited', `class R { func f() { ${member} } }`],
    [
      'left out for a local',
      `func f() { var allowsBackgroundLocationUpdates = false; allowsBackgroundLocationUpdates = true }`,
    ],
  ])('%s does not count', (_, code) => {
    expect(swift(code)).toEqual([]);
  });

  test('must be known where the member has a common name', () => {
    expect(swift('func f() { make().allowsExternalPlayback = true }')).toEqual([]);
    expect(swift('func f(p: AVQueuePlayer) { p.allowsExternalPlayback = true }')).toHaveLength(1);
  });
});

describe('a value', () => {
  const category = (value: string) =>
    swift(`func f(_ s: AVAudioSession, a: Bool) throws { try s.setCategory(${value}) }`);

  test.each([
    ['.playback', ['playback']],
    ['AVAudioSession.Category.record', ['record']],
    ['AVAudioSessionCategoryMultiRoute', ['multiRoute']],
    ['a ? .playback : .playAndRecord', ['playback', 'playAndRecord']],
    ['a ? .playback : .ambient', ['playback']],
    ['.ambient', []],
    ['category(for: .playback)', []],
    ['playback', []],
  ])('%s is told as %j', (value, details) => {
    expect(category(value)).toEqual(details.map((detail) => `audio-session-category ${detail}: setCategory`));
  });

  test('is followed through constants of the file', () => {
    const code = `let wanted: AVAudioSession.Category = .playback
class A {
  let own = AVAudioSession.Category.record
  func f(_ s: AVAudioSession) throws {
    try s.setCategory(wanted)
    try s.setCategory(own)
  }
}`;
    expect(swift(code)).toEqual([
      'audio-session-category playback: setCategory',
      'audio-session-category record: setCategory',
    ]);
  });

  test('that is a false constant does not count', () => {
    expect(
      swift('func f(m: CLLocationManager) { let isOn = false; m.allowsBackgroundLocationUpdates = isOn }'),
    ).toEqual([]);
  });

  test('in a file that asks for the declared modes is marked as checked', () => {
    const code = `func f(m: CLLocationManager) {
  let modes = Bundle.main.infoDictionary?["UIBackgroundModes"] as? [String]
  if modes?.contains("location") == true { m.allowsBackgroundLocationUpdates = true }
}`;
    expect(swift(code)).toEqual(['background-location-updates checked: allowsBackgroundLocationUpdates']);
  });
});

describe('a session of unknown type', () => {
  test('counts when the labels are those of the audio session', () => {
    expect(swift('func f() throws { try make().setCategory(.playback, mode: .default) }')).toHaveLength(1);
    expect(
      objc('void f(void) { [make() setCategory:AVAudioSessionCategoryPlayback error:nil]; }'),
    ).toHaveLength(1);
  });

  test('does not count otherwise', () => {
    expect(swift('func f() { make().setCategory(.playback) }')).toEqual([]);
  });
});

describe('Objective-C', () => {
  test('sends setters as messages', () => {
    expect(objc('void f(CLLocationManager *m) { [m setAllowsBackgroundLocationUpdates:YES]; }')).toEqual([
      'background-location-updates true: setAllowsBackgroundLocationUpdates',
    ]);
    expect(objc('void f(Recorder *m) { [m setAllowsBackgroundLocationUpdates:YES]; }')).toEqual([]);
  });

  test('matches whole selectors where the table gives whole ones', () => {
    expect(objc('void f(void) { [MPNowPlayingInfoCenter defaultCenter]; }')).toEqual([
      'now-playing: MPNowPlayingInfoCenter defaultCenter',
    ]);
    expect(objc('void f(void) { [MPNowPlayingInfoCenter defaultCenterOfGravity]; }')).toEqual([]);
  });

  test('collects from sets', () => {
    const code =
      'void f(PKPushRegistry *r) { r.desiredPushTypes = [NSSet setWithObjects:PKPushTypeFileProvider, PKPushTypeVoIP, nil]; }';
    expect(objc(code)).toEqual(['pushkit-voip voIP: desiredPushTypes']);
  });
});

test('uses come in document order with all conditions around them', () => {
  const code = `#if os(iOS)
class A {
  #if DEBUG
  let first = CXProvider(configuration: c)
  #endif
  func f() {
    #if !targetEnvironment(simulator)
    register(CXProvider(configuration: c))
    #else
    register(nil)
    #endif
  }
}
#endif
let last = CXProvider(configuration: c)
`;
  const uses = collectUses(parseSwift(parser, code));
  expect(uses.map(({ when }) => when)).toEqual([
    [
      { kind: 'os', name: 'iOS' },
      { kind: 'flag', name: 'DEBUG' },
    ],
    [
      { kind: 'os', name: 'iOS' },
      { kind: 'not', operand: { kind: 'environment', name: 'simulator' } },
    ],
    [],
  ]);
});

describe('a mention', () => {
  const row = 'manual-rendering';
  const name = 'enableManualRenderingMode';
  const rowsIn = (code: string) => collectUses(parseSwift(parser, code)).map((use) => use.row);

  test.each([
    `func f() throws { try engine.${name}(.offline, format: format, maximumFrameCount: 1) }`,
    `func f() { run(engine.${name}) }`,
    `let key = "${name}"`,
    `class A { func ${name}() {} }`,
    `class A: ${name} {}`,
    `class A { var mode: ${name}? }`,
  ])('is seen in %s', (code) => {
    expect(rowsIn(code)).toContain(row);
  });

  test.each([`// ${name}`, `let key = "not ${name}"`, `let ${name}s = 1`, `protocol P { func ${name}() }`])(
    'is not seen in %s',
    (code) => {
      expect(rowsIn(code)).toEqual([]);
    },
  );
});
