/** Code that several apps share, that is there for a superclass, or that is built for platforms the rules are not about. */
import { describe, expect, test } from 'vitest';
import { appPlist, stringArray } from '../../server/src/core/rules/example-files';
import { checkFiles, type Files } from '../support/check-files';
import { pbxproj, type TargetSpec } from '../support/pbxproj-builder';

async function codes(files: Files): Promise<readonly string[]> {
  const { findings, errors, path } = await checkFiles(files);
  expect(errors).toEqual([]);
  return findings.map(
    ({ uri, rule, entry }) => `${path(uri)} ${rule}${entry === undefined ? '' : `/${entry}`}`,
  );
}

function project(folder: string, target: TargetSpec): Files {
  return { [`${folder}/${folder}.xcodeproj/project.pbxproj`]: pbxproj({ targets: [target] }) };
}

describe('code of a framework', () => {
  const asks = `import CoreLocation
public final class Places {
  let manager = CLLocationManager()
  public func begin() { manager.requestAlwaysAuthorization() }
}
`;
  const kit: Files = {
    'Kit/Places.swift': asks,
    ...project('Kit', {
      name: 'Kit',
      type: 'framework',
      settings: { SDKROOT: 'iphoneos' },
      sources: ['Places.swift'],
    }),
  };
  const app = (name: string): Files => ({
    [`${name}/Info.plist`]: appPlist(''),
    [`${name}/App.swift`]: 'import Kit\n',
    ...project(name, {
      name,
      settings: { SDKROOT: 'iphoneos', INFOPLIST_FILE: 'Info.plist' },
      sources: ['App.swift'],
      remoteLinks: { 'Kit.framework': '../Kit/Kit.xcodeproj' },
    }),
  });
  const missing = 'Kit/Places.swift missing-usage-description/location-always';

  test('is a reason for the purpose strings of the only app that links it', async () => {
    expect(await codes({ ...kit, ...app('One') })).toContain(missing);
  });

  test('is no reason for those of each app that links it, wherever its project is', async () => {
    expect(await codes({ ...kit, ...app('One'), ...app('Two') })).toEqual([]);
  });
});

describe('a target for another platform', () => {
  const build = (sdk: string, code: string): Files => ({
    'App/Info.plist': appPlist(''),
    'App/Code.swift': code,
    ...project('App', {
      name: 'App',
      settings: { SDKROOT: sdk, INFOPLIST_FILE: 'Info.plist' },
      sources: ['Code.swift'],
    }),
  });

  test.each([
    ['iphoneos', ['App/Code.swift notification-handler-not-called/response']],
    ['macosx', []],
  ])('for %s', async (sdk, expected) => {
    const code = `import UserNotifications
final class Notes: NSObject, UNUserNotificationCenterDelegate {
  func userNotificationCenter(
    _ center: UNUserNotificationCenter,
    didReceive response: UNNotificationResponse,
    withCompletionHandler finish: @escaping () -> Void
  ) {
    guard response.actionIdentifier == "reply" else { return }
    finish()
  }
}
`;
    expect(await codes(build(sdk, code))).toEqual(expected);
  });

  test.each([
    ['iphoneos', ['App/Code.swift missing-background-mode/audio-now-playing']],
    ['appletvos', []],
  ])('answers to remote commands on %s', async (sdk, expected) => {
    const code = `import AVFAudio
import MediaPlayer
final class Player {
  func begin() throws {
    try AVAudioSession.sharedInstance().setCategory(.playback)
    MPRemoteCommandCenter.shared().playCommand.addTarget { _ in .success }
  }
}
`;
    const found = await codes(build(sdk, code));
    expect(found.filter((each) => each.includes('missing-background-mode'))).toEqual(expected);
  });
});

describe('a provider whose delegate is never told of its audio', () => {
  const delegate = `import CallKit
final class Phone: NSObject, CXProviderDelegate {
  func providerDidReset(_ provider: CXProvider) { hangUp() }
  func provider(_ provider: CXProvider, perform action: CXAnswerCallAction) { action.fulfill() }
  func hangUp() {}
}
`;
  const session = `import AVFAudio
func prepare() throws { try AVAudioSession.sharedInstance().setCategory(.playAndRecord) }
`;

  test.each([
    ['an SDK that may do it', {}, 'information'],
    ['audio of its own', { 'Session.swift': session }, 'warning'],
  ])('with %s', async (_name, more, severity) => {
    const { findings } = await checkFiles({ 'Phone.swift': delegate, ...more });
    const found = findings.filter(({ entry }) => entry === 'did-activate');
    expect(found.map((each) => each.severity)).toEqual([severity]);
  });
});

describe('a method for silent pushes', () => {
  const app = (body: string): Files => ({
    'App/Info.plist': appPlist(''),
    'App/AppDelegate.swift': `import UIKit
class AppDelegate: BaseDelegate {
  override func application(
    _ application: UIApplication,
    didReceiveRemoteNotification userInfo: [AnyHashable: Any],
    fetchCompletionHandler finish: @escaping (UIBackgroundFetchResult) -> Void
  ) {
    ${body}
  }
}
`,
    ...project('App', {
      name: 'App',
      settings: { SDKROOT: 'iphoneos', INFOPLIST_FILE: 'Info.plist' },
      sources: ['AppDelegate.swift'],
    }),
  });
  const forward =
    'super.application(application, didReceiveRemoteNotification: userInfo, fetchCompletionHandler: finish)';

  test.each([
    [
      `refresh(userInfo)\n    ${forward}`,
      ['App/AppDelegate.swift missing-background-mode/remote-notification'],
    ],
    [forward, []],
    [`return ${forward}`, []],
  ])('that does: %s', async (body, expected) => {
    const found = await codes(app(body));
    expect(found.filter((each) => each.includes('missing-background-mode'))).toEqual(expected);
  });
});

describe('an app with pods', () => {
  const app = (podfile: string): Files => ({
    'App/Info.plist': appPlist(
      stringArray('UIBackgroundModes', ['processing', 'voip']) +
        stringArray('BGTaskSchedulerPermittedIdentifiers', ['com.example.app.clean']),
    ),
    'App/Cleaner.swift': `import BackgroundTasks
func schedule() throws {
  try BGTaskScheduler.shared.submit(BGProcessingTaskRequest(identifier: "com.example.app.clean"))
}
`,
    'App/Podfile': podfile,
    ...project('App', {
      name: 'App',
      settings: { SDKROOT: 'iphoneos', INFOPLIST_FILE: 'Info.plist' },
      sources: ['Cleaner.swift'],
      frameworks: ['Pods_App.framework'],
    }),
  });

  test('is known by its own code when all pods are fetched, but a pod may use a mode', async () => {
    expect(await codes(app("target 'App' do\n  pod 'Alamofire', '~> 5.0'\nend\n"))).toEqual([
      'App/Cleaner.swift task-submitted-without-launch-handler',
    ]);
  });

  test('may have code in a pod of the workspace', async () => {
    expect(await codes(app("target 'App' do\n  pod 'Core', :path => '../Core'\nend\n"))).toEqual([]);
  });
});
