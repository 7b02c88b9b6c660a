import type { RuleExample } from '../../types';

function swift(body: string): RuleExample['files'] {
  return {
    'Transfers.swift': `import Foundation
final class Transfers: NSObject, URLSessionDownloadDelegate {
  let target = URL.documentsDirectory.appendingPathComponent("episode.mp3")
  let queue = DispatchQueue(label: "files")
  func urlSession(_ session: URLSession, downloadTask: URLSessionDownloadTask, didFinishDownloadingTo location: URL) {
${body.trim().replace(/^/gm, '    ')}
  }
  func reload() {}
  func store(_ file: URL) async {}
}
`,
  };
}

function objc(body: string): RuleExample['files'] {
  return {
    'Transfers.m': `#import <Foundation/Foundation.h>

@interface Transfers : NSObject <NSURLSessionDownloadDelegate>
@end

@implementation Transfers

- (void)URLSession:(NSURLSession *)session downloadTask:(NSURLSessionDownloadTask *)task didFinishDownloadingToURL:(NSURL *)location {
${body.trim().replace(/^/gm, '    ')}
}

@end
`,
  };
}

export const examples: readonly RuleExample[] = [
  {
    kind: 'bad',
    files: swift(`
print("finished", location.lastPathComponent)
DispatchQueue.main.async {
  try? FileManager.default.moveItem(at: ⟦location⟧, to: self.target)
  self.reload()
}
`),
  },
  { kind: 'bad', note: 'in a Task', files: swift('Task {\n  await store(⟦location⟧)\n}') },
  {
    kind: 'bad',
    note: 'the only statement of a block',
    files: swift(
      'queue.async { try? FileManager.default.copyItem(atPath: ⟦location⟧.path, toPath: self.target.path) }',
    ),
  },
  {
    kind: 'good',
    files: swift(
      'try? FileManager.default.moveItem(at: location, to: target)\nDispatchQueue.main.async { self.reload() }',
    ),
  },
  {
    kind: 'near-miss',
    note: 'reads the file first',
    files: swift('let data = try? Data(contentsOf: location)\nTask { print(data?.count ?? 0, location) }'),
  },
  {
    kind: 'near-miss',
    note: 'waits for the other queue',
    files: swift(`
queue.sync { try? FileManager.default.moveItem(at: location, to: self.target) }
`),
  },
  {
    kind: 'near-miss',
    note: 'waits for the block',
    files: swift(`
let done = DispatchSemaphore(value: 0)
queue.async { try? FileManager.default.moveItem(at: location, to: self.target); done.signal() }
done.wait()
`),
  },
  {
    kind: 'bad',
    files: objc(`
dispatch_async(dispatch_get_main_queue(), ^{
    [[NSFileManager defaultManager] moveItemAtURL:⟦location⟧ toURL:self.target error:nil];
    [self reload];
});
`),
  },
  {
    kind: 'good',
    files: objc(`
[[NSFileManager defaultManager] moveItemAtURL:location toURL:self.target error:nil];
dispatch_async(dispatch_get_main_queue(), ^{
    [self reload];
});
`),
  },
];
