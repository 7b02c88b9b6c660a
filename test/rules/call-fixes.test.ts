/** Fixes of the rules about calls: the exact text, that it parses, and that the finding is gone afterwards. */
import { beforeAll, describe, expect, it, test } from 'vitest';
import { callRules } from '../../server/src/core/rules/calls';
import { fixed, loadGrammars, parseFile, runRules } from '../support/code-rules';

beforeAll(loadGrammars);

/** The file after the first fix of the first finding of `rule`; `undefined` when it offers none. */
function apply(rule: string, path: string, text: string): string | undefined {
  const files = { [path]: text };
  const finding = runRules(callRules, files).find((each) => each.rule === rule);
  if (finding === undefined) throw new Error(`Nothing found for ${rule}`);
  if (finding.fixes.length === 0) return undefined;
  const after = fixed(files, finding, 0)[path] ?? '';
  expect(parseFile(path, after).errors).toEqual([]);
  expect(runRules(callRules, { [path]: after }).filter((each) => each.rule === rule)).toEqual([]);
  return after;
}

const pushes = (body: string, provider = 'self.provider'): string => `import CallKit
import PushKit
import UIKit
final class Pushes: NSObject, PKPushRegistryDelegate {
    let provider = CXProvider(configuration: CXProviderConfiguration())
    func pushRegistry(_ registry: PKPushRegistry, didReceiveIncomingPushWith payload: PKPushPayload, for type: PKPushType, completion: @escaping () -> Void) {
${body}
        ${provider}.reportNewIncomingCall(with: UUID(), update: CXCallUpdate()) { _ in completion() }
    }
}
`;

const reported = (indent: string, then: string): string =>
  [
    'let failedCall = UUID()',
    `self.provider.reportNewIncomingCall(with: failedCall, update: CXCallUpdate()) { _ in ${then}}`,
    'self.provider.reportCall(with: failedCall, endedAt: nil, reason: .failed)',
  ]
    .map((line) => `${indent}${line}\n`)
    .join('');

describe('reporting a call that ends at once', () => {
  const rule = 'voip-push-not-reported';
  const inner = ' '.repeat(12);

  it.each([
    [
      'takes the completion along',
      '        if busy {\n            completion()\n            return\n        }',
      `        if busy {\n${reported(inner, 'completion() ')}${inner}return\n        }`,
    ],
    [
      'spreads a block on one line',
      '        guard payload.dictionaryPayload["id"] != nil else { completion(); return }',
      `        guard payload.dictionaryPayload["id"] != nil else {\n${reported(inner, 'completion() ')}${inner}return\n        }`,
    ],
    [
      'adds the completion where there is none',
      '        if busy {\n            return\n        }',
      `        if busy {\n${reported(inner, 'completion() ')}${inner}return\n        }`,
    ],
    [
      'completes once only',
      '        defer { completion() }\n        if busy {\n            return\n        }',
      `        defer { completion() }\n        if busy {\n${reported(inner, '')}${inner}return\n        }`,
    ],
  ])('%s', (_, body, expected) => {
    expect(apply(rule, 'Pushes.swift', pushes(body))).toBe(pushes(expected));
  });

  it('is not offered without a provider that every path can use', () => {
    const body = '        if busy { completion(); return }\n        let phone = Phones.next()';
    expect(apply(rule, 'Pushes.swift', pushes(body, 'phone'))).toBeUndefined();
  });

  it('drops a test of the foreground, but not what else it does', () => {
    const skip = (work: string): string =>
      pushes(`        if UIApplication.shared.applicationState == .active { ${work}completion(); return }`);
    expect(apply(rule, 'Pushes.swift', skip(''))).toBe(pushes('').replace('{\n\n', '{\n'));
    expect(apply(rule, 'Pushes.swift', skip('print("in front"); '))).toBeUndefined();
  });
});

test('a return without braces gets them for the report', () => {
  const push = (exit: string): string => `#import <PushKit/PushKit.h>
#import <CallKit/CallKit.h>
@interface Pushes : NSObject <PKPushRegistryDelegate>
@property (nonatomic) CXProvider *provider;
@end
@implementation Pushes
- (void)pushRegistry:(PKPushRegistry *)registry didReceiveIncomingPushWithPayload:(PKPushPayload *)payload forType:(PKPushType)type withCompletionHandler:(void (^)(void))completion {
    ${exit}
    [self.provider reportNewIncomingCallWithUUID:[NSUUID UUID] update:[[CXCallUpdate alloc] init] completion:^(NSError *error) { completion(); }];
}
@end
`;
  expect(
    apply('voip-push-not-reported', 'Pushes.m', push('if (payload.dictionaryPayload.count == 0) return;')),
  ).toBe(
    push(`if (payload.dictionaryPayload.count == 0) {
        NSUUID *failedCall = [NSUUID UUID];
        [self.provider reportNewIncomingCallWithUUID:failedCall update:[[CXCallUpdate alloc] init] completion:^(NSError *error) { completion(); }];
        [self.provider reportCallWithUUID:failedCall endedAtDate:nil reason:CXCallEndedReasonFailed];
        return;
    }`),
  );
});

test.each(['', '\n'])('callbacks of Objective-C stand apart from the method before them: %j', (space) => {
  const text = `#import <CallKit/CallKit.h>\n@interface Calls : NSObject <CXProviderDelegate>\n@end\n@implementation Calls\n- (void)provider:(CXProvider *)provider performAnswerCallAction:(CXAnswerCallAction *)action {\n    [action fulfill];\n}\n${space}@end\n`;
  expect(apply('call-provider-callback-not-handled', 'Calls.m', text)).toContain(
    '}\n\n- (void)provider:(CXProvider *)provider didActivateAudioSession:(AVAudioSession *)audioSession {\n',
  );
});

const registry = (first: string, between: string, second: string): string => `#import <PushKit/PushKit.h>
@implementation Pushes
- (void)start {
    PKPushRegistry *registry = [[PKPushRegistry alloc] initWithQueue:nil];
    ${first};
${between}    ${second};
}
@end
`;

test('the delegate is set first only where nothing stands between the two', () => {
  const types = 'registry.desiredPushTypes = [NSSet setWithObject:PKPushTypeVoIP]';
  const delegate = '[registry setDelegate:self]';
  const rule = 'push-types-set-before-delegate';
  expect(apply(rule, 'Pushes.m', registry(types, '', delegate))).toBe(registry(delegate, '', types));
  expect(apply(rule, 'Pushes.m', registry(types, '    [self prepare];\n', delegate))).toBeUndefined();
});

const answer = (body: string): string => `import AVFAudio
import CallKit
final class Calls: NSObject, CXProviderDelegate {
    func provider(_ provider: CXProvider, perform action: CXAnswerCallAction) {
${body}        action.fulfill()
    }
}
`;

test('an activation is removed only where its outcome does not matter', () => {
  const rule = 'audio-session-activated-by-app';
  const session = 'AVAudioSession.sharedInstance()';
  expect(apply(rule, 'Calls.swift', answer(`        try? ${session}.setActive(true)\n`))).toBe(answer(''));
  const asked = `        if (try? ${session}.setActive(true)) == nil { print("no audio") }\n`;
  expect(apply(rule, 'Calls.swift', answer(asked))).toBeUndefined();
});

test('a provider that needs a local value does not move', () => {
  const made = (argument: string): string => `import CallKit
final class Calls {
    func ring() {
        let settings = CXProviderConfiguration()
        let phone = CXProvider(configuration: ${argument})
        phone.reportNewIncomingCall(with: UUID(), update: CXCallUpdate()) { _ in }
    }
}
`;
  const rule = 'call-provider-per-call';
  expect(apply(rule, 'Calls.swift', made('settings'))).toBeUndefined();
  expect(apply(rule, 'Calls.swift', made('CXProviderConfiguration()'))).toContain(
    'final class Calls {\n    private let phone = CXProvider(configuration: CXProviderConfiguration())\n',
  );
});

test('callbacks bring the import they need', () => {
  const text = answer('').replace('import AVFAudio\n', '');
  const after = apply('call-provider-callback-not-handled', 'Calls.swift', text);
  expect(after).toMatch(/^import AVFAudio\nimport CallKit\n/);
  expect(after).toContain('didActivate audioSession: AVAudioSession) {\n        // ');
});
