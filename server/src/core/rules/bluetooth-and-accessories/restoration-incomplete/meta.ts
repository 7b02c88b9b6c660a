import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'state-restoration-incomplete',
  family: 'bluetooth-and-accessories',
  title: 'Bluetooth state restoration is only half set up',
  why: 'Restoration takes two: an identifier that the manager is created with, and a delegate method that takes the state back. With the identifier alone Core Bluetooth raises an exception when the manager is created; with the method alone nothing is restored.',
  consequence: 'crash',
  severity: 'error',
  confidence: 'high',
  tier: 1,
  languages: ['swift', 'objc'],
  scope: 'workspace',
  needs: ['type-members'],
  minOS: 'iOS 7',
  fix: 'Implement willRestoreState in the delegate and pass a constant restore identifier; or leave both out.',
  sources: [
    'https://developer.apple.com/documentation/corebluetooth/cbcentralmanagerdelegate/centralmanager(_:willrestorestate:)',
    'https://developer.apple.com/documentation/technotes/tn3115-bluetooth-state-restoration-app-relaunch-rules',
  ],
  entries: [
    {
      key: 'delegate-method-missing',
      title: 'Restore identifier, but the delegate cannot take the state back',
      why: 'The manager looks for willRestoreState in its delegate when it is created with a restore identifier, and raises an exception when it is not there.',
    },
    {
      key: 'identifier-missing',
      title: 'willRestoreState without a restore identifier',
      severity: 'information',
      consequence: 'silent-failure',
      why: 'Core Bluetooth logs a misuse of its API and restores nothing.',
    },
  ],
  examples,
};
