import type { RuleExample } from '../../types';
import { example, launching, launchingObjc, registering, registeringObjc } from '../example-parts';

const refresh = '"com.example.app.refresh"';

const marked = (line: string) => line.replace(/register(?:ForTaskWithIdentifier)?(?=[(:])/, '⟦$&⟧');

const scene = (start: string, modifier: string) => ({
  'App.swift': `import BackgroundTasks
import SwiftUI

@main struct ExampleApp: App {
    init() {
        ${start}
    }

    var body: some Scene {
        WindowGroup { RootView() }
            .${modifier}(.appRefresh("com.example.app.refresh")) { await Feed.load() }
    }

    func refresh(_ task: BGTask) {
        task.setTaskCompleted(success: true)
    }
}
`,
});

export const examples: readonly RuleExample[] = [
  example('bad', launching(`${registering(refresh)}\n${marked(registering(refresh))}`)),
  example(
    'bad',
    {
      ...launching(registering(refresh)),
      'Feed.swift': `import BackgroundTasks

enum TaskID {
    static let refresh = "com.example.app.refresh"
}

final class FeedRefresher {
    func start() {
        if #available(iOS 13.0, *) {
            BGTaskScheduler.shared.⟦register⟧(forTaskWithIdentifier: TaskID.refresh, using: nil) { task in
                task.setTaskCompleted(success: true)
            }
        }
    }
}
`,
    },
    'In two files',
  ),
  example('bad', scene(registering(refresh), '⟦backgroundTask⟧'), 'The modifier of SwiftUI registers too'),
  example(
    'bad',
    launchingObjc(
      `${registeringObjc('@"com.example.app.refresh"')}\n${marked(registeringObjc('@"com.example.app.refresh"'))}`,
    ),
  ),
  example('good', launching(registering(refresh))),
  example('good', scene('Feed.prepare()', 'backgroundTask')),
  example('good', launchingObjc(registeringObjc('@"com.example.app.refresh"'))),
  example('near-miss', launching(`${registering(refresh)}\n${registering('"com.example.app.clean-up"')}`)),
  example(
    'near-miss',
    launching(`if Feature.isNew {\n    ${registering(refresh)}\n} else {\n    ${registering(refresh)}\n}`),
    'Only one of them runs',
  ),
  example(
    'near-miss',
    launching(`#if DEBUG\n${registering(refresh)}\n#else\n${registering(refresh)}\n#endif`),
    'Only one of them is compiled',
  ),
  example(
    'near-miss',
    launching(
      `guard isFirst else {\n    ${registering(refresh)}\n    return true\n}\n${registering(refresh)}`,
    ),
  ),
];
