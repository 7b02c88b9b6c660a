import type { RuleExample } from '../../types';

function swift(body: string, members = ''): Record<string, string> {
  return {
    'Pushes.swift': `import PushKit

final class Pushes: NSObject, PKPushRegistryDelegate {
  private let registry = PKPushRegistry(queue: .main)
${members}
  func start() {
${body}
  }
}
`,
  };
}

function objc(body: string): Record<string, string> {
  return {
    'Pushes.m': `#import <PushKit/PushKit.h>

@interface Pushes : NSObject <PKPushRegistryDelegate>
@property (nonatomic, strong) PKPushRegistry *registry;
@end

@implementation Pushes

- (void)start {
${body}
}

@end
`,
  };
}

export const examples: readonly RuleExample[] = [
  {
    kind: 'bad',
    files: swift('    registry.⟦desiredPushTypes⟧ = [.voIP]\n    registry.delegate = self'),
  },
  {
    kind: 'bad',
    note: 'a registry of its own, kept afterwards',
    files: swift(
      `    let voice = PKPushRegistry(queue: nil)
    voice.⟦desiredPushTypes⟧ = Set([.voIP])
    kept = voice
    voice.delegate = self`,
      '  private var kept: PKPushRegistry?\n',
    ),
  },
  {
    kind: 'good',
    files: swift('    registry.delegate = self\n    registry.desiredPushTypes = [.voIP]'),
  },
  {
    kind: 'near-miss',
    note: 'another object gets its delegate later',
    files: swift(
      '    registry.delegate = self\n    registry.desiredPushTypes = [.voIP]\n    calls.delegate = self',
      '  private let calls = CallList()\n',
    ),
  },
  {
    kind: 'near-miss',
    note: 'an empty set unregisters',
    files: swift('    registry.desiredPushTypes = []\n    registry.delegate = self'),
  },
  {
    kind: 'near-miss',
    note: 'the delegate was there from the start',
    files: swift(
      '    registry.desiredPushTypes = [.voIP]\n    registry.delegate = self',
      '  override init() {\n    super.init()\n    registry.delegate = self\n  }\n',
    ),
  },
  {
    kind: 'near-miss',
    note: 'one or the other',
    files: swift(
      '    if isReady { registry.desiredPushTypes = [.voIP] } else { registry.delegate = self }',
      '  var isReady = false\n',
    ),
  },
  {
    kind: 'bad',
    files: objc(
      '    self.registry.⟦desiredPushTypes⟧ = [NSSet setWithObject:PKPushTypeVoIP];\n    self.registry.delegate = self;',
    ),
  },
  {
    kind: 'bad',
    note: 'messages instead of dots',
    files: objc(
      '    [_registry ⟦setDesiredPushTypes⟧:[NSSet setWithObject:PKPushTypeVoIP]];\n    [_registry setDelegate:self];',
    ),
  },
  {
    kind: 'good',
    files: objc(
      '    self.registry.delegate = self;\n    self.registry.desiredPushTypes = [NSSet setWithObject:PKPushTypeVoIP];',
    ),
  },
];
