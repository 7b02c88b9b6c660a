import type { RuleExample } from '../../types';
import { example, submitting } from '../example-parts';

const handling = (handler: string) => `import BackgroundTasks

enum TaskID {
    static let cleanUp = "com.example.app.clean-up"
}

final class Cleaner {
    func start() {
        BGTaskScheduler.shared.register(forTaskWithIdentifier: TaskID.cleanUp, using: nil) { ${handler} }
    }

    func clean(_ task: BGTask) {
        task.expirationHandler = { Store.stop() }
        task.setTaskCompleted(success: Store.clean())
    }
}
`;

const scheduled = (request: string) => submitting('"com.example.app.clean-up"', request);

export const examples: readonly RuleExample[] = [
  example('bad', {
    'Cleaner.swift': handling('task in self.clean(task ⟦as!⟧ BGAppRefreshTask)'),
    'Scheduling.swift': scheduled('BGProcessingTaskRequest'),
  }),
  example('bad', {
    'Cleaner.swift': handling('self.clean($0 ⟦as!⟧ BGProcessingTask)'),
    'Scheduling.swift': scheduled('BGAppRefreshTaskRequest'),
  }),
  example(
    'bad',
    {
      'Cleaner.swift': `import BackgroundTasks

final class Cleaner {
    func start() {
        BGTaskScheduler.shared.register(
            forTaskWithIdentifier: "com.example.app.clean-up", using: nil, launchHandler: launch)
    }

    private func launch(_ task: BGTask) {
        let refresh = task ⟦as!⟧ BGAppRefreshTask
        refresh.setTaskCompleted(success: Store.clean())
    }
}
`,
      'Scheduling.swift': scheduled('BGProcessingTaskRequest'),
    },
    'In a method that stands for the handler',
  ),
  example('good', {
    'Cleaner.swift': handling('task in self.clean(task as! BGProcessingTask)'),
    'Scheduling.swift': scheduled('BGProcessingTaskRequest'),
  }),
  example(
    'near-miss',
    {
      'Cleaner.swift': handling('task in self.clean(task as! BGProcessingTask)'),
      'Scheduling.swift': scheduled('BGHealthResearchTaskRequest'),
    },
    'A health research task is a processing task',
  ),
  example(
    'near-miss',
    {
      'Cleaner.swift': handling(
        'task in\n            guard let refresh = task as? BGAppRefreshTask else { return task.setTaskCompleted(success: false) }\n            self.clean(refresh)\n       ',
      ),
      'Scheduling.swift': scheduled('BGProcessingTaskRequest'),
    },
    'Not forced: the app survives it',
  ),
  example('near-miss', {
    'Cleaner.swift': handling(
      'task in\n            if task is BGAppRefreshTask {\n                self.clean(task as! BGAppRefreshTask)\n            }\n       ',
    ),
    'Scheduling.swift': scheduled('BGProcessingTaskRequest'),
  }),
  example(
    'near-miss',
    { 'Cleaner.swift': handling('task in self.clean(task as! BGAppRefreshTask)') },
    'Nobody has seen the request',
  ),
];
