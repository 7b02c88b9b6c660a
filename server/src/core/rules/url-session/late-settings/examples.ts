import type { RuleExample } from '../../types';

function swift(body: string, rest = '', imports = ''): Record<string, string> {
  return {
    'Transfers.swift': `import Foundation
${imports}final class Transfers: NSObject, URLSessionDelegate {
  let session = URLSession(configuration: .default)
${rest}  func set() {
${body}
  }
}
`,
  };
}

function objc(body: string): Record<string, string> {
  return {
    'Transfers.m': `#import <Foundation/Foundation.h>
@interface Transfers : NSObject <NSURLSessionDelegate>
@property (nonatomic) NSURLSession *session;
@end
@implementation Transfers
- (void)set {
${body}
}
@end
`,
  };
}

const copy: readonly RuleExample[] = [
  {
    kind: 'bad',
    entry: 'copy',
    files: swift('    session.configuration.⟦timeoutIntervalForRequest⟧ = 10'),
  },
  {
    kind: 'bad',
    entry: 'copy',
    note: 'the shared session has settings of its own',
    files: swift('    URLSession.shared.configuration.⟦allowsCellularAccess⟧ = false'),
  },
  {
    kind: 'bad',
    entry: 'copy',
    note: 'an element of a copied dictionary',
    files: swift('    session.configuration.⟦httpAdditionalHeaders⟧?["Authorization"] = "token"'),
  },
  {
    kind: 'bad',
    entry: 'copy',
    note: 'the session of a library',
    files: swift('    AF.session.configuration.⟦timeoutIntervalForResource⟧ = 600', '', 'import Alamofire\n'),
  },
  {
    kind: 'good',
    entry: 'copy',
    files: swift(
      `    let configuration = session.configuration
    configuration.timeoutIntervalForRequest = 10
    patient = URLSession(configuration: configuration)`,
      '  var patient: URLSession?\n',
    ),
  },
  {
    kind: 'near-miss',
    entry: 'copy',
    note: 'a configuration that the app keeps itself',
    files: {
      'Client.swift': `import Foundation
final class Client {
  let configuration = URLSessionConfiguration.default
}
final class Transfers {
  let session = Client()
  func set() { session.configuration.timeoutIntervalForRequest = 10 }
}
`,
    },
  },
  {
    kind: 'near-miss',
    entry: 'copy',
    note: 'nobody knows what this session is',
    files: {
      'Transfers.swift': `import Foundation
func set(for account: Account) { account.session.configuration.timeoutIntervalForRequest = 10 }
`,
    },
  },
  {
    kind: 'bad',
    entry: 'copy',
    files: objc('    self.session.configuration.⟦discretionary⟧ = YES;'),
  },
  {
    kind: 'bad',
    entry: 'copy',
    files: objc('    [[_session configuration] ⟦setTimeoutIntervalForRequest⟧:10];'),
  },
  {
    kind: 'good',
    entry: 'copy',
    files:
      objc(`    NSURLSessionConfiguration *configuration = [NSURLSessionConfiguration defaultSessionConfiguration];
    configuration.timeoutIntervalForRequest = 10;
    self.session = [NSURLSession sessionWithConfiguration:configuration];`),
  },
];

const passed: readonly RuleExample[] = [
  {
    kind: 'bad',
    entry: 'passed',
    files: swift(
      `    let configuration = URLSessionConfiguration.background(withIdentifier: "com.example.transfers")
    background = URLSession(configuration: configuration, delegate: self, delegateQueue: nil)
    configuration.⟦isDiscretionary⟧ = true
    configuration.⟦sessionSendsLaunchEvents⟧ = true`,
      '  var background: URLSession?\n',
    ),
  },
  {
    kind: 'good',
    entry: 'passed',
    files: swift(
      `    let configuration = URLSessionConfiguration.background(withIdentifier: "com.example.transfers")
    configuration.isDiscretionary = true
    background = URLSession(configuration: configuration, delegate: self, delegateQueue: nil)`,
      '  var background: URLSession?\n',
    ),
  },
  {
    kind: 'near-miss',
    entry: 'passed',
    note: 'a second session has the new settings',
    files: swift(
      `    let configuration = URLSessionConfiguration.default
    quick = URLSession(configuration: configuration)
    configuration.timeoutIntervalForRequest = 600
    patient = URLSession(configuration: configuration)`,
      '  var quick: URLSession?\n  var patient: URLSession?\n',
    ),
  },
  {
    kind: 'near-miss',
    entry: 'passed',
    note: 'the class of another library may keep the object itself',
    files: swift(`    let configuration = URLSessionConfiguration.default
    let client = Client(configuration: configuration)
    configuration.timeoutIntervalForRequest = 600
    client.start()`),
  },
  {
    kind: 'bad',
    entry: 'passed',
    files:
      objc(`    NSURLSessionConfiguration *configuration = [NSURLSessionConfiguration defaultSessionConfiguration];
    self.session = [NSURLSession sessionWithConfiguration:configuration];
    configuration.⟦timeoutIntervalForRequest⟧ = 10;`),
  },
  {
    kind: 'good',
    entry: 'passed',
    files:
      objc(`    NSURLSessionConfiguration *configuration = [NSURLSessionConfiguration defaultSessionConfiguration];
    [configuration setTimeoutIntervalForRequest:10];
    self.session = [NSURLSession sessionWithConfiguration:configuration delegate:self delegateQueue:nil];`),
  },
];

export const examples: readonly RuleExample[] = [...copy, ...passed];
