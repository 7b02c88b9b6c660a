/** Rules about Bluetooth and accessories in the background. */
import type { Rule } from '../context';
import { accessoryProtocolsRule } from './accessory-protocols';
import { restorationIncompleteRule } from './restoration-incomplete';
import { scanWithoutServicesRule } from './scan-without-services';

export const bluetoothAndAccessoryRules: readonly Rule[] = [
  restorationIncompleteRule,
  scanWithoutServicesRule,
  accessoryProtocolsRule,
];
