import type { RuleExample } from '../../types';

function swift(body: string, members = ''): RuleExample['files'] {
  return {
    'Transfers.swift': `import Foundation
final class Transfers: NSObject, URLSessionDelegate {
  var eventsHandler: (() -> Void)?
${members}  func urlSessionDidFinishEvents(forBackgroundURLSession session: URLSession) {
${body.trim().replace(/^/gm, '    ')}
  }
}
`,
  };
}

function objc(body: string): RuleExample['files'] {
  return {
    'Transfers.m': `#import <Foundation/Foundation.h>

@interface Transfers : NSObject <NSURLSessionDelegate>
@property (nonatomic, copy) void (^eventsHandler)(void);
@end

@implementation Transfers

- (void)URLSessionDidFinishEventsForBackgroundURLSession:(NSURLSession *)session {
${body.trim().replace(/^/gm, '    ')}
}

@end
`,
  };
}

const mainSession =
  '  lazy var session = URLSession(configuration: .background(withIdentifier: "com.example.app"), delegate: self, delegateQueue: .main)\n';

export const examples: readonly RuleExample[] = [
  { kind: 'bad', files: swift('⟦eventsHandler⟧?()\neventsHandler = nil') },
  {
    kind: 'bad',
    note: 'through a local',
    files: swift(
      'guard let handler = self.eventsHandler else { return }\nself.eventsHandler = nil\n⟦handler⟧()',
    ),
  },
  {
    kind: 'bad',
    note: 'the session has a queue of its own',
    files: swift(
      'print("finished")\n⟦self⟧.eventsHandler?()',
      mainSession.replace('.main', 'OperationQueue()'),
    ),
  },
  {
    kind: 'good',
    files: swift('DispatchQueue.main.async {\n  self.eventsHandler?()\n  self.eventsHandler = nil\n}'),
  },
  { kind: 'good', files: swift('Task { @MainActor in eventsHandler?() }') },
  {
    kind: 'near-miss',
    note: 'the session calls its delegate on the main queue',
    files: swift('eventsHandler?()', mainSession),
  },
  {
    kind: 'near-miss',
    note: 'what is kept goes to the main thread',
    files: swift(
      'eventsHandler?()',
      '  func keep(_ handler: @escaping () -> Void) { eventsHandler = { DispatchQueue.main.async(execute: handler) } }\n',
    ),
  },
  {
    kind: 'near-miss',
    note: 'calls a method',
    files: swift('finish()', '  func finish() {}\n'),
  },
  {
    kind: 'bad',
    files: objc('if (self.eventsHandler) {\n    ⟦self⟧.eventsHandler();\n    self.eventsHandler = nil;\n}'),
  },
  {
    kind: 'good',
    files: objc(
      'void (^handler)(void) = self.eventsHandler;\nself.eventsHandler = nil;\ndispatch_async(dispatch_get_main_queue(), ^{\n    if (handler) { handler(); }\n});',
    ),
  },
];
