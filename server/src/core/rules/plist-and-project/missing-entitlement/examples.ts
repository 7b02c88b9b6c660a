import { appPlist, plist, stringArray, watchPlist } from '../../example-files';
import type { RuleExample } from '../../types';

const granted = (...keys: readonly string[]) =>
  plist(keys.map((key) => `<key>${key}</key>\n<true/>\n`).join(''));
const pushing = (value: string) => plist(`<key>aps-environment</key>\n<string>${value}</string>`);
/** Something that none of the cases is about. */
const other = granted('com.apple.developer.siri');

interface EntitlementCase {
  readonly entry: string;
  /** Code with `⟦` and `⟧` around the place of the finding; Objective-C begins with `#import`. */
  readonly needs: readonly string[];
  readonly nearMisses: readonly string[];
  /** The file that has what the code needs. */
  readonly good: string;
  /** What the bad examples have; another requirement may be met by it. */
  readonly given?: string;
  readonly infoPlist?: string;
}

const healthDelivery = 'com.apple.developer.healthkit.background-delivery';

const cases: readonly EntitlementCase[] = [
  {
    entry: 'healthkit-background-delivery',
    needs: [
      `import HealthKit

func watchSteps(_ store: HKHealthStore) async throws {
  try await store.⟦enableBackgroundDelivery⟧(for: HKQuantityType(.stepCount), frequency: .hourly)
}
`,
      `#import <HealthKit/HealthKit.h>

@implementation Steps

- (void)watch:(HKHealthStore *)store type:(HKObjectType *)type {
    [store ⟦enableBackgroundDeliveryForType⟧:type frequency:HKUpdateFrequencyDaily withCompletion:^(BOOL done, NSError *error) {}];
}

@end
`,
    ],
    nearMisses: [
      'import HealthKit\n\nfunc stop(_ store: HKHealthStore) async throws { try await store.disableAllBackgroundDelivery() }\n',
    ],
    good: granted('com.apple.developer.healthkit', healthDelivery),
    given: granted('com.apple.developer.healthkit'),
  },
  {
    entry: 'continued-processing-gpu',
    needs: [
      `import BackgroundTasks

func request() -> BGContinuedProcessingTaskRequest {
  let request = BGContinuedProcessingTaskRequest(identifier: "com.example.app.export", title: "Export", subtitle: "")
  request.⟦requiredResources⟧ = .gpu
  return request
}
`,
      `#import <BackgroundTasks/BackgroundTasks.h>

@implementation Export

- (void)prepare:(BGContinuedProcessingTaskRequest *)request {
    request.⟦requiredResources⟧ = BGContinuedProcessingTaskRequestResourcesGPU;
}

@end
`,
    ],
    nearMisses: [
      'import BackgroundTasks\n\nfunc prepare(_ request: BGContinuedProcessingTaskRequest) { request.requiredResources = [] }\n',
    ],
    good: granted('com.apple.developer.background-tasks.continued-processing.gpu'),
  },
  {
    entry: 'health-research',
    needs: [
      'import BackgroundTasks\n\nlet study = ⟦BGHealthResearchTaskRequest⟧(identifier: "com.example.app.study")\n',
      `#import <BackgroundTasks/BackgroundTasks.h>

@implementation Study

- (BGTaskRequest *)request {
    return [[⟦BGHealthResearchTaskRequest⟧ alloc] initWithIdentifier:@"com.example.app.study"];
}

@end
`,
    ],
    nearMisses: [
      'import BackgroundTasks\n\nlet study = BGProcessingTaskRequest(identifier: "com.example.app.study")\n',
    ],
    good: granted('com.apple.developer.backgroundtasks.healthresearch'),
  },
  {
    entry: 'push-to-talk',
    needs: [
      `import PushToTalk

func join(_ delegate: PTChannelManagerDelegate & PTChannelRestorationDelegate) async throws -> PTChannelManager {
  try await PTChannelManager.⟦channelManager⟧(delegate: delegate, restorationDelegate: delegate)
}
`,
    ],
    nearMisses: [
      'import PushToTalk\n\nfunc leave(_ manager: PTChannelManager, _ id: UUID) { manager.leaveChannel(channelUUID: id) }\n',
    ],
    good: plist(
      '<key>com.apple.developer.push-to-talk</key>\n<true/>\n<key>aps-environment</key>\n<string>development</string>',
    ),
    given: pushing('development'),
  },
  {
    entry: 'aps-environment-voip',
    needs: [
      `import PushKit

func listen(_ registry: PKPushRegistry) {
  registry.⟦desiredPushTypes⟧ = [.voIP]
}
`,
      `#import <PushKit/PushKit.h>

@implementation Pushes

- (void)listen:(PKPushRegistry *)registry {
    registry.⟦desiredPushTypes⟧ = [NSSet setWithObject:PKPushTypeVoIP];
}

@end
`,
    ],
    nearMisses: [
      'import PushKit\n\nfunc listen(_ registry: PKPushRegistry) { registry.desiredPushTypes = [.fileProvider] }\n',
    ],
    good: pushing('production'),
  },
  {
    entry: 'hotspot-helper',
    needs: [
      'import NetworkExtension\n\nlet isOn = NEHotspotHelper.⟦register⟧(options: nil, queue: .main) { _ in }\n',
      `#import <NetworkExtension/NetworkExtension.h>

@implementation Hotspots

- (BOOL)begin {
    return [NEHotspotHelper ⟦registerWithOptions⟧:nil queue:dispatch_get_main_queue() handler:^(NEHotspotHelperCommand *command) {}];
}

@end
`,
    ],
    nearMisses: ['import NetworkExtension\n\nlet hotspots = NEHotspotHelper.supportedNetworkInterfaces()\n'],
    good: granted('com.apple.developer.networking.HotspotHelper'),
  },
  {
    entry: 'submersion',
    needs: ['import CoreMotion\n\nlet manager = ⟦CMWaterSubmersionManager⟧()\n'],
    nearMisses: ['import CoreMotion\n\nlet canDive = CMWaterSubmersionManager.waterSubmersionAvailable\n'],
    good: granted('com.apple.developer.submerged-depth-and-pressure'),
    infoPlist: watchPlist(''),
  },
];

function caseExamples({ entry, needs, nearMisses, good, given, infoPlist = appPlist('') }: EntitlementCase) {
  const files = (code: string, entitlements: string) => ({
    [code.startsWith('#import') ? 'Feature.m' : 'Feature.swift']: code,
    'App.entitlements': entitlements,
    'Info.plist': infoPlist,
  });
  const without = given ?? other;
  return [
    ...needs.map((code): RuleExample => ({ kind: 'bad', entry, files: files(code, without) })),
    ...needs.map(
      (code): RuleExample => ({ kind: 'good', entry, files: files(code.replace(/[⟦⟧]/g, ''), good) }),
    ),
    ...nearMisses.map((code): RuleExample => ({ kind: 'near-miss', entry, files: files(code, without) })),
  ];
}

const silentPush = stringArray('UIBackgroundModes', ['remote-notification']);

const declared: readonly RuleExample[] = [
  {
    kind: 'bad',
    entry: 'healthkit-base',
    files: {
      'App.entitlements': plist(`<key>⟦${healthDelivery}⟧</key>\n<true/>`),
      'Info.plist': appPlist(''),
    },
  },
  {
    kind: 'good',
    entry: 'healthkit-base',
    files: {
      'App.entitlements': granted(healthDelivery, 'com.apple.developer.healthkit'),
      'Info.plist': appPlist(''),
    },
  },
  {
    kind: 'near-miss',
    entry: 'healthkit-base',
    files: {
      'App.entitlements': plist(`<key>${healthDelivery}</key>\n<false/>`),
      'Info.plist': appPlist(''),
    },
  },
  {
    kind: 'bad',
    entry: 'aps-environment-remote-notification',
    files: {
      'App.entitlements': other,
      'Info.plist': appPlist(stringArray('UIBackgroundModes', ['⟦remote-notification⟧'])),
    },
  },
  {
    kind: 'good',
    entry: 'aps-environment-remote-notification',
    files: { 'App.entitlements': pushing('development'), 'Info.plist': appPlist(silentPush) },
  },
  {
    kind: 'near-miss',
    entry: 'aps-environment-remote-notification',
    note: 'The build fills in the environment',
    files: { 'App.entitlements': pushing('$(PUSH_ENVIRONMENT)'), 'Info.plist': appPlist(silentPush) },
  },
  {
    kind: 'near-miss',
    entry: 'aps-environment-remote-notification',
    note: 'Nobody says what the app is signed with',
    files: { 'Info.plist': appPlist(silentPush) },
  },
];

export const examples: readonly RuleExample[] = [...cases.flatMap(caseExamples), ...declared];
