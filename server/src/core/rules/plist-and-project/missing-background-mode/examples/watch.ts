import type { ModeCase } from './mode-examples';

export const watchCases: readonly ModeCase[] = [
  {
    entry: 'watch-extended-session',
    mode: 'mindfulness',
    isWatch: true,
    needs: [
      `import WatchKit

final class Meditation {
  private let session = ⟦WKExtendedRuntimeSession⟧()

  func start() {
    session.start()
  }
}
`,
      `#import <WatchKit/WatchKit.h>

@implementation Meditation

- (void)start {
    self.session = [[⟦WKExtendedRuntimeSession⟧ alloc] init];
    [self.session start];
}

@end
`,
    ],
    nearMisses: [
      `import WatchKit

func stop(_ session: WKExtendedRuntimeSession) {
  session.invalidate()
}
`,
    ],
  },
  {
    entry: 'watch-workout',
    mode: 'workout-processing',
    isWatch: true,
    needs: [
      `import HealthKit

func begin(_ store: HKHealthStore, _ configuration: HKWorkoutConfiguration) throws -> HKWorkoutSession {
  try ⟦HKWorkoutSession⟧(healthStore: store, configuration: configuration)
}
`,
      `#import <HealthKit/HealthKit.h>

@implementation Run

- (void)begin:(HKHealthStore *)store configuration:(HKWorkoutConfiguration *)configuration {
    self.session = [[⟦HKWorkoutSession⟧ alloc] initWithHealthStore:store configuration:configuration error:nil];
}

@end
`,
    ],
    nearMisses: [
      `import HealthKit

func export(_ workout: HKWorkout) -> TimeInterval {
  workout.duration
}
`,
    ],
  },
  {
    entry: 'watch-underwater-depth',
    mode: 'underwater-depth',
    isWatch: true,
    needs: [
      `import CoreMotion

final class Dive {
  private let manager = ⟦CMWaterSubmersionManager⟧()
}
`,
      `#import <CoreMotion/CoreMotion.h>

@implementation Dive

- (void)start {
    self.manager = [⟦CMWaterSubmersionManager⟧ new];
}

@end
`,
    ],
    nearMisses: [
      `import CoreMotion

let isPossible = CMWaterSubmersionManager.waterSubmersionAvailable
`,
    ],
  },
  {
    entry: 'remote-notification',
    mode: 'remote-notification',
    isWatch: true,
    needs: [
      `import WatchKit

final class AppDelegate: NSObject, WKApplicationDelegate {
  func ⟦didReceiveRemoteNotification⟧(
    _ userInfo: [AnyHashable: Any],
    fetchCompletionHandler completionHandler: @escaping (WKBackgroundFetchResult) -> Void
  ) {
    completionHandler(.noData)
  }
}
`,
    ],
    nearMisses: [],
  },
];
