/** Who gets the task of a launch handler, as far as one file tells. */
import { beforeAll, expect, it } from 'vitest';
import { FileAnalysis } from '../../../server/src/core/program/analysis';
import { registrations } from '../../../server/src/core/program/scheduler-calls';
import { taskReach } from '../../../server/src/core/program/task-reach';
import { loadGrammars, parseFile } from '../../support/code-rules';

beforeAll(loadGrammars);

/** `nobody` else, only this `file`, or `others`. */
function reach(handler: string, members: string): string {
  const text = `import BackgroundTasks
final class Cleaner {
  func setUp() {
    BGTaskScheduler.shared.register(forTaskWithIdentifier: "clean", using: nil) { task in
      ${handler}
    }
  }
  ${members}
}
`;
  const analysis = new FileAnalysis(parseFile('Cleaner.swift', text));
  expect(analysis.program.errors).toEqual([]);
  const [registration] = registrations(analysis);
  if (registration === undefined) throw new Error('No registration');
  const { isComplete, isInFile } = taskReach(registration.handler, analysis);
  return isComplete ? 'nobody' : isInFile ? 'file' : 'others';
}

const finish = 'func finish() { kept?.setTaskCompleted(success: true); kept = nil }';

it.each<[string, string, string, string]>([
  ['completed', 'task.setTaskCompleted(success: true)', '', 'nobody'],
  ['kept in a private property', 'self.kept = task', `private var kept: BGTask?\n${finish}`, 'file'],
  ['kept in a property for the file', 'self.kept = task', `fileprivate var kept: BGTask?\n${finish}`, 'file'],
  ['kept in a property for everybody', 'self.kept = task', `var kept: BGTask?\n${finish}`, 'others'],
  [
    'kept in two properties',
    'self.kept = task; self.more = task',
    'private var kept: BGTask?\nprivate var more: BGTask?',
    'file',
  ],
  [
    'moved on to a property for everybody',
    'self.kept = task',
    'private var kept: BGTask?\nvar more: BGTask?\nfunc move() { more = kept }',
    'others',
  ],
  [
    'kept, bound and completed',
    'self.kept = task',
    'private var kept: Any?\nfunc finish(_ n: Int) { switch n {\n case 0: break\n default: if let task = kept as? BGTask { task.setTaskCompleted(success: true) } } }',
    'file',
  ],
  [
    'kept and returned',
    'self.kept = task',
    'private var kept: BGTask?\nfunc current() -> BGTask? { return kept }',
    'others',
  ],
  [
    'kept and passed on',
    'self.kept = task',
    'private var kept: BGTask?\nfunc share(_ with: Log) { with.add(kept) }',
    'others',
  ],
  [
    'kept, bound and passed on',
    'self.kept = task',
    'private var kept: BGTask?\nfunc share(_ with: Log) { guard let task = kept else { return }; with.add(task) }',
    'others',
  ],
  [
    'kept and switched over',
    'self.kept = task',
    'private var kept: BGTask?\nfunc share() { switch kept { case let task?: print(task); default: break } }',
    'others',
  ],
  ['passed to somebody', 'Log.shared.add(task)', '', 'others'],
])('%s', (_title, handler, members, expected) => {
  expect(reach(handler, members)).toBe(expected);
});
