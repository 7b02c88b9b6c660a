import type { RuleExample } from '../../types';

function swift(body: string, name = 'timedOutPerforming action: CXAction'): Record<string, string> {
  return {
    'Calls.swift': `import CallKit

final class Calls: NSObject, CXProviderDelegate {
  func provider(_ provider: CXProvider, ${name}) {
${body}
  }
}
`,
  };
}

function objc(body: string): Record<string, string> {
  return {
    'Calls.m': `#import <CallKit/CallKit.h>

@interface Calls : NSObject <CXProviderDelegate>
@end

@implementation Calls

- (void)provider:(CXProvider *)provider timedOutPerformingAction:(CXAction *)action {
${body}
}

@end
`,
  };
}

export const examples: readonly RuleExample[] = [
  { kind: 'bad', files: swift('    action.⟦fail⟧()\n    stopRinging()') },
  {
    kind: 'bad',
    note: 'under another name, and later',
    files: swift(
      '    guard let late = action as? CXAnswerCallAction else { return }\n    DispatchQueue.main.async { late.⟦fulfill⟧() }',
    ),
  },
  { kind: 'good', files: swift('    stopRinging()') },
  {
    kind: 'near-miss',
    note: 'an action that is still waiting',
    files: swift('    action.fail()', 'perform action: CXEndCallAction'),
  },
  {
    kind: 'near-miss',
    note: 'something else fails',
    files: swift('    pendingCall?.fail()\n    stopRinging()'),
  },
  { kind: 'bad', files: objc('    [self stopRinging];\n    [action ⟦fail⟧];') },
  { kind: 'good', files: objc('    [self stopRinging];') },
];
