import type { RuleExample } from '../../types';
import { example } from '../example-parts';

const uploading = (request: string, work = 'upload(task)', lines = '') => ({
  'Uploads.swift': `import BackgroundTasks
import Foundation

final class Uploads {
    func start() {
        BGTaskScheduler.shared.register(forTaskWithIdentifier: "com.example.app.upload", using: nil) { task in
            self.${work}
        }
    }

    func schedule() throws {
        let request = ${request}(identifier: "com.example.app.upload")
        request.requiresExternalPower = true
        ${lines}try BGTaskScheduler.shared.submit(request)
    }

    func upload(_ task: BGTask) {
        let transfer = URLSession.shared.uploadTask(with: makeRequest(), fromFile: pending) { _, _, error in
            task.setTaskCompleted(success: error == nil)
        }
        task.expirationHandler = { transfer.cancel() }
        transfer.resume()
    }

    func clean(_ task: BGTask) {
        task.setTaskCompleted(success: Store.clean())
    }
}
`,
});

const uploadingObjc = (setting: string, request: string) => ({
  'Uploads.m': `#import <BackgroundTasks/BackgroundTasks.h>

@implementation Uploads

- (void)start {
    [[BGTaskScheduler sharedScheduler] registerForTaskWithIdentifier:@"com.example.app.upload" usingQueue:nil launchHandler:^(BGTask *task) {
        NSURLSessionTask *transfer = [[NSURLSession sharedSession] uploadTaskWithRequest:self.request fromFile:self.file completionHandler:^(NSData *data, NSURLResponse *response, NSError *error) {
            [task setTaskCompletedWithSuccess:error == nil];
        }];
        task.expirationHandler = ^{ [transfer cancel]; };
        [transfer resume];
    }];
}

- (void)schedule {
    BGProcessingTaskRequest *request = [[${request} alloc] initWithIdentifier:@"com.example.app.upload"];
    ${setting}
    NSError *error = nil;
    if (![[BGTaskScheduler sharedScheduler] submitTaskRequest:request error:&error]) { NSLog(@"%@", error); }
}

@end
`,
});

export const examples: readonly RuleExample[] = [
  example('bad', uploading('⟦BGProcessingTaskRequest⟧')),
  example('bad', uploadingObjc('request.requiresExternalPower = YES;', '⟦BGProcessingTaskRequest⟧')),
  example(
    'good',
    uploading(
      'BGProcessingTaskRequest',
      'upload(task)',
      'request.requiresNetworkConnectivity = true\n        ',
    ),
  ),
  example('good', uploadingObjc('request.requiresNetworkConnectivity = YES;', 'BGProcessingTaskRequest')),
  example('near-miss', uploading('BGProcessingTaskRequest', 'clean(task)'), 'Nothing is transferred'),
  example(
    'near-miss',
    uploading('BGProcessingTaskRequest', 'upload(task)', 'configure(request)\n        '),
    'Somebody else may ask for it',
  ),
  example('near-miss', uploading('BGAppRefreshTaskRequest'), 'App refresh has no such setting'),
];
