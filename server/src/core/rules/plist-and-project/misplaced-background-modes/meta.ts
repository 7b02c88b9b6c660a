import type { RuleMeta } from '../../types';
import { examples } from './examples';

const appleDocs = 'https://developer.apple.com/documentation';

export const meta: RuleMeta = {
  id: 'misplaced-background-modes',
  family: 'plist-and-project',
  title: 'Background modes where the system does not read them',
  why: 'Only the root dictionary of the Info.plist of the app counts. In an entitlements file the key even breaks signing, because no provisioning profile can contain it.',
  consequence: 'rejection',
  severity: 'error',
  confidence: 'high',
  tier: 1,
  languages: ['plist', 'entitlements'],
  scope: 'file',
  needs: [],
  fix: 'Move the values into the array at the root of the Info.plist of the app.',
  sources: [
    `${appleDocs}/bundleresources/information-property-list/uibackgroundmodes`,
    `${appleDocs}/xcode/configuring-background-execution-modes`,
    'https://developer.apple.com/library/archive/qa/qa1872/_index.html',
  ],
  entries: [
    {
      key: 'entitlements',
      title: 'Background modes as an entitlement',
      minOS: 'iOS 4',
      why: 'Background modes are no entitlement and need nothing in the developer portal. There is no com.apple.developer.background-modes.',
    },
    {
      key: 'extension-plist',
      title: 'Background modes of an app extension',
      severity: 'information',
      confidence: 'medium',
      consequence: 'misconception',
      minOS: 'iOS 8',
      why: 'Modes belong to the app that contains the extension. Some templates ship them with extensions, which does no harm and nothing else.',
    },
    {
      key: 'nested-dictionary',
      title: 'Background keys in a nested dictionary',
      severity: 'warning',
      consequence: 'silent-failure',
      why: 'The keys count at the root only; UIApplicationSceneManifest and other dictionaries do not pass them on.',
    },
  ],
  examples,
};
