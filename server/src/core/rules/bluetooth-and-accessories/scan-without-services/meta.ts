import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'background-scan-without-services',
  family: 'bluetooth-and-accessories',
  title: 'An app that runs in the background scans for all services',
  why: 'In the background a scan has to name the services that it looks for. With nil or an empty array nothing is discovered once the app has left the foreground.',
  consequence: 'silent-failure',
  severity: 'warning',
  confidence: 'high',
  tier: 1,
  languages: ['swift', 'objc', 'plist'],
  scope: 'target',
  needs: ['info-plist', 'platform'],
  minOS: 'iOS 5',
  fix: 'Pass the CBUUIDs of the services that the peripherals advertise.',
  sources: [
    'https://developer.apple.com/documentation/corebluetooth/cbcentralmanager/scanforperipherals(withservices:options:)',
  ],
  entries: [],
  examples,
};
