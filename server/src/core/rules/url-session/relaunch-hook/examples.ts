import { appPlist } from '../../example-files';
import type { RuleExample } from '../../types';

const transfers = (method = 'background', more = '') => `import UIKit
final class Transfers: NSObject, URLSessionDelegate {
  static let shared = Transfers()
  lazy var session: URLSession = {
    let configuration = URLSessionConfiguration.${method}(withIdentifier: "com.example.app.transfers")
${more}    return URLSession(configuration: configuration, delegate: self, delegateQueue: nil)
  }()
}
`;

const delegate = (methods = '') => `import UIKit
@main final class AppDelegate: UIResponder, UIApplicationDelegate {
${methods}}
`;

const hook = `  var finish: (() -> Void)?
  func application(
    _ application: UIApplication, handleEventsForBackgroundURLSession identifier: String,
    completionHandler: @escaping () -> Void
  ) {
    finish = completionHandler
    _ = Transfers.shared.session
  }
`;

const objc = (method: string, more = '') => `#import <UIKit/UIKit.h>

@interface AppDelegate : UIResponder <UIApplicationDelegate, NSURLSessionDelegate>
@property (nonatomic) NSURLSession *session;
@property (nonatomic, copy) void (^finish)(void);
@end

@implementation AppDelegate

- (void)open {
    NSURLSessionConfiguration *configuration =
        [NSURLSessionConfiguration ${method}:@"com.example.app.transfers"];
    self.session = [NSURLSession sessionWithConfiguration:configuration delegate:self delegateQueue:nil];
}
${more}
@end
`;

const info = appPlist('');

export const examples: readonly RuleExample[] = [
  {
    kind: 'bad',
    files: {
      'Info.plist': info,
      'Transfers.swift': transfers('⟦background⟧'),
      'AppDelegate.swift': delegate(),
    },
  },
  {
    kind: 'good',
    files: { 'Info.plist': info, 'Transfers.swift': transfers(), 'AppDelegate.swift': delegate(hook) },
  },
  {
    kind: 'near-miss',
    note: 'the app does not want to be launched',
    files: {
      'Info.plist': info,
      'Transfers.swift': transfers('background', '    configuration.sessionSendsLaunchEvents = false\n'),
      'AppDelegate.swift': delegate(),
    },
  },
  {
    kind: 'near-miss',
    note: 'SwiftUI has a way of its own',
    files: {
      'Info.plist': info,
      'Transfers.swift': transfers(),
      'MyApp.swift': `import SwiftUI
@main struct MyApp: App {
  var body: some Scene {
    WindowGroup { Text("Files") }
      .backgroundTask(.urlSession("com.example.app.transfers")) { _ = Transfers.shared.session }
  }
}
`,
    },
  },
  {
    kind: 'near-miss',
    note: 'a part of a library, as far as anybody can tell',
    files: { 'Transfers.swift': transfers() },
  },
  {
    kind: 'near-miss',
    note: 'an extension is not launched',
    files: {
      'Info.plist': appPlist(
        '<key>NSExtension</key>\n<dict>\n\t<key>NSExtensionPointIdentifier</key>\n\t<string>com.apple.share-services</string>\n</dict>',
      ),
      'Transfers.swift': transfers(),
    },
  },
  {
    kind: 'bad',
    files: {
      'Info.plist': info,
      'AppDelegate.m': objc('⟦backgroundSessionConfigurationWithIdentifier⟧'),
    },
  },
  {
    kind: 'good',
    files: {
      'Info.plist': info,
      'AppDelegate.m': objc(
        'backgroundSessionConfigurationWithIdentifier',
        `
- (void)application:(UIApplication *)application
    handleEventsForBackgroundURLSession:(NSString *)identifier
                      completionHandler:(void (^)(void))completionHandler {
    self.finish = completionHandler;
    [self open];
}

- (void)URLSessionDidFinishEventsForBackgroundURLSession:(NSURLSession *)session {
    dispatch_async(dispatch_get_main_queue(), self.finish);
}
`,
      ),
    },
  },
];
