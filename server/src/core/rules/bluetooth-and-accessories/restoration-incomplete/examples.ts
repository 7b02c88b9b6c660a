import { appPlist, stringArray } from '../../example-files';
import type { RuleExample } from '../../types';

const info = appPlist(stringArray('UIBackgroundModes', ['bluetooth-central', 'bluetooth-peripheral']));

const swift = (options: string, more = '', supertype = 'NSObject') => `import CoreBluetooth
final class Sensors: ${supertype}, CBCentralManagerDelegate {
  private var central: CBCentralManager?
  func open() {
    central = CBCentralManager(delegate: self, queue: nil${options})
  }
  func centralManagerDidUpdateState(_ central: CBCentralManager) {}
${more}}
`;

const objc = (options: string, more = '') => `#import <CoreBluetooth/CoreBluetooth.h>

@interface Beacon : NSObject <CBPeripheralManagerDelegate>
@property (nonatomic) CBPeripheralManager *manager;
@end

@implementation Beacon

- (void)open {
    self.manager = [[CBPeripheralManager alloc] initWithDelegate:self queue:nil${options}];
}

- (void)peripheralManagerDidUpdateState:(CBPeripheralManager *)peripheral {
}

${more}@end
`;

const swiftMethod = (label = 'willRestoreState') =>
  `  func centralManager(_ central: CBCentralManager, ${label} dict: [String: Any]) {}\n`;
const objcMethod = (label = 'willRestoreState') =>
  `- (void)peripheralManager:(CBPeripheralManager *)peripheral ${label}:(NSDictionary *)state {\n}\n\n`;

const central = (key = 'CBCentralManagerOptionRestoreIdentifierKey') => `, options: [${key}: "sensors"]`;
const peripheral = (key = 'CBPeripheralManagerOptionRestoreIdentifierKey') =>
  ` options:@{ ${key}: @"beacon" }`;

function example(
  entry: string,
  kind: RuleExample['kind'],
  files: RuleExample['files'],
  note?: string,
): RuleExample {
  return { kind, entry, files: { 'Info.plist': info, ...files }, ...(note === undefined ? {} : { note }) };
}

export const examples: readonly RuleExample[] = [
  example('delegate-method-missing', 'bad', {
    'Sensors.swift': swift(central('⟦CBCentralManagerOptionRestoreIdentifierKey⟧')),
  }),
  example('delegate-method-missing', 'good', { 'Sensors.swift': swift(central(), swiftMethod()) }),
  example(
    'delegate-method-missing',
    'near-miss',
    {
      'Sensors.swift': swift(central()),
      'Restoration.swift': `import CoreBluetooth\nextension Sensors {\n${swiftMethod()}}\n`,
    },
    'the method is in another file',
  ),
  example(
    'delegate-method-missing',
    'near-miss',
    { 'Sensors.swift': swift(central(), '', 'BaseSensors') },
    'the superclass is not known',
  ),
  example(
    'delegate-method-missing',
    'near-miss',
    {
      'Make.swift': `import CoreBluetooth
func make(_ delegate: CBCentralManagerDelegate) -> CBCentralManager {
  CBCentralManager(delegate: delegate, queue: nil${central()})
}
`,
    },
    'which delegate it gets is open',
  ),
  example('delegate-method-missing', 'bad', {
    'Beacon.m': objc(peripheral('⟦CBPeripheralManagerOptionRestoreIdentifierKey⟧')),
  }),
  example('delegate-method-missing', 'good', { 'Beacon.m': objc(peripheral(), objcMethod()) }),
  example('identifier-missing', 'bad', { 'Sensors.swift': swift('', swiftMethod('⟦willRestoreState⟧')) }),
  example('identifier-missing', 'bad', {
    'Sensors.swift': swift(
      ', options: [CBCentralManagerOptionShowPowerAlertKey: true]',
      swiftMethod('⟦willRestoreState⟧'),
    ),
  }),
  example('identifier-missing', 'good', { 'Sensors.swift': swift(central(), swiftMethod()) }),
  example(
    'identifier-missing',
    'near-miss',
    { 'Sensors.swift': swift(', options: Settings.bluetooth', swiftMethod()) },
    'the options are not known',
  ),
  example('identifier-missing', 'bad', { 'Beacon.m': objc('', objcMethod('⟦willRestoreState⟧')) }),
  example('identifier-missing', 'good', { 'Beacon.m': objc(peripheral(), objcMethod()) }),
];
