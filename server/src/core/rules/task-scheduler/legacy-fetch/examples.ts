import { appProject } from '../../example-projects';
import type { RuleExample } from '../../types';
import { example, identifiers, info, modes } from '../example-parts';

const cleaning = info(modes('fetch', 'processing'), identifiers('com.example.app.clean-up'));

const fetching = (label: string) => ({
  'AppDelegate.swift': `import UIKit

final class AppDelegate: UIResponder, UIApplicationDelegate {
    func application(
        _ application: UIApplication,
        ${label} done: @escaping (UIBackgroundFetchResult) -> Void
    ) {
        Feed.load { done($0 ? .newData : .noData) }
    }
}
`,
});

const fetchingObjc = (selector: string) => ({
  'AppDelegate.m': `#import <UIKit/UIKit.h>

@implementation AppDelegate

- (void)application:(UIApplication *)application ${selector}:(void (^)(UIBackgroundFetchResult))done {
    [self.feed loadThen:^{ done(UIBackgroundFetchResultNewData); }];
}

@end
`,
});

const project = (version: string) => ({
  'App.xcodeproj/project.pbxproj': appProject({
    settings: `INFOPLIST_FILE = Info.plist;\nIPHONEOS_DEPLOYMENT_TARGET = ${version};`,
  }),
});

export const examples: readonly RuleExample[] = [
  example('bad', { ...fetching('⟦performFetchWithCompletionHandler⟧'), ...cleaning }),
  example('bad', {
    ...fetching('⟦performFetchWithCompletionHandler⟧'),
    ...cleaning,
    ...project('15.0'),
  }),
  example(
    'bad',
    {
      'Launch.swift':
        'import UIKit\n\nfunc start() {\n    UIApplication.shared.⟦setMinimumBackgroundFetchInterval⟧(UIApplication.backgroundFetchIntervalMinimum)\n}\n',
      ...cleaning,
    },
    'Asking for it does nothing either',
  ),
  example('bad', { ...fetchingObjc('⟦performFetchWithCompletionHandler⟧'), ...cleaning }),
  example('good', { ...fetching('performFetchWithCompletionHandler'), ...info(modes('fetch')) }),
  example('good', { ...fetchingObjc('performFetchWithCompletionHandler'), ...info(modes('fetch')) }),
  example(
    'near-miss',
    { ...fetching('performFetchWithCompletionHandler'), ...cleaning, ...project('12.0') },
    'iOS 12 still calls it',
  ),
  example(
    'near-miss',
    { ...fetching('performFetchWithCompletionHandler'), ...info(modes('fetch'), identifiers('$(TASKS)')) },
    'What the build fills in is not known',
  ),
];
