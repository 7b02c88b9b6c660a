import { appPlist, stringArray, watchPlist } from '../../example-files';
import type { RuleExample } from '../../types';

interface UnusedCase {
  readonly entry: string;
  readonly mode: string;
  /** Code that has nothing to do with the mode. */
  readonly bad?: readonly string[];
  /** Code that has, or may have. Objective-C begins with `#import`. */
  readonly used: readonly string[];
  readonly isWatch?: boolean;
  /** Further entries of the Info.plist. */
  readonly keys?: string;
}

const plainSwift = `import UIKit

final class Start: UIViewController {
  override func viewDidLoad() { title = "Home" }
}
`;
const plainObjc = `#import <UIKit/UIKit.h>

@implementation Start

- (void)viewDidLoad {
    self.title = @"Home";
}

@end
`;

const monitoring = `import CoreLocation

func watch(_ manager: CLLocationManager) { manager.startMonitoringSignificantLocationChanges() }
`;

const cases: readonly UnusedCase[] = [
  {
    entry: 'audio',
    mode: 'audio',
    used: [
      'import AVFoundation\n\nlet player = AVPlayer()\n',
      '#import <WebKit/WebKit.h>\n\n@implementation Page\n\n- (UIView *)page {\n    return [[WKWebView alloc] init];\n}\n\n@end\n',
      'import UIKit\n\nlet player = (NSClassFromString("Player") as? NSObject.Type)?.init()\n',
    ],
  },
  {
    entry: 'voip',
    mode: 'voip',
    used: [
      'import CallKit\n\nlet calls = CXCallController()\n',
      '#import <PushKit/PushKit.h>\n\n@implementation Calls\n\n- (id)registry {\n    return [[PKPushRegistry alloc] initWithQueue:nil];\n}\n\n@end\n',
    ],
  },
  {
    entry: 'push-to-talk',
    mode: 'push-to-talk',
    used: ['import PushToTalk\n\nvar channels: PTChannelManager?\n'],
  },
  {
    entry: 'remote-notification',
    mode: 'remote-notification',
    used: [
      'import UIKit\n\nfunc register() { UIApplication.shared.registerForRemoteNotifications() }\n',
      'import CloudKit\n\nfunc subscribe(_ zone: CKRecordZone.ID) { _ = CKRecordZoneSubscription(zoneID: zone) }\n',
    ],
  },
  {
    entry: 'location',
    mode: 'location',
    used: [
      'import MapKit\n\nlet map = MKMapView()\n',
      '@import CoreLocation;\n\nCLLocationManager *manager;\n',
    ],
  },
  {
    entry: 'location-monitoring-only',
    mode: 'location',
    bad: [
      monitoring,
      `#import <CoreLocation/CoreLocation.h>

@implementation Places

- (void)watch:(CLLocationManager *)manager region:(CLRegion *)region {
    [manager startMonitoringForRegion:region];
}

@end
`,
    ],
    used: [monitoring.replace('startMonitoringS', 'startUpdatingLocation(); manager.startMonitoringS')],
  },
  {
    entry: 'fetch',
    mode: 'fetch',
    used: [
      'import BackgroundTasks\n\nfunc handle(_ task: BGAppRefreshTask) { task.setTaskCompleted(success: true) }\n',
    ],
  },
  {
    entry: 'processing',
    mode: 'processing',
    keys: stringArray('BGTaskSchedulerPermittedIdentifiers', ['com.example.app.*']),
    bad: [
      'import BackgroundTasks\n\nlet export = BGContinuedProcessingTaskRequest(identifier: "com.example.app.export", title: "", subtitle: "")\n',
    ],
    used: [
      'import BackgroundTasks\n\nfunc clean(_ task: BGProcessingTask) { task.setTaskCompleted(success: true) }\n',
    ],
  },
  {
    entry: 'bluetooth-central',
    mode: 'bluetooth-central',
    used: ['import AccessorySetupKit\n\nlet session = ASAccessorySession()\n'],
  },
  {
    entry: 'bluetooth-peripheral',
    mode: 'bluetooth-peripheral',
    bad: ['import CoreBluetooth\n\nvar central: CBCentralManager?\n'],
    used: ['import CoreBluetooth\n\nvar peripheral: CBPeripheralManager?\n'],
  },
  {
    entry: 'external-accessory',
    mode: 'external-accessory',
    keys: stringArray('UISupportedExternalAccessoryProtocols', ['com.example.printer']),
    used: ['import ExternalAccessory\n\nlet accessories = EAAccessoryManager.shared()\n'],
  },
  {
    entry: 'nearby-interaction',
    mode: 'nearby-interaction',
    used: ['import NearbyInteraction\n\nvar session: NISession?\n'],
  },
  {
    entry: 'network-authentication',
    mode: 'network-authentication',
    used: ['import NetworkExtension\n\nlet interfaces = NEHotspotHelper.supportedNetworkInterfaces()\n'],
  },
  {
    entry: 'screen-capture',
    mode: 'screen-capture',
    used: ['import ScreenCaptureKit\n\nvar stream: SCStream?\n'],
  },
  {
    entry: 'watch-session',
    mode: 'mindfulness',
    isWatch: true,
    used: ['import WatchKit\n\nlet session = WKExtendedRuntimeSession()\n'],
  },
  {
    entry: 'watch-session',
    mode: 'workout-processing',
    isWatch: true,
    used: ['import HealthKit\n\nvar workout: HKWorkoutSession?\n'],
  },
];

function caseExamples(each: UnusedCase): readonly RuleExample[] {
  const { entry, mode, bad, used, isWatch = false, keys = '' } = each;
  const plains = isWatch ? ['import SwiftUI\n\nlet title = Text("Home")\n'] : [plainSwift, plainObjc];
  const array = isWatch ? 'WKBackgroundModes' : 'UIBackgroundModes';
  const infoPlist = isWatch ? watchPlist : appPlist;
  const files = (code: string, value: string) => ({
    [/^[#@]import/.test(code) ? 'Feature.m' : 'Feature.swift']: code,
    'Info.plist': infoPlist(stringArray(array, [value]) + keys),
  });
  const unused = bad ?? plains;
  return [
    ...unused.map((code): RuleExample => ({ kind: 'bad', entry, files: files(code, `⟦${mode}⟧`) })),
    ...used.map((code): RuleExample => ({ kind: 'good', entry, files: files(code, mode) })),
    ...unused.slice(0, 1).map(
      (code): RuleExample => ({
        kind: 'near-miss',
        entry,
        note: 'A pod may use it',
        files: { ...files(code, mode), Podfile: "pod 'Backend'\n" },
      }),
    ),
  ];
}

const audioPlist = appPlist(stringArray('UIBackgroundModes', ['audio']));

const hidden: readonly RuleExample[] = [
  {
    kind: 'near-miss',
    entry: 'audio',
    note: 'Part of the app is written in another language',
    files: {
      'Start.swift': plainSwift,
      'Info.plist': audioPlist,
      'pubspec.yaml': 'name: player\ndependencies:\n  flutter:\n    sdk: flutter\n',
    },
  },
  {
    kind: 'near-miss',
    entry: 'audio',
    note: 'The build fills in a value',
    files: {
      'Start.swift': plainSwift,
      'Info.plist': appPlist(stringArray('UIBackgroundModes', ['audio', '$(EXTRA_MODE)'])),
    },
  },
  {
    kind: 'near-miss',
    entry: 'audio',
    note: 'The sources are somewhere else',
    files: { 'Info.plist': audioPlist },
  },
];

export const examples: readonly RuleExample[] = [...cases.flatMap(caseExamples), ...hidden];
