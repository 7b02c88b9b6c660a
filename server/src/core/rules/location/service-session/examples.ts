import { appPlist } from '../../example-files';
import type { RuleExample } from '../../types';

const required = appPlist('<key>NSLocationRequireExplicitServiceSession</key>\n<true/>');

function example(kind: RuleExample['kind'], file: string, code: string, info = required): RuleExample {
  return { kind, files: { [file]: code, 'Info.plist': info } };
}

const follow = (session: string, call: string) => `import CoreLocation
final class Follower {
${session}  func follow() async throws {
    for try await update in CLLocationUpdate.${call}(.fitness) { print(update) }
  }
}
`;

const objc = (session: string, call: string) => `#import <CoreLocation/CoreLocation.h>

@implementation Follower

- (void)follow {
${session}    self.updater = [CLLocationUpdater ${call}:dispatch_get_main_queue() handler:^(CLUpdate *update) { [self show:update]; }];
    [self.updater resume];
}

@end
`;

export const examples: readonly RuleExample[] = [
  example('bad', 'Follower.swift', follow('', '⟦liveUpdates⟧')),
  example(
    'bad',
    'Fences.swift',
    `import CoreLocation
func watch() async -> CLMonitor { await ⟦CLMonitor⟧("fences") }
`,
  ),
  example(
    'good',
    'Follower.swift',
    follow('  private let session = CLServiceSession(authorization: .whenInUse)\n', 'liveUpdates'),
  ),
  example('near-miss', 'Follower.swift', follow('', 'liveUpdates'), appPlist('')),
  example(
    'near-miss',
    'Follower.swift',
    follow('', 'liveUpdates'),
    appPlist('<key>NSLocationRequireExplicitServiceSession</key>\n<false/>'),
  ),
  example('bad', 'Follower.m', objc('', '⟦liveUpdaterWithQueue⟧')),
  example(
    'good',
    'Follower.m',
    objc(
      '    self.session = [CLServiceSession sessionRequiringAuthorization:CLServiceSessionAuthorizationRequirementWhenInUse];\n',
      'liveUpdaterWithQueue',
    ),
  ),
];
