import { appPlist, watchPlist } from '../../example-files';
import { appProject } from '../../example-projects';
import type { RuleExample } from '../../types';

const texts = (...keys: readonly string[]) =>
  keys.map((key) => `<key>${key}</key>\n<string>Shows how far you have come today</string>\n`).join('');

interface PurposeCase {
  readonly entry: string;
  /** Code with `⟦` and `⟧` around the place of the finding; Objective-C begins with `#import`. */
  readonly needs: readonly string[];
  readonly nearMisses: readonly string[];
  readonly keys: readonly string[];
  /** Keys that are there in the bad examples as well. */
  readonly given?: readonly string[];
  readonly isWatch?: boolean;
}

const cases: readonly PurposeCase[] = [
  {
    entry: 'microphone',
    needs: [
      'import AVFAudio\n\nfunc ask() async -> Bool { await AVAudioApplication.⟦requestRecordPermission⟧() }\n',
      'import AVFoundation\n\nfunc ask() async -> Bool { await AVCaptureDevice.⟦requestAccess⟧(for: .audio) }\n',
      `#import <AVFoundation/AVFoundation.h>

@implementation Recorder

- (AVAudioRecorder *)recorderFor:(NSURL *)file {
    return [[⟦AVAudioRecorder⟧ alloc] initWithURL:file settings:@{} error:nil];
}

@end
`,
    ],
    nearMisses: [
      'import AVFoundation\n\nfunc ask() async -> Bool { await AVCaptureDevice.requestAccess(for: .video) }\n',
      'import AVFAudio\n\nlet player = AVAudioPlayer()\n',
    ],
    keys: ['NSMicrophoneUsageDescription'],
  },
  {
    entry: 'bluetooth',
    needs: [
      `import CoreBluetooth

final class Sensors: NSObject, CBCentralManagerDelegate {
  private lazy var central = ⟦CBCentralManager⟧(delegate: self, queue: nil)
  func centralManagerDidUpdateState(_ central: CBCentralManager) {}
}
`,
      `#import <CoreBluetooth/CoreBluetooth.h>

@implementation Beacon

- (void)start {
    self.peripheral = [[⟦CBPeripheralManager⟧ alloc] initWithDelegate:self queue:nil];
}

@end
`,
    ],
    nearMisses: ['import CoreBluetooth\n\nlet heartRate = CBUUID(string: "180D")\n'],
    keys: ['NSBluetoothAlwaysUsageDescription'],
  },
  {
    entry: 'location-always',
    needs: [
      'import CoreLocation\n\nfunc ask(_ manager: CLLocationManager) { manager.⟦requestAlwaysAuthorization⟧() }\n',
      'import CoreLocation\n\nlet session = ⟦CLServiceSession⟧(authorization: .always)\n',
      `#import <CoreLocation/CoreLocation.h>

@implementation Track

- (void)ask:(CLLocationManager *)manager {
    [manager ⟦requestAlwaysAuthorization⟧];
}

@end
`,
    ],
    nearMisses: [
      'import CoreLocation\n\nfunc ask(_ manager: CLLocationManager) { manager.requestWhenInUseAuthorization() }\n',
      'import CoreLocation\n\nlet session = CLServiceSession(authorization: .whenInUse)\n',
    ],
    keys: ['NSLocationWhenInUseUsageDescription', 'NSLocationAlwaysAndWhenInUseUsageDescription'],
    given: ['NSLocationWhenInUseUsageDescription'],
  },
  {
    entry: 'nearby-interaction',
    needs: [
      'import NearbyInteraction\n\nlet session = ⟦NISession⟧()\n',
      '#import <NearbyInteraction/NearbyInteraction.h>\n\n@implementation Finder\n\n- (NISession *)session {\n    return [[⟦NISession⟧ alloc] init];\n}\n\n@end\n',
    ],
    nearMisses: ['import NearbyInteraction\n\nlet capabilities = NISession.deviceCapabilities\n'],
    keys: ['NSNearbyInteractionUsageDescription'],
  },
  {
    entry: 'motion-submersion',
    needs: ['import CoreMotion\n\nlet manager = ⟦CMWaterSubmersionManager⟧()\n'],
    nearMisses: ['import CoreMotion\n\nlet canDive = CMWaterSubmersionManager.waterSubmersionAvailable\n'],
    keys: ['NSMotionUsageDescription'],
    isWatch: true,
  },
];

function caseExamples({ entry, needs, nearMisses, keys, given = [], isWatch = false }: PurposeCase) {
  const infoPlist = isWatch ? watchPlist : appPlist;
  const files = (code: string, present: readonly string[]) => ({
    [code.startsWith('#import') ? 'Feature.m' : 'Feature.swift']: code,
    'Info.plist': infoPlist(texts(...present)),
  });
  return [
    ...needs.map((code): RuleExample => ({ kind: 'bad', entry, files: files(code, given) })),
    ...needs.map(
      (code): RuleExample => ({ kind: 'good', entry, files: files(code.replace(/[⟦⟧]/g, ''), keys) }),
    ),
    ...nearMisses.map((code): RuleExample => ({ kind: 'near-miss', entry, files: files(code, given) })),
  ];
}

const generated: RuleExample = {
  kind: 'near-miss',
  entry: 'microphone',
  note: 'The text is a build setting',
  files: {
    'App.xcodeproj/project.pbxproj': appProject({
      configurations: {
        Release:
          'GENERATE_INFOPLIST_FILE = YES;\nINFOPLIST_KEY_NSMicrophoneUsageDescription = "Records your notes";',
      },
      target: 'buildPhases = (\n\tAppSources,\n);',
      objects: `AppSources = {
\tisa = PBXSourcesBuildPhase;
\tfiles = (
\t\tAppFile,
\t);
};
AppFile = {
\tisa = PBXBuildFile;
\tfileRef = AppReference;
};
AppReference = {
\tisa = PBXFileReference;
\tpath = Notes.swift;
\tsourceTree = SOURCE_ROOT;
};`,
    }),
    'Notes.swift':
      'import AVFAudio\n\nfunc ask() async -> Bool { await AVAudioApplication.requestRecordPermission() }\n',
  },
};

const microphone = (value: string) => ({
  'Info.plist': appPlist(`<key>NSMicrophoneUsageDescription</key>\n${value}`),
});

const written: readonly RuleExample[] = [
  { kind: 'bad', entry: 'empty', files: microphone('⟦<string></string>⟧') },
  { kind: 'bad', entry: 'empty', files: microphone('⟦<true/>⟧') },
  { kind: 'good', entry: 'empty', files: microphone('<string>Records your voice notes</string>') },
  { kind: 'near-miss', entry: 'empty', files: microphone('<string>$(MICROPHONE_TEXT)</string>') },
  { kind: 'bad', entry: 'placeholder', files: microphone('<string>⟦TODO: ask the designers⟧</string>') },
  { kind: 'bad', entry: 'placeholder', files: microphone('<string>⟦Audio⟧</string>') },
  {
    kind: 'good',
    entry: 'placeholder',
    files: microphone('<string>Your voice goes to whom you call</string>'),
  },
  { kind: 'near-miss', entry: 'placeholder', files: microphone('<string>录制语音留言</string>') },
];

export const examples: readonly RuleExample[] = [...cases.flatMap(caseExamples), generated, ...written];
