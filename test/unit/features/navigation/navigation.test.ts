/** Definition, references and highlights, in memory; `⟦` marks the cursor. */
import { describe, expect, it } from 'vitest';
import {
  definitionAt,
  highlightsAt,
  referencesAt,
} from '../../../../server/src/core/features/navigation/navigation';
import { type Files, identifierApp, infoPlist } from '../../../support/identifier-app';
import { pbxproj } from '../../../support/pbxproj-builder';

async function definition(files: Files): Promise<readonly string[] | undefined> {
  const { workspace, cursor, show } = await identifierApp(files);
  const found = await definitionAt(workspace, cursor.uri, cursor.offset);
  return found && show(found.places);
}

async function references(files: Files, includeDeclaration = true): Promise<readonly string[] | undefined> {
  const { workspace, cursor, show } = await identifierApp(files);
  const found = await referencesAt(workspace, cursor.uri, cursor.offset, includeDeclaration);
  return found && show(found);
}

async function highlights(files: Files): Promise<readonly string[] | undefined> {
  const { workspace, cursor, show } = await identifierApp(files);
  const found = await highlightsAt(workspace, cursor.uri, cursor.offset);
  return found && show(found.map(({ range }) => ({ uri: cursor.uri, range })));
}

const plist = infoPlist('com.example.app.refresh', 'com.example.app.other');
const marked = plist.replace('com.example.app.refresh', 'com.example.app.⟦refresh');

function delegate(statements: string, before = ''): string {
  return `import UIKit
import BackgroundTasks
${before}
class AppDelegate: UIResponder, UIApplicationDelegate {
  func start() {
    ${statements}
  }
}
`;
}

function registering(argument: string): string {
  return `BGTaskScheduler.shared.register(forTaskWithIdentifier: ${argument}, using: nil) { task in task.setTaskCompleted(success: true) }`;
}

const constant = 'enum TaskID { static let refresh = "com.example.app.refresh" }';

describe('the definition of a task identifier', () => {
  it('is its entry in the Info.plist, from a literal', async () => {
    const files = {
      'App/Info.plist': plist,
      'App/AppDelegate.swift': delegate(registering('"com.example⟦.app.refresh"')),
    };
    expect(await definition(files)).toEqual(['App/Info.plist: com.example.app.refresh']);
  });

  it('is the entry and the literal, from the name of a constant in another file', async () => {
    const files = {
      'App/Info.plist': plist,
      'App/Identifiers.swift': constant,
      'App/AppDelegate.swift': delegate(registering('TaskID.re⟦fresh')),
    };
    expect(await definition(files)).toEqual([
      'App/Identifiers.swift: com.example.app.refresh',
      'App/Info.plist: com.example.app.refresh',
    ]);
  });

  it('is where its launch handler is registered, from the Info.plist', async () => {
    const files = {
      'App/Info.plist': marked,
      'App/AppDelegate.swift': delegate(
        `${registering('TaskID.refresh')}\nlet request = BGAppRefreshTaskRequest(identifier: TaskID.refresh)`,
        constant,
      ),
    };
    expect(await definition(files)).toEqual(['App/AppDelegate.swift: refresh']);
  });

  it('is where it is requested, when nobody registers it', async () => {
    const files = {
      'App/Info.plist': marked,
      'App/Refresher.m': `#import <BackgroundTasks/BackgroundTasks.h>
void ask(void) { [[BGAppRefreshTaskRequest alloc] initWithIdentifier:@"com.example.app.refresh"]; }
`,
    };
    expect(await definition(files)).toEqual(['App/Refresher.m: com.example.app.refresh']);
  });

  it('is every handler that a wildcard permits', async () => {
    const files = {
      'App/Info.plist': infoPlist('com.example.export.⟦*'),
      'App/AppDelegate.swift': delegate(
        `${registering('"com.example.export.video"')}\n${registering('"com.example.export.sound"')}\n${registering('"com.example.other"')}`,
      ),
    };
    expect(await definition(files)).toEqual([
      'App/AppDelegate.swift: com.example.export.video',
      'App/AppDelegate.swift: com.example.export.sound',
    ]);
  });

  it('is found behind the bundle identifier that both sides begin with', async () => {
    const files = {
      'App/Info.plist': infoPlist('$(PRODUCT_BUNDLE_IDENTIFIER).refresh'),
      'App/AppDelegate.swift': delegate(registering('"\\(Bundle.main.bundleIdentifier!)⟦.refresh"')),
    };
    expect(await definition(files)).toEqual(['App/Info.plist: $(PRODUCT_BUNDLE_IDENTIFIER).refresh']);
  });

  it('is in SwiftUI the modifier', async () => {
    const files = {
      'App/Info.plist': marked,
      'App/PlayerApp.swift': `import SwiftUI
@main struct PlayerApp: App {
  var body: some Scene { WindowGroup { Text("") }.backgroundTask(.appRefresh("com.example.app.refresh")) { } }
}
`,
    };
    expect(await definition(files)).toEqual(['App/PlayerApp.swift: com.example.app.refresh']);
  });

  it('leads from project.yml to the code and back', async () => {
    const spec = (identifier: string) => `name: Player
targets:
  Player:
    type: application
    platform: iOS
    sources: [Player]
    info:
      path: Player/Info.plist
      properties:
        BGTaskSchedulerPermittedIdentifiers:
          - ${identifier}
`;
    const code = delegate(registering('"com.example.app.refresh"'));
    expect(
      await definition({ 'project.yml': spec('com.example.app.⟦refresh'), 'Player/App.swift': code }),
    ).toEqual(['Player/App.swift: com.example.app.refresh']);
    expect(
      await definition({
        'project.yml': spec('com.example.app.refresh'),
        'Player/App.swift': code.replace('app.refresh', 'app.⟦refresh'),
      }),
    ).toEqual(['project.yml: com.example.app.refresh']);
  });
});

describe('places that are not ours', () => {
  const app = { 'App/Info.plist': plist };

  it.each([
    [
      'another string',
      delegate(`${registering('"com.example.app.refresh"')}\nprint("com.exam⟦ple.app.refresh")`),
    ],
    ['a sentence', delegate('print("no ⟦identifier")')],
    ['a call', delegate(registering('"com.example.app.refresh"').replace('register(', 'regis⟦ter('))],
    ['the type of a constant', delegate(registering('Task⟦ID.refresh'), constant)],
    ['the bundle identifier', delegate(registering('"\\(Bundle.main.bundle⟦Identifier!).refresh"'))],
    [
      'the declared name of a constant',
      delegate(registering('TaskID.refresh'), constant.replace('let re', 'let ⟦re')),
    ],
  ])('have no answers: %s', async (_, code) => {
    const files = { ...app, 'App/AppDelegate.swift': code };
    expect(await definition(files)).toBeUndefined();
    expect(await references(files)).toBeUndefined();
    expect(await highlights(files)).toBeUndefined();
  });

  it('have no answers in other keys of the Info.plist', async () => {
    const files = { 'App/Info.plist': plist.replace('APPL', 'AP⟦PL') };
    expect(await definition(files)).toBeUndefined();
    expect(await references(files)).toBeUndefined();
  });

  it('leave the highlights of a constant to its language', async () => {
    const files = { ...app, 'App/AppDelegate.swift': delegate(registering('TaskID.re⟦fresh'), constant) };
    expect(await highlights(files)).toBeUndefined();
  });
});

describe('the references of a task identifier', () => {
  const code = {
    'App/Info.plist': plist,
    'App/Identifiers.swift': constant,
    'App/AppDelegate.swift': delegate(
      `${registering('TaskID.refresh')}
    if task.identifier == "com.example.app.refresh" { print("com.example.app.refresh") }
    switch task.identifier { case "com.example.app.refresh": break; default: break }
    Settings.show(TaskID.refresh)`,
    ),
    'App/Canceller.m': `#import <BackgroundTasks/BackgroundTasks.h>
void stop(void) { [BGTaskScheduler.sharedScheduler cancelTaskRequestWithIdentifier:@"com.example.app.refresh"]; }
`,
  };

  it('are entries, literals, comparisons, and names of its constants in both languages', async () => {
    expect(await references({ ...code, 'App/Info.plist': marked })).toEqual([
      'App/AppDelegate.swift: refresh',
      'App/AppDelegate.swift: com.example.app.refresh',
      'App/AppDelegate.swift: com.example.app.refresh',
      'App/AppDelegate.swift: refresh',
      'App/Canceller.m: com.example.app.refresh',
      'App/Identifiers.swift: com.example.app.refresh',
      'App/Info.plist: com.example.app.refresh',
    ]);
  });

  it('are the same from the literal of its constant, and without declarations if asked for', async () => {
    const files = { ...code, 'App/Identifiers.swift': constant.replace('app.', 'app.⟦') };
    expect(await references(files)).toHaveLength(7);
    expect(await references(files, false)).toEqual([
      'App/AppDelegate.swift: refresh',
      'App/AppDelegate.swift: com.example.app.refresh',
      'App/AppDelegate.swift: com.example.app.refresh',
      'App/AppDelegate.swift: refresh',
      'App/Canceller.m: com.example.app.refresh',
    ]);
  });

  it('are highlighted in the file at hand', async () => {
    const files = {
      ...code,
      'App/AppDelegate.swift': code['App/AppDelegate.swift'].replace('== "com', '== "⟦com'),
    };
    expect(await highlights(files)).toEqual([
      'App/AppDelegate.swift: refresh',
      'App/AppDelegate.swift: com.example.app.refresh',
      'App/AppDelegate.swift: com.example.app.refresh',
      'App/AppDelegate.swift: refresh',
    ]);
  });

  it('are those of the target: another app of the project has its own', async () => {
    const settings = (name: string) => ({ SDKROOT: 'iphoneos', INFOPLIST_FILE: `${name}/Info.plist` });
    const files = {
      'App.xcodeproj/project.pbxproj': pbxproj({
        targets: [
          { name: 'One', settings: settings('One'), sources: ['One/App.swift'] },
          { name: 'Two', settings: settings('Two'), sources: ['Two/App.swift'] },
        ],
      }),
      'One/Info.plist': marked,
      'Two/Info.plist': plist,
      'One/App.swift': delegate(registering('"com.example.app.refresh"')),
      'Two/App.swift': delegate(registering('"com.example.app.refresh"')),
    };
    expect(await references(files)).toEqual([
      'One/App.swift: com.example.app.refresh',
      'One/Info.plist: com.example.app.refresh',
    ]);
  });
});

describe('a session identifier', () => {
  const files = {
    'App/Info.plist': plist,
    'App/Transfers.swift': `import Foundation
enum Sessions { static let uploads = "com.example.app.uploads" }
let configuration = URLSessionConfiguration.background(withIdentifier: Sessions.uploads)
`,
    'App/AppDelegate.swift': `import UIKit
class AppDelegate: UIResponder, UIApplicationDelegate {
  func application(_ application: UIApplication, handleEventsForBackgroundURLSession name: String, completionHandler: @escaping () -> Void) {
    if name == "com.example.app.upl⟦oads" { completionHandler() }
  }
}
`,
    'App/Legacy.m': `#import <UIKit/UIKit.h>
@implementation Legacy
- (void)application:(UIApplication *)application handleEventsForBackgroundURLSession:(NSString *)name completionHandler:(void (^)(void))done {
    if ([name isEqualToString:@"com.example.app.uploads"]) done();
}
@end
`,
  };

  it('is defined where its literal stands', async () => {
    expect(await definition(files)).toEqual(['App/Transfers.swift: com.example.app.uploads']);
  });

  it('is referred to by those who are launched for it', async () => {
    expect(await references(files)).toEqual([
      'App/AppDelegate.swift: com.example.app.uploads',
      'App/Legacy.m: com.example.app.uploads',
      'App/Transfers.swift: com.example.app.uploads',
      'App/Transfers.swift: uploads',
    ]);
  });
});

describe('modes and keys', () => {
  const manager = `import CoreLocation
final class Tracker {
  let manager = CLLocationManager()
  func start() {
    manager.requestAlwaysAuthorization()
    manager.allowsBackgroundLocationUpdates = true
  }
}
`;

  it('lead from a mode to the code that needs it', async () => {
    const files = {
      'App/Info.plist': plist.replace('>location', '>loc⟦ation'),
      'App/Tracker.swift': manager,
    };
    expect(await references(files)).toEqual(['App/Tracker.swift: allowsBackgroundLocationUpdates']);
    expect(await definition(files)).toEqual(['App/Tracker.swift: allowsBackgroundLocationUpdates']);
  });

  it('lead from a purpose string to the code that asks', async () => {
    const files = {
      'App/Info.plist': plist.replace('>NSLocationAlways', '>NSLocation⟦Always'),
      'App/Tracker.swift': manager,
    };
    expect(await references(files)).toEqual(['App/Tracker.swift: requestAlwaysAuthorization']);
  });

  it('lead from a mode in project.yml', async () => {
    const files = {
      'project.yml': `name: Player
targets:
  Player:
    type: application
    platform: iOS
    sources: [Player]
    info:
      path: Player/Info.plist
      properties:
        UIBackgroundModes: [fetch, loc⟦ation]
`,
      'Player/Tracker.swift': manager,
    };
    expect(await references(files)).toEqual(['Player/Tracker.swift: allowsBackgroundLocationUpdates']);
  });

  it('have no definition without such code', async () => {
    const files = { 'App/Info.plist': plist.replace('>location', '>loc⟦ation') };
    expect(await references(files)).toEqual([]);
    expect(await definition(files)).toBeUndefined();
  });

  it('lead from an entitlement to the code', async () => {
    const files = {
      'App.xcodeproj/project.pbxproj': pbxproj({
        targets: [
          {
            name: 'App',
            settings: {
              SDKROOT: 'iphoneos',
              INFOPLIST_FILE: 'App/Info.plist',
              CODE_SIGN_ENTITLEMENTS: 'App/App.entitlements',
            },
            sources: ['App/Health.swift'],
          },
        ],
      }),
      'App/Info.plist': plist,
      'App/App.entitlements': `<?xml version="1.0" encoding="UTF-8"?>
<plist version="1.0"><dict><key>com.apple.developer.⟦healthkit.background-delivery</key><true/></dict></plist>
`,
      'App/Health.swift': `import HealthKit
func observe(_ store: HKHealthStore, _ type: HKObjectType) {
  store.enableBackgroundDelivery(for: type, frequency: .hourly) { _, _ in }
}
`,
    };
    expect(await references(files)).toEqual(['App/Health.swift: enableBackgroundDelivery']);
  });
});
