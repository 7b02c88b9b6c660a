import type { RuleExample } from '../../types';

const swift = (configuration: string, end: string, start = '') => `import Foundation
final class Queue: NSObject, URLSessionDownloadDelegate {
  private var waiting: [URL] = []
  private lazy var session = URLSession(configuration: ${configuration}, delegate: self, delegateQueue: nil)
  func start(_ urls: [URL]) {
    waiting = urls
${start}  }
  func urlSession(_ session: URLSession, downloadTask: URLSessionDownloadTask, didFinishDownloadingTo location: URL) {
    try? FileManager.default.copyItem(at: location, to: folder)
  }
  func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: Error?) {
${end}  }
}
`;

const background = '.background(withIdentifier: "com.example.app.downloads")';
const next = (resume = 'resume') => `    guard let url = waiting.popLast() else { return }
    self.session.downloadTask(with: url).${resume}()
`;

const objc = (end: string) => `#import <Foundation/Foundation.h>

@interface Queue : NSObject <NSURLSessionTaskDelegate>
@property (nonatomic) NSURLSession *session;
@property (nonatomic) NSMutableArray<NSURL *> *waiting;
@end

@implementation Queue

- (void)open {
    NSURLSessionConfiguration *settings = [NSURLSessionConfiguration backgroundSessionConfigurationWithIdentifier:@"com.example.app.downloads"];
    self.session = [NSURLSession sessionWithConfiguration:settings delegate:self delegateQueue:nil];
}

- (void)URLSession:(NSURLSession *)session task:(NSURLSessionTask *)task didCompleteWithError:(NSError *)error {
${end}}

@end
`;

export const examples: readonly RuleExample[] = [
  { kind: 'bad', files: { 'Queue.swift': swift(background, next('⟦resume⟧')) } },
  {
    kind: 'good',
    files: {
      'Queue.swift': swift(
        background,
        '    print(error as Any)\n',
        '    for url in urls { session.downloadTask(with: url).resume() }\n',
      ),
    },
  },
  {
    kind: 'near-miss',
    note: 'only a background session is put off',
    files: { 'Queue.swift': swift('.default', next()) },
  },
  {
    kind: 'near-miss',
    note: 'the same task goes on',
    files: { 'Queue.swift': swift(background, '    task.resume()\n') },
  },
  {
    kind: 'bad',
    files: {
      'Queue.m':
        objc(`    NSURLSessionTask *next = [self.session downloadTaskWithURL:self.waiting.lastObject];
    [next ⟦resume⟧];
`),
    },
  },
  { kind: 'good', files: { 'Queue.m': objc('    NSLog(@"%@", error);\n') } },
];
