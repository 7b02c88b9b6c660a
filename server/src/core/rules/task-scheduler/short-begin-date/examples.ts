import type { RuleExample } from '../../types';

function swift(
  date: string,
  type = 'BGAppRefreshTaskRequest',
  member = 'earliestBeginDate',
): RuleExample['files'] {
  return {
    'Refresh.swift': `import BackgroundTasks
func request() -> ${type} {
  let request = ${type}(identifier: "com.example.refresh")
  request.${member} = ${date}
  return request
}
`,
  };
}

function objc(interval: string, member: string): RuleExample['files'] {
  return {
    'Refresh.m': `#import <BackgroundTasks/BackgroundTasks.h>

BGProcessingTaskRequest *request(void) {
    BGProcessingTaskRequest *request = [[BGProcessingTaskRequest alloc] initWithIdentifier:@"com.example.clean"];
    request.${member} = [NSDate dateWithTimeIntervalSinceNow:${interval}];
    return request;
}
`,
  };
}

const marked = '⟦earliestBeginDate⟧';

export const examples: readonly RuleExample[] = [
  { kind: 'bad', files: swift('Date(timeIntervalSinceNow: 10 * 60)', 'BGAppRefreshTaskRequest', marked) },
  { kind: 'bad', files: swift('Date().addingTimeInterval(900)', 'BGProcessingTaskRequest', marked) },
  { kind: 'good', files: swift('Date(timeIntervalSinceNow: 6 * 60 * 60)') },
  { kind: 'near-miss', note: 'another type', files: swift('Date(timeIntervalSinceNow: 60)', 'Appointment') },
  { kind: 'near-miss', note: 'depends on a setting', files: swift('Date(timeIntervalSinceNow: interval)') },
  { kind: 'bad', files: objc('5 * 60', marked) },
  { kind: 'good', files: objc('24 * 60 * 60', 'earliestBeginDate') },
];
