import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'external-accessory-without-protocols',
  family: 'bluetooth-and-accessories',
  title: 'The external-accessory mode without supported protocols',
  why: 'The mode is for MFi accessories, and the External Accessory framework matches these by UISupportedExternalAccessoryProtocols. Bluetooth LE devices do not need it at all.',
  consequence: 'rejection',
  severity: 'warning',
  confidence: 'high',
  tier: 2,
  languages: ['plist'],
  scope: 'target',
  needs: ['info-plist'],
  minOS: 'iOS 5',
  fix: 'List the protocols of the accessory, or take the mode out. Bluetooth LE needs bluetooth-central instead.',
  sources: [
    'https://developer.apple.com/documentation/bundleresources/information-property-list/uisupportedexternalaccessoryprotocols',
    'https://developer.apple.com/documentation/xcode/configuring-background-execution-modes',
  ],
  entries: [],
  examples,
};
