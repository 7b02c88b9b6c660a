import type { RuleExample } from '../../types';

function swift(body: string, modes?: string): RuleExample['files'] {
  return {
    'AppDelegate.swift': `import SwiftUI
import UIKit

final class AppDelegate: UIResponder, UIApplicationDelegate {
${body.trim().replace(/^(?=.)/gm, '  ')}
}
`,
    ...(modes === undefined
      ? {}
      : {
          'Info.plist': `<?xml version="1.0" encoding="UTF-8"?>
<plist version="1.0">
<dict>
	<key>UIBackgroundModes</key>
	<array>
		<string>${modes}</string>
	</array>
</dict>
</plist>
`,
        }),
  };
}

const leave = 'func applicationDidEnterBackground(_ application: UIApplication)';
const hourly = 'Timer.scheduledTimer(withTimeInterval: 60 * 60, repeats: true) { _ in self.sync() }';
const marked = hourly.replace('scheduledTimer', '⟦scheduledTimer⟧');

export const examples: readonly RuleExample[] = [
  { kind: 'bad', files: swift(`${leave} {\n  ${marked}\n}\nfunc sync() {}`) },
  {
    kind: 'bad',
    files: swift(`${leave} {\n  ${marked}\n}\nfunc sync() {}`, 'fetch'),
    note: 'with a mode that keeps nothing running',
  },
  {
    kind: 'bad',
    note: 'a block for later',
    files: swift(
      `${leave} {\n  DispatchQueue.main.⟦asyncAfter⟧(deadline: .now() + 300) { self.sync() }\n}\nfunc sync() {}`,
    ),
  },
  {
    kind: 'bad',
    note: 'in a view',
    files: {
      'Root.swift': `import SwiftUI
struct Root: View {
  @Environment(\\.scenePhase) private var scenePhase
  var body: some View {
    Text("Home").onChange(of: scenePhase) { _, phase in
      if phase == .background {
        Timer.⟦scheduledTimer⟧(withTimeInterval: 120, repeats: false) { _ in print("late") }
      }
    }
  }
}
`,
    },
  },
  {
    kind: 'good',
    files: swift(`${leave} {\n  UserDefaults.standard.set(Date(), forKey: "left")\n}`),
  },
  {
    kind: 'near-miss',
    note: 'the app goes on running',
    files: swift(`${leave} {\n  ${hourly}\n}\nfunc sync() {}`, 'audio'),
  },
  {
    kind: 'near-miss',
    note: 'there is time for this',
    files: swift(
      `${leave} {\n  DispatchQueue.main.asyncAfter(deadline: .now() + 0.5) { self.sync() }\n}\nfunc sync() {}`,
    ),
  },
  {
    kind: 'near-miss',
    note: 'when the app comes back',
    files: swift(
      `func applicationWillEnterForeground(_ application: UIApplication) {\n  ${hourly}\n}\nfunc sync() {}`,
    ),
  },
  {
    kind: 'bad',
    files: {
      'AppDelegate.m': `#import <UIKit/UIKit.h>

@implementation AppDelegate

- (void)applicationDidEnterBackground:(UIApplication *)application {
    [NSTimer ⟦scheduledTimerWithTimeInterval⟧:600 target:self selector:@selector(sync) userInfo:nil repeats:YES];
}

@end
`,
    },
  },
  {
    kind: 'near-miss',
    note: 'the timer ends there',
    files: {
      'AppDelegate.m': `#import <UIKit/UIKit.h>

@implementation AppDelegate

- (void)applicationDidEnterBackground:(UIApplication *)application {
    [self.timer invalidate];
}

@end
`,
    },
  },
  {
    kind: 'good',
    files: {
      'AppDelegate.m': `#import <UIKit/UIKit.h>

@implementation AppDelegate

- (void)applicationDidEnterBackground:(UIApplication *)application {
    [self.store save];
}

@end
`,
    },
  },
];
