import type { RuleExample } from '../../types';

export const examples: readonly RuleExample[] = [
  {
    kind: 'bad',
    files: {
      'Transfers.swift': `import Foundation
final class Transfers: NSObject, URLSessionDelegate {
  private var session: URLSession?
  func open() {
    let configuration = URLSessionConfiguration.background(withIdentifier: "com.example.app.transfers")
    configuration.isDiscretionary = true
    session = ⟦URLSession⟧(configuration: configuration)
  }
}
`,
    },
  },
  {
    kind: 'bad',
    note: 'the delegate is nil',
    files: {
      'Transfers.swift': `import Foundation
func makeSession() -> URLSession {
  ⟦URLSession⟧(configuration: .background(withIdentifier: "com.example.app.transfers"), delegate: nil, delegateQueue: .main)
}
`,
    },
  },
  {
    kind: 'good',
    files: {
      'Transfers.swift': `import Foundation
final class Transfers: NSObject, URLSessionDelegate {
  private lazy var session = URLSession(
    configuration: .background(withIdentifier: "com.example.app.transfers"), delegate: self, delegateQueue: nil)
}
`,
    },
  },
  {
    kind: 'near-miss',
    note: 'a default session needs none',
    files: {
      'Api.swift': `import Foundation
final class Api {
  let session = URLSession(configuration: .default)
  func other(_ configuration: URLSessionConfiguration) -> URLSession { URLSession(configuration: configuration) }
}
`,
    },
  },
  {
    kind: 'near-miss',
    note: 'only cancels what an earlier version left behind',
    files: {
      'Cleanup.swift': `import Foundation
func forgetOldTransfers() {
  URLSession(configuration: .background(withIdentifier: "com.example.app.v1")).invalidateAndCancel()
}
`,
    },
  },
  {
    kind: 'bad',
    files: {
      'Transfers.m': `#import <Foundation/Foundation.h>

@interface Transfers : NSObject <NSURLSessionDelegate>
@property (nonatomic) NSURLSession *session;
@end

@implementation Transfers

- (void)open {
    NSURLSessionConfiguration *configuration =
        [NSURLSessionConfiguration backgroundSessionConfigurationWithIdentifier:@"com.example.app.transfers"];
    self.session = [NSURLSession ⟦sessionWithConfiguration⟧:configuration];
}

@end
`,
    },
  },
  {
    kind: 'good',
    files: {
      'Transfers.m': `#import <Foundation/Foundation.h>

@interface Transfers : NSObject <NSURLSessionDelegate>
@property (nonatomic) NSURLSession *session;
@end

@implementation Transfers

- (void)open {
    NSURLSessionConfiguration *configuration =
        [NSURLSessionConfiguration backgroundSessionConfigurationWithIdentifier:@"com.example.app.transfers"];
    self.session = [NSURLSession sessionWithConfiguration:configuration delegate:self delegateQueue:nil];
}

@end
`,
    },
  },
];
