import type { RuleExample } from '../../types';

function swift(body: string): RuleExample['files'] {
  return {
    'Refresh.swift': `import BackgroundTasks
func schedule() {
  let request = BGAppRefreshTaskRequest(identifier: "com.example.refresh")
${body.trim().replace(/^/gm, '  ')}
}
`,
  };
}

export const examples: readonly RuleExample[] = [
  {
    kind: 'bad',
    files: swift(
      'request.earliestBeginDate = Date(timeIntervalSinceNow: 7200)\n⟦try⟧! BGTaskScheduler.shared.submit(request)',
    ),
  },
  {
    kind: 'bad',
    note: 'traps in catch',
    files: swift(
      'do {\n  try BGTaskScheduler.shared.submit(request)\n} catch {\n  print("no refresh")\n  ⟦fatalError⟧("\\(error)")\n}',
    ),
  },
  {
    kind: 'good',
    files: swift(
      'do {\n  try BGTaskScheduler.shared.submit(request)\n} catch {\n  print("no refresh: \\(error)")\n}',
    ),
  },
  {
    kind: 'near-miss',
    files: swift('do { try BGTaskScheduler.shared.submit(request) } catch { assertionFailure("\\(error)") }'),
  },
  {
    kind: 'near-miss',
    note: 'another scheduler',
    files: swift('let mine = Scheduler()\ntry! mine.submit(request)'),
  },
  {
    kind: 'near-miss',
    note: 'the error of something else',
    files: swift(
      'do {\n  try? BGTaskScheduler.shared.submit(request)\n  try write()\n} catch {\n  fatalError("\\(error)")\n}',
    ),
  },
];
