import type { RuleExample } from '../../types';

const owner = (name: string, identifier: string) => `final class ${name}: NSObject, URLSessionDelegate {
  lazy var session = URLSession(
    configuration: .background(withIdentifier: ${identifier}), delegate: self, delegateQueue: nil)
}
`;

const swiftFunction = (body: string, more = '') => `import Foundation
final class Uploads: NSObject, URLSessionDelegate {
${more}  func send(_ file: URL, to request: URLRequest) {
${body}  }
}
`;

const objcFunction = (body: string) => `#import <Foundation/Foundation.h>

@interface Uploads : NSObject <NSURLSessionDelegate>
@property (nonatomic) NSURLSession *session;
@end

@implementation Uploads

- (void)send:(NSURL *)file request:(NSURLRequest *)request {
${body}}

@end
`;

const made = (name = 'URLSession', identifier = '"com.example.app.uploads"') =>
  `    let session = ${name}(configuration: .background(withIdentifier: ${identifier}), delegate: self, delegateQueue: nil)
    session.uploadTask(with: request, fromFile: file).resume()
`;

const madeObjc = (method = 'sessionWithConfiguration') =>
  `    NSURLSessionConfiguration *settings = [NSURLSessionConfiguration backgroundSessionConfigurationWithIdentifier:@"com.example.app.uploads"];
    NSURLSession *session = [NSURLSession ${method}:settings delegate:self delegateQueue:nil];
    [[session uploadTaskWithRequest:request fromFile:file] resume];
`;

function example(
  entry: string,
  kind: RuleExample['kind'],
  files: RuleExample['files'],
  note?: string,
): RuleExample {
  return { kind, entry, files, ...(note === undefined ? {} : { note }) };
}

export const examples: readonly RuleExample[] = [
  example('duplicate-identifier', 'bad', {
    'Transfers.swift': `import Foundation
enum Names { static let transfers = "com.example.app.transfers" }
${owner('Uploads', '"com.example.app.transfers"')}${owner('Downloads', '⟦Names⟧.transfers')}`,
  }),
  example('duplicate-identifier', 'good', {
    'Transfers.swift': `import Foundation
${owner('Uploads', '"com.example.app.uploads"')}${owner('Downloads', '"com.example.app.downloads"')}`,
  }),
  example(
    'duplicate-identifier',
    'near-miss',
    {
      'Transfers.swift': `import Foundation
func isOurs(_ identifier: String) -> Bool { identifier == "com.example.app.uploads" }
${owner('Uploads', '"com.example.app.uploads"')}`,
    },
    'the identifier is only compared',
  ),
  example(
    'duplicate-identifier',
    'near-miss',
    {
      'Transfers.swift': `import Foundation
${owner('Uploads', 'account.identifier')}${owner('Downloads', 'account.identifier')}`,
    },
    'which identifiers these are is not known',
  ),
  example('per-call', 'bad', { 'Uploads.swift': swiftFunction(made('⟦URLSession⟧')) }),
  example('per-call', 'good', {
    'Uploads.swift': swiftFunction(
      '    session.uploadTask(with: request, fromFile: file).resume()\n',
      `  lazy var session = URLSession(
    configuration: .background(withIdentifier: "com.example.app.uploads"), delegate: self, delegateQueue: nil)
`,
    ),
  }),
  example(
    'per-call',
    'near-miss',
    { 'Uploads.swift': swiftFunction(`${made()}    kept = session\n`, '  var kept: URLSession?\n') },
    'the session is kept',
  ),
  example(
    'per-call',
    'near-miss',
    { 'Uploads.swift': swiftFunction(`${made()}    session.finishTasksAndInvalidate()\n`) },
    'the session ends with its transfer',
  ),
  example(
    'per-call',
    'near-miss',
    { 'Uploads.swift': swiftFunction(made('URLSession', '"com.example.app." + file.lastPathComponent')) },
    'each file has a session of its own',
  ),
  example('per-call', 'bad', { 'Uploads.m': objcFunction(madeObjc('⟦sessionWithConfiguration⟧')) }),
  example('per-call', 'near-miss', {
    'Uploads.m': objcFunction(`${madeObjc()}    self.session = session;\n`),
  }),
  example('per-call', 'good', {
    'Uploads.m': objcFunction('    [[self.session uploadTaskWithRequest:request fromFile:file] resume];\n'),
  }),
];
