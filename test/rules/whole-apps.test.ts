/** Rules about what an app as a whole does or leaves out, in projects and while somebody types. */
import { describe, expect, it } from 'vitest';
import { bluetoothAndAccessoryRules } from '../../server/src/core/rules/bluetooth-and-accessories';
import { healthAndWatchRules } from '../../server/src/core/rules/health-and-watch';
import { locationRules } from '../../server/src/core/rules/location';
import { legacyCallbackRule } from '../../server/src/core/rules/push/legacy-callback';
import { urlSessionRules } from '../../server/src/core/rules/url-session';
import { createWorkspace } from '../../server/src/core/workspace';
import { memoryHost } from '../support/memory-fs';
import { pbxproj, type TargetSpec } from '../support/pbxproj-builder';
import { infoPlist } from '../support/plist-text';

const rules = [
  ...locationRules,
  ...bluetoothAndAccessoryRules,
  ...healthAndWatchRules,
  ...urlSessionRules,
  legacyCallbackRule,
];

type Files = Readonly<Record<string, string>>;

async function open(files: Files) {
  const host = memoryHost({});
  for (const [path, text] of Object.entries(files)) host.contents.set(host.uri(path), text);
  const workspace = createWorkspace(host, rules);
  workspace.setFolders(['file:///ws']);
  await workspace.load();
  /** `file rule` or `file rule/entry` of each finding. */
  const found = async (): Promise<readonly string[]> =>
    (await workspace.allFindings()).map(
      ({ uri, rule, entry }) =>
        `${uri.slice(uri.lastIndexOf('/') + 1)} ${entry === undefined ? rule : `${rule}/${entry}`}`,
    );
  return { host, workspace, found };
}

async function findings(files: Files): Promise<readonly string[]> {
  const { workspace, found } = await open(files);
  try {
    return await found();
  } finally {
    workspace.dispose();
  }
}

const phone = { SDKROOT: 'iphoneos', INFOPLIST_FILE: 'Info.plist' };

/** An iPhone app of all Swift files that do not lie in `Kit`. */
function app(
  files: Files,
  modes: readonly string[],
  more: Partial<TargetSpec> = {},
  others: TargetSpec[] = [],
): Files {
  const sources = Object.keys(files).filter((path) => path.endsWith('.swift') && !path.startsWith('Kit/'));
  return {
    ...files,
    'Info.plist': infoPlist(modes),
    'App.xcodeproj/project.pbxproj': pbxproj({
      targets: [{ name: 'App', settings: phone, sources, ...more }, ...others],
    }),
  };
}

describe('a background session without a relaunch hook', () => {
  const rule = 'background-session-without-relaunch-hook';
  const delegate = 'import UIKit\nclass AppDelegate: UIResponder, UIApplicationDelegate {}\n';
  const session = (identifier: string) => `import Foundation
final class Transfers: NSObject, URLSessionDelegate {
  func open(_ name: String) -> URLSession {
    URLSession(configuration: .background(withIdentifier: ${identifier}), delegate: self, delegateQueue: nil)
  }
}
`;
  const files = { 'AppDelegate.swift': delegate, 'Transfers.swift': session('"com.example.app"') };
  const kit: TargetSpec = {
    name: 'Kit',
    type: 'framework',
    settings: { SDKROOT: 'iphoneos' },
    sources: ['Kit/Transfers.swift'],
  };

  it('is found in an app whose sources are all known', async () => {
    expect(await findings(app(files, []))).toEqual([`Transfers.swift ${rule}`]);
  });

  it('is found beside pods: they bring no app delegate', async () => {
    expect(await findings({ ...app(files, []), Podfile: "pod 'Networking'\n" })).toEqual([
      `Transfers.swift ${rule}`,
    ]);
  });

  it('is left alone where a source is not there', async () => {
    const project = app(files, [], { sources: [...Object.keys(files), 'Generated.swift'] });
    expect(await findings(project)).toEqual([]);
  });

  it.each([
    ['a constant', '"com.example.kit"', [`Transfers.swift ${rule}`]],
    ['whatever it is given', 'name', []],
  ])('in a linked framework with %s as its identifier', async (_name, identifier, expected) => {
    const own = { 'AppDelegate.swift': delegate };
    const project = app(own, [], { links: ['Kit'] }, [kit]);
    expect(await findings({ ...project, 'Kit/Transfers.swift': session(identifier) })).toEqual(expected);
  });

  it('is gone as soon as somebody types the hook', async () => {
    const { workspace, host, found } = await open(app(files, []));
    const hook = `import UIKit
class AppDelegate: UIResponder, UIApplicationDelegate {
  func application(_ a: UIApplication, handleEventsForBackgroundURLSession id: String, completionHandler: @escaping () -> Void) {
    Transfers.shared.finish = completionHandler
  }
}
`;
    expect(await found()).toEqual([`Transfers.swift ${rule}`]);
    workspace.didOpen(host.uri('AppDelegate.swift'), 1, hook);
    await workspace.update();
    expect((await found()).filter((each) => each.endsWith(rule))).toEqual([]);
    workspace.dispose();
  });
});

describe('background delivery without an observer', () => {
  const rule = 'background-delivery-without-observer';
  const enable = `import HealthKit
func enable(_ store: HKHealthStore, _ type: HKQuantityType) async throws {
  try await store.enableBackgroundDelivery(for: type, frequency: .hourly)
}
`;
  const observe = `import HealthKit
func observe(_ type: HKQuantityType) -> HKQuery {
  HKObserverQuery(sampleType: type, predicate: nil) { _, done, _ in done() }
}
`;

  it('comes and goes with the query in another file', async () => {
    const { workspace, host, found } = await open({ 'Enable.swift': enable, 'Observe.swift': observe });
    expect(await found()).toEqual([]);
    workspace.didOpen(host.uri('Observe.swift'), 1, 'import HealthKit\n');
    await workspace.update();
    expect(await found()).toEqual([`Enable.swift ${rule}`]);
    workspace.didChange(host.uri('Observe.swift'), 2, observe, undefined);
    await workspace.update();
    expect(await found()).toEqual([]);
    workspace.dispose();
  });

  it('is no matter of a framework: its apps may observe', async () => {
    const kit = {
      name: 'Kit',
      type: 'framework',
      settings: { SDKROOT: 'iphoneos' },
      sources: ['Enable.swift'],
    };
    const project = pbxproj({ targets: [kit] });
    expect(await findings({ 'App.xcodeproj/project.pbxproj': project, 'Enable.swift': enable })).toEqual([]);
  });
});

describe('background location that is never enabled', () => {
  const rule = 'background-location-not-enabled';
  const route = (more = '') => `import CoreLocation
final class Route {
  let manager = CLLocationManager()
  func begin() { ${more}manager.startUpdatingLocation() }
}
`;

  it('is found in an app of several files', async () => {
    const files = { 'Route.swift': route(), 'Other.swift': 'struct Other {}\n' };
    expect(await findings(app(files, ['location']))).toEqual([`Route.swift ${rule}`]);
  });

  it.each([
    [
      'through a protocol',
      'protocol Locating: AnyObject { var allowsBackgroundLocationUpdates: Bool { get set } }\nfunc enable(_ locating: Locating) { locating.allowsBackgroundLocationUpdates = true }\n',
    ],
    ['in a closure', 'func enable() { configure { $0.allowsBackgroundLocationUpdates = true } }\n'],
    [
      'in an extension',
      'extension CLLocationManager { func enable() { allowsBackgroundLocationUpdates = true } }\n',
    ],
  ])('is silent when it is switched on %s', async (_name, code) => {
    const files = { 'Route.swift': route(), 'Enable.swift': `import CoreLocation\n${code}` };
    expect(await findings(app(files, ['location']))).not.toContain(`Route.swift ${rule}`);
  });

  it('is silent where pods may use the mode', async () => {
    const files = app({ 'Route.swift': route() }, ['location']);
    expect(await findings({ ...files, Podfile: "pod 'Tracking'\n" })).toEqual([]);
  });
});

describe('state restoration', () => {
  const rule = 'state-restoration-incomplete/delegate-method-missing';
  const sensors = (inherits: string) => `import CoreBluetooth
final class Sensors: ${inherits} {
  lazy var central = CBCentralManager(
    delegate: self, queue: nil, options: [CBCentralManagerOptionRestoreIdentifierKey: "sensors"])
}
`;
  const base = (method = '') => `import CoreBluetooth
class Base: NSObject, CBCentralManagerDelegate {
  func centralManagerDidUpdateState(_ central: CBCentralManager) {}
${method}}
`;

  it.each([
    ['a known superclass has no such method', base(), [`Sensors.swift ${rule}`]],
    [
      'the superclass has the method',
      base('  func centralManager(_ c: CBCentralManager, willRestoreState dict: [String: Any]) {}\n'),
      [],
    ],
    [
      'the superclass cannot be read',
      'import CoreBluetooth\nclass Base: NSObject, CBCentralManagerDelegate {{{ func\n',
      [],
    ],
  ])('when %s', async (_name, text, expected) => {
    const files = { 'Sensors.swift': sensors('Base'), 'Base.swift': text };
    expect(await findings(app(files, ['bluetooth-central']))).toEqual(expected);
  });
});

describe('the old callback for remote notifications', () => {
  const callback = `import UIKit
class AppDelegate: UIResponder, UIApplicationDelegate {
  func application(_ a: UIApplication, didReceiveRemoteNotification info: [AnyHashable: Any]) { refresh() }
}
`;

  it.each([
    ['found in the app', callback, ['AppDelegate.swift legacy-remote-notification-callback']],
    [
      'left alone where the superclass is of another module',
      callback.replace('UIResponder', 'FlutterAppDelegate'),
      [],
    ],
  ])('is %s', async (_name, code, expected) => {
    const files = app({ 'AppDelegate.swift': code }, ['remote-notification']);
    expect(await findings(files)).toEqual(expected);
  });
});

describe('one identifier for two sessions', () => {
  const owner = (name: string) => `import Foundation
final class ${name}: NSObject, URLSessionDelegate {
  lazy var session = URLSession(
    configuration: .background(withIdentifier: Names.transfers), delegate: self, delegateQueue: nil)
}
`;
  const names = 'enum Names { static let transfers = "com.example.app.transfers" }\n';

  it('is found across files, at the second one', async () => {
    const files = { 'A.swift': owner('A'), 'B.swift': owner('B'), 'Names.swift': names };
    expect(await findings(files)).toEqual(['B.swift background-session-created-twice/duplicate-identifier']);
  });

  it('is none when a type writes it twice', async () => {
    const again = `extension A {
  func again() {
    session = URLSession(configuration: .background(withIdentifier: Names.transfers), delegate: self, delegateQueue: nil)
  }
}
`;
    expect(await findings({ 'A.swift': owner('A') + again, 'Names.swift': names })).toEqual([]);
  });
});
