import type { RuleExample } from '../../types';

function swift(body: string): RuleExample['files'] {
  return {
    'Station.swift': `import AVKit
import CoreLocation
import PushKit
import WatchKit

final class Station: NSObject {
  private let layer = AVPlayerLayer()
  private var others: [NSObject] = []
${body.trim().replace(/^(?=.)/gm, '  ')}
}
`,
  };
}

function objc(body: string): RuleExample['files'] {
  return {
    'Station.m': `#import <AVKit/AVKit.h>
#import <CoreLocation/CoreLocation.h>
#import <PushKit/PushKit.h>

@interface Station : NSObject <PKPushRegistryDelegate>
@property (nonatomic, strong) PKPushRegistry *kept;
@end

@implementation Station

- (void)prepare {
${body.trim().replace(/^(?=.)/gm, '    ')}
}

@end
`,
  };
}

export const examples: readonly RuleExample[] = [
  {
    kind: 'bad',
    entry: 'pip-controller',
    files: swift(
      'func prepare() {\n  let picture = ⟦AVPictureInPictureController⟧(playerLayer: layer)\n  picture?.canStartPictureInPictureAutomaticallyFromInline = true\n}',
    ),
  },
  {
    kind: 'near-miss',
    entry: 'pip-controller',
    note: 'somebody else takes it',
    files: swift(
      'func prepare() {\n  guard let picture = AVPictureInPictureController(playerLayer: layer) else { return }\n  others.append(picture)\n}',
    ),
  },
  {
    kind: 'bad',
    entry: 'push-registry',
    files: swift(
      'func prepare() {\n  let pushes = ⟦PKPushRegistry⟧(queue: nil)\n  pushes.desiredPushTypes = [.voIP]\n}',
    ),
  },
  {
    kind: 'good',
    entry: 'push-registry',
    files: swift(
      'private let pushes = PKPushRegistry(queue: nil)\nfunc prepare() { pushes.desiredPushTypes = [.voIP] }',
    ),
  },
  {
    kind: 'near-miss',
    entry: 'push-registry',
    note: 'a closure that runs later holds it',
    files: swift(
      'func prepare() {\n  let pushes = PKPushRegistry(queue: nil)\n  OperationQueue.main.addOperation { pushes.desiredPushTypes = [.voIP] }\n}',
    ),
  },
  {
    kind: 'bad',
    entry: 'push-registry',
    files: objc(
      'PKPushRegistry *pushes = [[⟦PKPushRegistry⟧ alloc] initWithQueue:nil];\npushes.desiredPushTypes = [NSSet setWithObject:PKPushTypeVoIP];',
    ),
  },
  {
    kind: 'near-miss',
    entry: 'push-registry',
    files: objc('PKPushRegistry *pushes = [[PKPushRegistry alloc] initWithQueue:nil];\nself.kept = pushes;'),
  },
  {
    kind: 'bad',
    entry: 'background-activity-session',
    files: swift('func prepare() { _ = ⟦CLBackgroundActivitySession⟧() }'),
  },
  {
    kind: 'bad',
    entry: 'background-activity-session',
    note: 'as a statement',
    files: swift('func prepare() { ⟦CLBackgroundActivitySession⟧() }'),
  },
  {
    kind: 'good',
    entry: 'background-activity-session',
    files: swift(
      'private var walk: CLBackgroundActivitySession?\nfunc prepare() { walk = CLBackgroundActivitySession() }',
    ),
  },
  {
    kind: 'bad',
    entry: 'service-session',
    files: swift('func prepare() { _ = ⟦CLServiceSession⟧(authorization: .whenInUse) }'),
  },
  {
    kind: 'near-miss',
    entry: 'service-session',
    note: 'lives as long as the loop',
    files: swift(
      'func follow() async throws {\n  let session = CLServiceSession(authorization: .always)\n  for try await update in CLLocationUpdate.liveUpdates() { show(update) }\n  session.invalidate()\n}',
    ),
  },
  {
    kind: 'bad',
    entry: 'extended-runtime-session',
    files: swift('func prepare() {\n  let run = ⟦WKExtendedRuntimeSession⟧()\n  run.start()\n}'),
  },
  {
    kind: 'near-miss',
    entry: 'extended-runtime-session',
    files: swift(
      'func make() -> WKExtendedRuntimeSession {\n  let run = WKExtendedRuntimeSession()\n  run.start()\n  return run\n}',
    ),
  },
  {
    kind: 'good',
    entry: 'pip-controller',
    files: objc('self.picture = [[AVPictureInPictureController alloc] initWithPlayerLayer:self.layer];'),
  },
  {
    kind: 'near-miss',
    entry: 'background-activity-session',
    note: 'whoever asked keeps it',
    files: swift('func make() -> CLBackgroundActivitySession { CLBackgroundActivitySession() }'),
  },
  {
    kind: 'good',
    entry: 'service-session',
    files: swift(
      'private var session: CLServiceSession?\nfunc prepare() { session = CLServiceSession(authorization: .always) }',
    ),
  },
  {
    kind: 'good',
    entry: 'extended-runtime-session',
    files: swift('private let run = WKExtendedRuntimeSession()\nfunc prepare() { run.start() }'),
  },
];
