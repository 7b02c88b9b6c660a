import type { RuleExample } from '../../types';

/** A Swift class with a background session, or one with another configuration. */
function swift(
  body: string,
  configuration = '.background(withIdentifier: "com.example.app.transfers")',
): RuleExample['files'] {
  return {
    'Transfers.swift': `import Foundation
final class Transfers: NSObject, URLSessionDownloadDelegate {
  private lazy var session = URLSession(configuration: ${configuration}, delegate: self, delegateQueue: nil)
  func urlSession(_ session: URLSession, downloadTask: URLSessionDownloadTask, didFinishDownloadingTo location: URL) {
    try? FileManager.default.moveItem(at: location, to: URL.documentsDirectory.appendingPathComponent("file"))
  }
${body.trim().replace(/^/gm, '  ')}
}
`,
  };
}

/** An Objective-C class with a background session. */
function objc(body: string): RuleExample['files'] {
  return {
    'Transfers.m': `#import <Foundation/Foundation.h>

@interface Transfers : NSObject <NSURLSessionDelegate>
@property (nonatomic, strong) NSURLSession *session;
@end

@implementation Transfers

- (NSURLSession *)session {
    if (_session == nil) {
        NSURLSessionConfiguration *configuration =
            [NSURLSessionConfiguration backgroundSessionConfigurationWithIdentifier:@"com.example.app.transfers"];
        _session = [NSURLSession sessionWithConfiguration:configuration delegate:self delegateQueue:nil];
    }
    return _session;
}

${body.trim()}

@end
`,
  };
}

const other = '.ephemeral';

export const examples: readonly RuleExample[] = [
  {
    kind: 'bad',
    entry: 'completion-handler',
    files: swift(`
func fetch(_ url: URL) {
  let task = session.⟦downloadTask⟧(with: url) { file, _, _ in print(file as Any) }
  task.resume()
}
func load(_ url: URL) async throws -> Data { try await self.session.⟦data⟧(from: url).0 }
`),
  },
  {
    kind: 'good',
    entry: 'completion-handler',
    files: swift('func fetch(_ url: URL) { session.downloadTask(with: url).resume() }'),
  },
  {
    kind: 'near-miss',
    entry: 'completion-handler',
    files: swift('func load(_ url: URL) async throws -> Data { try await session.data(from: url).0 }', other),
  },
  {
    kind: 'near-miss',
    entry: 'completion-handler',
    note: 'the configuration depends on a setting',
    files: swift(
      'func load(_ url: URL) { session.dataTask(with: url) { _, _, _ in }.resume() }',
      'Settings.inBackground ? .background(withIdentifier: "com.example.app") : .default',
    ),
  },
  {
    kind: 'bad',
    entry: 'completion-handler',
    files: objc(`
- (void)fetch:(NSURL *)url {
    NSURLSessionDownloadTask *task = [self.session ⟦downloadTaskWithURL⟧:url
                                                       completionHandler:^(NSURL *file, NSURLResponse *response, NSError *error) {
        NSLog(@"%@", file);
    }];
    [task resume];
}
`),
  },
  {
    kind: 'good',
    entry: 'completion-handler',
    files: objc('- (void)fetch:(NSURL *)url {\n    [[self.session downloadTaskWithURL:url] resume];\n}'),
  },
  {
    kind: 'bad',
    entry: 'upload-from-memory',
    files: swift(`
func send(_ request: URLRequest, _ body: Data) {
  session.⟦uploadTask⟧(with: request, from: body).resume()
}
`),
  },
  {
    kind: 'good',
    entry: 'upload-from-memory',
    files: swift(
      'func send(_ request: URLRequest, _ file: URL) { session.uploadTask(with: request, fromFile: file).resume() }',
    ),
  },
  {
    kind: 'near-miss',
    entry: 'upload-from-memory',
    files: swift(
      'func send(_ request: URLRequest, _ body: Data) { session.uploadTask(with: request, from: body).resume() }',
      other,
    ),
  },
  {
    kind: 'bad',
    entry: 'upload-from-memory',
    files: objc(`
- (void)send:(NSURLRequest *)request body:(NSData *)body {
    NSURLSessionUploadTask *task = [self.session ⟦uploadTaskWithRequest⟧:request fromData:body];
    [task resume];
}
`),
  },
  {
    kind: 'bad',
    entry: 'data-task',
    files: swift('func load(_ url: URL) { session.⟦dataTask⟧(with: url).resume() }'),
  },
  {
    kind: 'good',
    entry: 'data-task',
    files: swift('func load(_ url: URL) { session.downloadTask(with: url).resume() }'),
  },
  {
    kind: 'near-miss',
    entry: 'data-task',
    note: 'becomes a download when the answer arrives',
    files: swift(`
func load(_ url: URL) { session.dataTask(with: url).resume() }
func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didBecome downloadTask: URLSessionDownloadTask) {}
`),
  },
  {
    kind: 'bad',
    entry: 'websocket',
    files: swift('func connect(_ url: URL) { session.⟦webSocketTask⟧(with: url).resume() }'),
  },
  {
    kind: 'good',
    entry: 'websocket',
    files: swift('func connect(_ url: URL) { session.webSocketTask(with: url).resume() }', other),
  },
  {
    kind: 'near-miss',
    entry: 'websocket',
    files: swift(
      'func connect(_ url: URL, over session: URLSession) { session.webSocketTask(with: url).resume() }',
    ),
  },
];
