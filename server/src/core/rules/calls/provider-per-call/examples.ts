import type { RuleExample } from '../../types';

function swift(body: string, members = ''): Record<string, string> {
  return {
    'IncomingCalls.swift': `import CallKit

final class IncomingCalls: NSObject, CXProviderDelegate {
${members}  func providerDidReset(_ provider: CXProvider) { hangUpAll() }
  private func hangUpAll() {}

  func ring(_ caller: UUID) {
${body}
  }
}
`,
  };
}

function objc(body: string): Record<string, string> {
  return {
    'IncomingCalls.m': `#import <CallKit/CallKit.h>

@interface IncomingCalls : NSObject <CXProviderDelegate>
@property (nonatomic, strong) CXProvider *kept;
@end

@implementation IncomingCalls

- (void)ring:(NSUUID *)caller {
${body}
}

@end
`,
  };
}

const report = 'reportNewIncomingCall(with: caller, update: CXCallUpdate()) { _ in }';
const objcReport =
  'reportNewIncomingCallWithUUID:caller update:[CXCallUpdate new] completion:^(NSError *error) {}];';

export const examples: readonly RuleExample[] = [
  {
    kind: 'bad',
    files: swift(`    let phone = ⟦CXProvider⟧(configuration: CXProviderConfiguration())
    phone.setDelegate(self, queue: nil)
    phone.${report}`),
  },
  {
    kind: 'bad',
    note: 'without a name',
    files: swift(`    ⟦CXProvider⟧(configuration: .init()).${report}`),
  },
  {
    kind: 'good',
    files: swift(
      `    phone.${report}`,
      '  private let phone = CXProvider(configuration: CXProviderConfiguration())\n\n',
    ),
  },
  {
    kind: 'near-miss',
    note: 'made when first needed, and kept',
    files: swift(
      `    let current = phone ?? CXProvider(configuration: CXProviderConfiguration())
    phone = current
    current.${report}`,
      '  private var phone: CXProvider?\n\n',
    ),
  },
  {
    kind: 'near-miss',
    note: 'kept by a closure',
    files: swift(
      `    let phone = CXProvider(configuration: CXProviderConfiguration())
    again = { phone.${report} }`,
      '  private var again: () -> Void = {}\n\n',
    ),
  },
  {
    kind: 'near-miss',
    note: 'kept by another object',
    files: swift(
      `    let phone = CXProvider(configuration: CXProviderConfiguration())
    Phones.shared.adopt(phone)
    phone.${report}`,
    ),
  },
  {
    kind: 'bad',
    files:
      objc(`    CXProvider *phone = [[⟦CXProvider⟧ alloc] initWithConfiguration:[CXProviderConfiguration new]];
    [phone ${objcReport}`),
  },
  {
    kind: 'good',
    files: objc(`    [self.kept ${objcReport}`),
  },
  {
    kind: 'near-miss',
    note: 'stored afterwards',
    files:
      objc(`    CXProvider *phone = [[CXProvider alloc] initWithConfiguration:[CXProviderConfiguration new]];
    self.kept = phone;
    [phone ${objcReport}`),
  },
];
