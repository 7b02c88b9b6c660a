import type { RuleExample } from '../../types';

function example(
  entry: string,
  kind: RuleExample['kind'],
  files: RuleExample['files'],
  note?: string,
): RuleExample {
  return { kind, entry, files, ...(note === undefined ? {} : { note }) };
}

const scene = (action: string) => ({
  'App.swift': `import SwiftUI

@main struct ExampleApp: App {
    @State private var pending: Task<Void, Never>?

    var body: some Scene {
        WindowGroup { RootView() }
            .backgroundTask(.appRefresh("com.example.app.refresh")) {
                ${action.trim().replaceAll('\n', '\n                ')}
            }
    }

    func sync() async {}
}
`,
});

const activity = (block: string, name = 'performExpiringActivity') => ({
  'Uploads.swift': `import Foundation

func flush(_ request: URLRequest) {
    let done = DispatchSemaphore(value: 0)
    ProcessInfo.processInfo.${name}(withReason: "flush") { expired in
        guard !expired else {
            done.signal()
            return
        }
        ${block.trim().replaceAll('\n', '\n        ')}
    }
}
`,
});

const activityObjc = (block: string, name = 'performExpiringActivityWithReason') => ({
  'Uploads.m': `#import <Foundation/Foundation.h>

@implementation Uploads

- (void)flush:(NSURLRequest *)request {
    dispatch_semaphore_t done = dispatch_semaphore_create(0);
    [[NSProcessInfo processInfo] ${name}:@"flush" usingBlock:^(BOOL expired) {
        if (expired) {
            dispatch_semaphore_signal(done);
            return;
        }
        ${block.trim().replaceAll('\n', '\n        ')}
    }];
}

@end
`,
});

const marked = '⟦performExpiringActivity⟧';

const swiftUI = 'swiftui-background-task';
const expiring = 'expiring-activity';

export const examples: readonly RuleExample[] = [
  example(swiftUI, 'bad', scene('⟦Task⟧ { await sync() }')),
  example(
    swiftUI,
    'bad',
    scene('await prepare()\n⟦Task⟧.detached(priority: .background) {\n    await sync()\n}'),
  ),
  example(swiftUI, 'bad', scene('⟦DispatchQueue⟧.global().async { Store.sync() }')),
  example(swiftUI, 'good', scene('await sync()')),
  example(swiftUI, 'good', scene('let work = Task { await sync() }\nawait work.value')),
  example(
    swiftUI,
    'near-miss',
    scene('Task { await log() }\nawait sync()'),
    'The closure lasts while it waits for something else',
  ),
  example(swiftUI, 'near-miss', scene('pending = Task { await sync() }'), 'Others get at the work'),
  example(swiftUI, 'near-miss', scene('Task { @MainActor in Badge.update() }'), 'Nothing that takes time'),
  example(
    swiftUI,
    'near-miss',
    {
      'Queue.swift':
        'struct Queue {\n    func backgroundTask(_ kind: Kind, _ work: () -> Void) -> Queue { self }\n\n    func run() { _ = self.backgroundTask(.refresh) { Task { await sync() } } }\n}\n',
    },
    'A method of the app',
  ),
  example(expiring, 'bad', activity('URLSession.shared.dataTask(with: request).resume()', marked)),
  example(
    expiring,
    'bad',
    activity('let body = encode()\nTask {\n    await send(body)\n}', marked),
    'What is done at once is done; the rest is cut off',
  ),
  example(
    expiring,
    'bad',
    activityObjc(
      '[[[NSURLSession sharedSession] dataTaskWithRequest:request] resume];',
      '⟦performExpiringActivityWithReason⟧',
    ),
  ),
  example(
    expiring,
    'good',
    activity('URLSession.shared.dataTask(with: request) { _, _, _ in done.signal() }.resume()\ndone.wait()'),
  ),
  example(
    expiring,
    'good',
    activityObjc(`[[[NSURLSession sharedSession] dataTaskWithRequest:request completionHandler:^(NSData *data, NSURLResponse *response, NSError *error) { dispatch_semaphore_signal(done); }] resume];
dispatch_semaphore_wait(done, DISPATCH_TIME_FOREVER);`),
  ),
  example(expiring, 'near-miss', activity('try? Data().write(to: file)')),
  example(
    expiring,
    'near-miss',
    activity('Task {\n    await send()\n    done.signal()\n}\nkeepAlive(done)'),
    'Nobody knows whether the last call waits',
  ),
  example(
    expiring,
    'near-miss',
    activity('backgroundSession.uploadTask(with: request, fromFile: file).resume()'),
    'A background session goes on without the app',
  ),
];
