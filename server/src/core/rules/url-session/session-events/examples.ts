import type { RuleExample } from '../../types';

function swift(
  body: string,
  rest = '',
  label = 'completionHandler',
  event = 'handleEventsForBackgroundURLSession',
): Record<string, string> {
  return {
    'AppDelegate.swift': `import UIKit
final class AppDelegate: UIResponder, UIApplicationDelegate {
  var finishEvents: (() -> Void)?
  func application(_ application: UIApplication, ${event} identifier: String, ${label} finish: @escaping () -> Void) {
${body}
  }
${rest}}
`,
  };
}

function objc(
  body: string,
  rest = '',
  label = 'completionHandler',
  event = 'handleEventsForBackgroundURLSession',
): Record<string, string> {
  return {
    'AppDelegate.m': `#import <UIKit/UIKit.h>
@interface AppDelegate : UIResponder <UIApplicationDelegate, NSURLSessionDelegate>
@property (copy) void (^finishEvents)(void);
@end
@implementation AppDelegate
- (void)application:(UIApplication *)application ${event}:(NSString *)identifier ${label}:(void (^)(void))finish {
${body}
}
${rest}@end
`,
  };
}

const swiftFinished = `  func urlSessionDidFinishEvents(forBackgroundURLSession session: URLSession) {
    DispatchQueue.main.async {
      self.finishEvents?()
      self.finishEvents = nil
    }
  }
`;
const objcFinished = `- (void)URLSessionDidFinishEventsForBackgroundURLSession:(NSURLSession *)session {
    dispatch_async(dispatch_get_main_queue(), ^{
        if (self.finishEvents) { self.finishEvents(); }
        self.finishEvents = nil;
    });
}
`;

export const examples: readonly RuleExample[] = [
  {
    kind: 'bad',
    entry: 'not-stored',
    files: swift('    print("events of", identifier)', '', '⟦completionHandler⟧'),
  },
  { kind: 'good', entry: 'not-stored', files: swift('    finishEvents = finish', swiftFinished) },
  {
    kind: 'near-miss',
    entry: 'not-stored',
    note: 'another object gets it',
    files: swift('    Downloads.shared.resume(identifier, then: finish)'),
  },
  {
    kind: 'bad',
    entry: 'not-stored',
    files: objc('    NSLog(@"events of %@", identifier);', '', '⟦completionHandler⟧'),
  },
  { kind: 'good', entry: 'not-stored', files: objc('    self.finishEvents = finish;', objcFinished) },
  {
    kind: 'bad',
    entry: 'stored-never-called',
    files: swift('    finishEvents = finish', '', undefined, '⟦handleEventsForBackgroundURLSession⟧'),
  },
  { kind: 'good', entry: 'stored-never-called', files: swift('    finishEvents = finish', swiftFinished) },
  {
    kind: 'near-miss',
    entry: 'stored-never-called',
    note: 'called when the last download is done',
    files: swift('    finishEvents = finish', '  func finished() { finishEvents?() }\n'),
  },
  {
    kind: 'bad',
    entry: 'stored-never-called',
    files: objc('    self.finishEvents = finish;', '', undefined, '⟦handleEventsForBackgroundURLSession⟧'),
  },
  {
    kind: 'good',
    entry: 'stored-never-called',
    files: objc('    self.finishEvents = finish;', objcFinished),
  },
];
