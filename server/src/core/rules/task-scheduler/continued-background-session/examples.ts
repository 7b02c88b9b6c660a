import type { RuleExample } from '../../types';
import { example } from '../example-parts';

const handling = (body: string) => ({
  'Upload.swift': `import BackgroundTasks
import Foundation

final class Uploader: NSObject, URLSessionDelegate {
    func upload(_ task: BGContinuedProcessingTask, _ request: URLRequest, from file: URL) {
        task.progress.totalUnitCount = 100
        ${body.trim().replaceAll('\n', '\n        ')}
        transfer.resume()
    }
}
`,
});

export const examples: readonly RuleExample[] = [
  example(
    'bad',
    handling(`let configuration = URLSessionConfiguration.⟦background⟧(withIdentifier: "com.example.app.upload")
let session = URLSession(configuration: configuration, delegate: self, delegateQueue: nil)
let transfer = session.uploadTask(with: request, fromFile: file)`),
  ),
  example(
    'bad',
    {
      'Upload.swift': `import BackgroundTasks
import Foundation

final class Uploader {
    private let session = URLSession(configuration: .background(withIdentifier: "com.example.app.upload"))

    func start(_ request: URLRequest, from file: URL) {
        BGTaskScheduler.shared.register(forTaskWithIdentifier: "com.example.app.export", using: nil) { task in
            guard let task = task as? BGContinuedProcessingTask else { return }
            task.progress.totalUnitCount = 100
            self.session.⟦uploadTask⟧(with: request, fromFile: file).resume()
        }
    }
}
`,
    },
    'The session of the type',
  ),
  example('bad', {
    'Upload.m': `#import <BackgroundTasks/BackgroundTasks.h>

@implementation Uploader

- (void)upload:(BGContinuedProcessingTask *)task request:(NSURLRequest *)request from:(NSURL *)file {
    NSURLSessionConfiguration *configuration = [NSURLSessionConfiguration ⟦backgroundSessionConfigurationWithIdentifier⟧:@"com.example.app.upload"];
    NSURLSession *session = [NSURLSession sessionWithConfiguration:configuration delegate:self delegateQueue:nil];
    [[session uploadTaskWithRequest:request fromFile:file] resume];
}

@end
`,
  }),
  example(
    'good',
    handling(`let transfer = URLSession.shared.uploadTask(with: request, fromFile: file) { _, _, error in
    task.setTaskCompleted(success: error == nil)
}
task.progress.addChild(transfer.progress, withPendingUnitCount: 100)`),
  ),
  example('good', {
    'Upload.m': `#import <BackgroundTasks/BackgroundTasks.h>

@implementation Uploader

- (void)upload:(BGContinuedProcessingTask *)task request:(NSURLRequest *)request from:(NSURL *)file {
    [[[NSURLSession sharedSession] uploadTaskWithRequest:request fromFile:file] resume];
}

@end
`,
  }),
  example(
    'near-miss',
    {
      'Upload.swift': `import BackgroundTasks
import Foundation

final class Uploader: NSObject, URLSessionDelegate {
    func report(_ task: BGContinuedProcessingTask) {
        task.progress.completedUnitCount += 1
    }

    func later() -> URLSession {
        URLSession(
            configuration: .background(withIdentifier: "com.example.app.upload"), delegate: self,
            delegateQueue: nil)
    }
}
`,
    },
    'The session has nothing to do with the task',
  ),
];
