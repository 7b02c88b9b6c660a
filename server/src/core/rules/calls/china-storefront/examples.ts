import type { RuleExample } from '../../types';

const swift = (body: string, module = 'CallKit') => ({
  'Calls.swift': `import ${module}

final class Calls {
  ${body}
}
`,
});

const objc = (condition: string, provider = '⟦CXProvider⟧') => ({
  'Calls.m': `#import <CallKit/CallKit.h>

@implementation Calls

- (void)start:(CXProviderConfiguration *)configuration {
    ${condition}self.provider = [[${provider} alloc] initWithConfiguration:configuration];
}

@end
`,
});

export const examples: readonly RuleExample[] = [
  { kind: 'bad', files: swift('let provider = ⟦CXProvider⟧(configuration: CXProviderConfiguration())') },
  { kind: 'bad', files: objc('') },
  {
    kind: 'good',
    files: swift(
      'lazy var provider = Locale.current.region == .chinaMainland ? nil : CXProvider(configuration: .init())',
    ),
  },
  {
    kind: 'good',
    files: objc('if (![NSLocale.currentLocale.countryCode isEqualToString:@"CN"]) ', 'CXProvider'),
  },
  {
    kind: 'near-miss',
    files: swift('let calls = ConversationManager(configuration: .init())', 'LiveCommunicationKit'),
  },
];
