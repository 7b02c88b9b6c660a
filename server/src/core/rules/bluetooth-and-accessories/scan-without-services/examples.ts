import { appPlist, stringArray } from '../../example-files';
import type { RuleExample } from '../../types';

const info = appPlist(stringArray('UIBackgroundModes', ['bluetooth-central']));

const swift = (services: string, scan = 'scanForPeripherals') => `import CoreBluetooth
final class Finder {
  let central: CBCentralManager
  init(_ central: CBCentralManager) { self.central = central }
  func find() { central.${scan}(withServices: ${services}) }
}
`;

const objc = (
  services: string,
  scan = 'scanForPeripheralsWithServices',
) => `#import <CoreBluetooth/CoreBluetooth.h>

@implementation Finder

- (void)findWith:(CBCentralManager *)central {
    [central ${scan}:${services} options:nil];
}

@end
`;

function example(
  kind: RuleExample['kind'],
  files: RuleExample['files'],
  note?: string,
  plist = info,
): RuleExample {
  return { kind, files: { 'Info.plist': plist, ...files }, ...(note === undefined ? {} : { note }) };
}

export const examples: readonly RuleExample[] = [
  example('bad', { 'Finder.swift': swift('nil', '⟦scanForPeripherals⟧') }),
  example('bad', { 'Finder.swift': swift('[]', '⟦scanForPeripherals⟧') }),
  example('good', { 'Finder.swift': swift('[CBUUID(string: "180D")]') }),
  example(
    'near-miss',
    { 'Finder.swift': swift('nil') },
    'the app does not run in the background',
    appPlist(stringArray('UIBackgroundModes', ['audio'])),
  ),
  example(
    'near-miss',
    {
      'Finder.swift': swift('nil'),
      'Watcher.swift': swift('[CBUUID(string: "180D")]').replace('Finder', 'Watcher'),
    },
    'another scan names its services',
  ),
  example('near-miss', { 'Finder.swift': swift('Settings.services') }, 'what it looks for is not known'),
  example('bad', { 'Finder.m': objc('nil', '⟦scanForPeripheralsWithServices⟧') }),
  example('good', { 'Finder.m': objc('@[ [CBUUID UUIDWithString:@"180D"] ]') }),
];
