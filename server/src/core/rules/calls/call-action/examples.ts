import type { RuleExample } from '../../types';

function swift(
  body: string,
  label = 'perform',
  type = 'CXAnswerCallAction',
  rest = '',
): Record<string, string> {
  return {
    'Calls.swift': `import CallKit
final class Calls: NSObject, CXProviderDelegate {
  var lines: [UUID: Line] = [:]
  func providerDidReset(_ provider: CXProvider) { lines = [:] }
  func provider(_ provider: CXProvider, ${label} action: ${type}) {
${body}
  }
${rest}}
`,
  };
}

function conversation(body: string): Record<string, string> {
  return {
    'Conversations.swift': `import LiveCommunicationKit
final class Conversations: ConversationManagerDelegate {
  func conversationManager(_ manager: ConversationManager, perform action: ConversationAction) {
${body}
  }
}
`,
  };
}

function objc(body: string, selector = 'performSetMutedCallAction'): Record<string, string> {
  return {
    'Calls.m': `#import <CallKit/CallKit.h>
@implementation Calls
- (void)provider:(CXProvider *)provider ${selector}:(CXSetMutedCallAction *)action {
${body}
}
@end
`,
  };
}

export const examples: readonly RuleExample[] = [
  { kind: 'bad', entry: 'never', files: swift('    lines[action.callUUID]?.pickUp()', '⟦perform⟧') },
  {
    kind: 'good',
    entry: 'never',
    files: swift('    lines[action.callUUID]?.pickUp()\n    action.fulfill(withDateConnected: Date())'),
  },
  {
    kind: 'good',
    entry: 'never',
    note: 'when the line is up',
    files: swift('    open(action.callUUID) { isUp in isUp ? action.fulfill() : action.fail() }'),
  },
  {
    kind: 'near-miss',
    entry: 'never',
    note: 'kept for later',
    files: swift(
      '    pending = action',
      'perform',
      'CXAnswerCallAction',
      '  var pending: CXAnswerCallAction?\n',
    ),
  },
  {
    kind: 'near-miss',
    entry: 'never',
    note: 'an action that has timed out is over',
    files: swift('    lines = [:]', 'timedOutPerforming', 'CXAction'),
  },
  {
    kind: 'bad',
    entry: 'never',
    files: objc('    self.muted = action.isMuted;', '⟦performSetMutedCallAction⟧'),
  },
  { kind: 'good', entry: 'never', files: objc('    self.muted = action.isMuted;\n    [action fulfill];') },
  {
    kind: 'bad',
    entry: 'on-some-path',
    files: swift(`    guard let line = lines[action.callUUID] else {
      print("no such line")
      ⟦return⟧
    }
    line.pickUp()
    action.fulfill()`),
  },
  {
    kind: 'bad',
    entry: 'on-some-path',
    note: 'a condition without else',
    files: swift(`    ⟦if⟧ let line = lines[action.callUUID] {
      line.pickUp()
      action.fulfill()
    }`),
  },
  {
    kind: 'good',
    entry: 'on-some-path',
    files: swift(`    guard let line = lines[action.callUUID] else { return action.fail() }
    line.pickUp()
    action.fulfill()`),
  },
  {
    kind: 'near-miss',
    entry: 'on-some-path',
    note: 'the line completes it',
    files: swift(`    if let line = lines[action.callUUID] {
      line.pickUp(for: action)
    } else {
      action.fail()
    }`),
  },
  {
    kind: 'bad',
    entry: 'on-some-path',
    files: objc(`    if (self.line == nil) {
        ⟦return⟧;
    }
    self.line.muted = action.isMuted;
    [action fulfill];`),
  },
  {
    kind: 'good',
    entry: 'on-some-path',
    files: objc(`    if (self.line == nil) {
        [action fail];
        return;
    }
    self.line.muted = action.isMuted;
    [action fulfill];`),
  },
  {
    kind: 'bad',
    entry: 'live-communication-kit',
    files: conversation(`    switch action {
    case let join as JoinConversationAction:
      connect(join)
    ⟦default⟧:
      break
    }`),
  },
  {
    kind: 'good',
    entry: 'live-communication-kit',
    files: conversation(`    switch action {
    case let join as JoinConversationAction:
      connect(join)
    default:
      action.fail()
    }`),
  },
  {
    kind: 'near-miss',
    entry: 'live-communication-kit',
    note: 'each kind knows what to do',
    files: conversation('    handlers[ObjectIdentifier(type(of: action))]?.run(action)'),
  },
];
