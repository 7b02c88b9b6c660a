import type { ModeCase } from './mode-examples';

export const deviceCases: readonly ModeCase[] = [
  {
    entry: 'location-background-updates',
    mode: 'location',
    needs: [
      `import CoreLocation

final class Tracker {
  private let manager = CLLocationManager()

  func start() {
    manager.⟦allowsBackgroundLocationUpdates⟧ = true
    manager.startUpdatingLocation()
  }
}
`,
      `import CoreLocation

func resume(_ manager: CLLocationManager, isRecording: Bool) {
  manager.⟦allowsBackgroundLocationUpdates⟧ = isRecording
}
`,
      `#import <CoreLocation/CoreLocation.h>

@implementation Tracker

- (void)start {
    self.manager.⟦allowsBackgroundLocationUpdates⟧ = YES;
}

@end
`,
      `#import <CoreLocation/CoreLocation.h>

@implementation Tracker

- (void)start:(CLLocationManager *)manager {
    [manager ⟦setAllowsBackgroundLocationUpdates⟧:YES];
}

@end
`,
    ],
    nearMisses: [
      `import CoreLocation

func stop(_ manager: CLLocationManager) {
  manager.allowsBackgroundLocationUpdates = false
}
`,
      `final class RecordedManager {
  var allowsBackgroundLocationUpdates = false
}

func replay(_ manager: RecordedManager) {
  manager.allowsBackgroundLocationUpdates = true
}
`,
      `import CoreLocation

func start(_ manager: CLLocationManager) {
  let modes = Bundle.main.object(forInfoDictionaryKey: "UIBackgroundModes") as? [String]
  manager.allowsBackgroundLocationUpdates = modes?.contains("location") == true
}
`,
      `#import <CoreLocation/CoreLocation.h>

@implementation Tracker

- (void)stop {
    self.manager.allowsBackgroundLocationUpdates = NO;
}

@end
`,
    ],
  },
  {
    entry: 'location-activity-session',
    mode: 'location',
    needs: [
      `import CoreLocation

final class Hike {
  private var session: CLBackgroundActivitySession?

  func start() {
    session = ⟦CLBackgroundActivitySession⟧()
  }
}
`,
      `#import <CoreLocation/CoreLocation.h>

@implementation Hike

- (void)start {
    self.session = [CLBackgroundActivitySession ⟦backgroundActivitySession⟧];
}

@end
`,
    ],
    nearMisses: [
      `import CoreLocation

let session = CLServiceSession(authorization: .whenInUse)
`,
      `#import <CoreLocation/CoreLocation.h>

@implementation Hike

- (void)stop:(CLBackgroundActivitySession *)session {
    [session invalidate];
}

@end
`,
    ],
  },
  {
    entry: 'bluetooth-state-restoration',
    mode: 'bluetooth-central',
    needs: [
      `import CoreBluetooth

func makeCentral(_ delegate: CBCentralManagerDelegate) -> CBCentralManager {
  CBCentralManager(
    delegate: delegate, queue: nil, options: [⟦CBCentralManagerOptionRestoreIdentifierKey⟧: "sensors"])
}
`,
      `#import <CoreBluetooth/CoreBluetooth.h>

@implementation Sensors

- (void)start {
    NSDictionary *options = @{ ⟦CBCentralManagerOptionRestoreIdentifierKey⟧ : @"sensors" };
    self.central = [[CBCentralManager alloc] initWithDelegate:self queue:nil options:options];
}

@end
`,
    ],
    nearMisses: [
      `import CoreBluetooth

func makeCentral(_ delegate: CBCentralManagerDelegate) -> CBCentralManager {
  CBCentralManager(delegate: delegate, queue: nil, options: [CBCentralManagerOptionShowPowerAlertKey: true])
}
`,
      `#import <CoreBluetooth/CoreBluetooth.h>

@implementation Sensors

- (void)start {
    self.central = [[CBCentralManager alloc] initWithDelegate:self queue:nil];
}

@end
`,
    ],
  },
  {
    entry: 'bluetooth-state-restoration',
    mode: 'bluetooth-peripheral',
    needs: [
      `import CoreBluetooth

func makePeripheral(_ delegate: CBPeripheralManagerDelegate) -> CBPeripheralManager {
  CBPeripheralManager(
    delegate: delegate, queue: nil, options: [⟦CBPeripheralManagerOptionRestoreIdentifierKey⟧: "beacon"])
}
`,
    ],
    nearMisses: [],
  },
  {
    entry: 'network-authentication',
    mode: 'network-authentication',
    needs: [
      `import NetworkExtension

func signInToHotspots() -> Bool {
  NEHotspotHelper.⟦register⟧(options: nil, queue: .main) { command in
    command.createResponse(.success).deliver()
  }
}
`,
      `#import <NetworkExtension/NetworkExtension.h>

@implementation Hotspots

- (BOOL)register {
    return [NEHotspotHelper ⟦registerWithOptions⟧:nil queue:dispatch_get_main_queue() handler:^(NEHotspotHelperCommand *command) {
    }];
}

@end
`,
    ],
    nearMisses: [
      `import NetworkExtension

func forget(_ name: String) {
  NEHotspotConfigurationManager.shared.removeConfiguration(forSSID: name)
}
`,
      `#import <NetworkExtension/NetworkExtension.h>

@implementation Hotspots

- (NSArray *)supported {
    return [NEHotspotHelper supportedNetworkInterfaces];
}

@end
`,
    ],
  },
  {
    entry: 'screen-capture',
    mode: 'screen-capture',
    needs: [
      `import ScreenCaptureKit

final class Capture {
  private var stream: SCStream?

  func start(_ filter: SCContentFilter, _ configuration: SCStreamConfiguration) {
    stream = ⟦SCStream⟧(filter: filter, configuration: configuration, delegate: nil)
  }
}
`,
      `#import <ScreenCaptureKit/ScreenCaptureKit.h>

@implementation Capture

- (void)startWithFilter:(SCContentFilter *)filter configuration:(SCStreamConfiguration *)configuration {
    self.stream = [[⟦SCStream⟧ alloc] initWithFilter:filter configuration:configuration delegate:nil];
}

@end
`,
    ],
    nearMisses: [
      `import ReplayKit

func record() {
  RPScreenRecorder.shared().startRecording { _ in }
}
`,
      `#if os(macOS)
import ScreenCaptureKit

func makeStream(_ filter: SCContentFilter) -> SCStream {
  SCStream(filter: filter, configuration: SCStreamConfiguration(), delegate: nil)
}
#endif
`,
      `#import <TargetConditionals.h>

#if TARGET_OS_OSX
SCStream *MakeStream(SCContentFilter *filter) {
    return [[SCStream alloc] initWithFilter:filter configuration:[SCStreamConfiguration new] delegate:nil];
}
#endif
`,
    ],
  },
];
