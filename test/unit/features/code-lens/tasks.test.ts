import { describe, expect, it } from 'vitest';
import { simulationCommand } from '../../../../server/src/core/features/tasks/simulate';
import { infoPlist } from '../../../lsp/support/player-app';
import { pbxproj } from '../../../support/pbxproj-builder';
import { lensesOf, shownIn } from './support';

const registration = (identifier: string) => `import BackgroundTasks
enum Tasks { static let prefix = "org.example" }
final class Scheduler {
    func start() {
        BGTaskScheduler.shared.register(forTaskWithIdentifier: ${identifier}, using: nil) { task in
            task.setTaskCompleted(success: true)
        }
    }
}
`;

const submission = (identifier: string, request = 'BGAppRefreshTaskRequest') => `import BackgroundTasks
func submit() throws {
    try BGTaskScheduler.shared.submit(${request}(identifier: ${identifier}))
}
`;

const app = { 'Info.plist': infoPlist('fetch') };
const copies = ['5: Copy simulate-launch command', '5: Copy simulate-expiration command'];

/** An app whose bundle identifier the project knows. */
function projectApp(perConfiguration: Readonly<Record<string, Readonly<Record<string, string>>>>) {
  const target = {
    name: 'App',
    sources: ['Scheduler.swift', 'Submit.swift'],
    settings: { INFOPLIST_FILE: 'Info.plist', SDKROOT: 'iphoneos' },
    perConfiguration,
  };
  return { 'App.xcodeproj/project.pbxproj': pbxproj({ targets: [target] }), ...app };
}

describe('lenses on registrations', () => {
  it('count the requests of other files, and name the class that they are of', async () => {
    const files = {
      ...app,
      'Scheduler.swift': registration('Tasks.prefix + ".sync"'),
      'One.swift': submission('"org.example.sync"', 'BGProcessingTaskRequest'),
      'Two.m': `void submit(void) {
    BGProcessingTaskRequest *request = [[BGProcessingTaskRequest alloc] initWithIdentifier:@"org.example.sync"];
}
`,
    };
    expect(await shownIn(files, 'Scheduler.swift')).toEqual([
      '5: Processing: minutes, while the device is idle',
      '5: Submitted in 2 places',
      ...copies,
    ]);
  });

  it('say that nothing submits a task only when all of the code is known', async () => {
    const files = { ...app, 'Scheduler.swift': registration('"org.example.sync"') };
    expect(await shownIn(files, 'Scheduler.swift')).toEqual(['5: Never submitted', ...copies]);
    expect(await shownIn(files, 'Scheduler.swift', true)).toEqual(copies);
    const unknown = { ...files, 'Submit.swift': submission('settings.identifier') };
    expect(await shownIn(unknown, 'Scheduler.swift')).toEqual(copies);
    const { 'Scheduler.swift': alone } = files;
    expect(await shownIn({ 'Scheduler.swift': alone }, 'Scheduler.swift')).toEqual(copies);
  });

  it('have no command for an identifier that is not known', async () => {
    const files = { ...app, 'Scheduler.swift': registration('settings.identifier') };
    expect(await shownIn(files, 'Scheduler.swift')).toEqual([]);
  });

  it('know identifiers that begin with that of the bundle, where it is the same in all configurations', async () => {
    const code = {
      'Scheduler.swift': registration('"\\(Bundle.main.bundleIdentifier!).sync"'),
      'Submit.swift': submission('"org.example.app.sync"'),
    };
    const bundle = { PRODUCT_BUNDLE_IDENTIFIER: 'org.example.app' };
    const same = { ...code, ...projectApp({ Debug: bundle, Release: bundle }) };
    const [, , copy] = await lensesOf(same, 'Scheduler.swift');
    expect(copy?.action).toMatchObject({ text: expect.stringContaining('@"org.example.app.sync"]') });
    const other = { PRODUCT_BUNDLE_IDENTIFIER: 'org.example.app.beta' };
    const different = { ...code, ...projectApp({ Debug: other, Release: bundle }) };
    expect(await shownIn(different, 'Scheduler.swift')).toEqual([]);
  });

  it('are above the modifier of SwiftUI, which is for app refreshes', async () => {
    const scene = `import SwiftUI
@main struct ExampleApp: App {
    var body: some Scene {
        WindowGroup { RootView() }
            .backgroundTask(.appRefresh("org.example.sync")) { await refresh() }
    }
}
`;
    const files = { ...app, 'App.swift': scene, 'Submit.swift': submission('"org.example.sync"') };
    expect(await shownIn(files, 'App.swift')).toEqual([
      '5: App refresh: about 30 s',
      '5: Submitted in 1 place',
      ...copies,
    ]);
  });
});

describe('lines for the debugger', () => {
  it('name the identifier as a literal', () => {
    expect(simulationCommand('expiration', 'org.example.sync')).toBe(
      'e -l objc -- (void)[[BGTaskScheduler sharedScheduler] _simulateExpirationForTaskWithIdentifier:@"org.example.sync"]',
    );
  });

  it('are not made of identifiers that would end the literal', () => {
    for (const identifier of ['', 'a"b', 'a\\b', 'a\nb']) {
      expect(simulationCommand('launch', identifier)).toBeUndefined();
    }
  });
});
