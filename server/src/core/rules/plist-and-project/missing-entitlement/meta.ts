import { entitlementRequirements } from '../../../catalog/requirements-entitlements';
import type { EntryMeta, RuleMeta } from '../../types';
import { examples } from './examples';

const entries: readonly EntryMeta[] = [
  {
    key: 'healthkit-background-delivery',
    title: 'Background delivery without its entitlement',
    minOS: 'iOS 15',
    why: 'Since iOS 15 and watchOS 8 enabling background delivery fails with an error that names the missing entitlement. It needs no background mode.',
  },
  {
    key: 'healthkit-base',
    title: 'The entitlement for background delivery without that for HealthKit',
    severity: 'warning',
    confidence: 'medium',
    minOS: 'iOS 15',
    why: 'Background delivery extends the HealthKit capability. Without the capability itself there is nothing to extend.',
  },
  {
    key: 'continued-processing-gpu',
    title: 'A continued task that asks for the GPU without the entitlement',
    minOS: 'iOS 26',
    why: 'Work on the GPU in the background is for apps with the capability Background GPU Access.',
  },
  {
    key: 'health-research',
    title: 'A health research task without its entitlement',
    minOS: 'iOS 17',
    why: 'These tasks are reserved for studies that Apple has approved and people have joined.',
  },
  {
    key: 'push-to-talk',
    title: 'Push to Talk without its entitlement',
    minOS: 'iOS 16',
    why: 'The channel manager looks for the entitlement when it is made, and refuses without it.',
  },
  {
    key: 'aps-environment-voip',
    title: 'VoIP or Push to Talk pushes without the push entitlement',
    severity: 'warning',
    why: 'Tokens of PushKit and Push to Talk come from the push service, which serves apps with the capability Push Notifications alone.',
  },
  {
    key: 'aps-environment-remote-notification',
    title: 'The remote-notification mode without the push entitlement',
    severity: 'warning',
    confidence: 'medium',
    minOS: 'iOS 7',
    why: 'The mode lets pushes wake the app. Without the capability Push Notifications none arrives.',
  },
  {
    key: 'hotspot-helper',
    title: 'A hotspot helper without the entitlement that Apple grants',
    minOS: 'iOS 9',
    why: 'Registering a helper answers false in an app without it.',
  },
  {
    key: 'submersion',
    title: 'Submersion data without an entitlement for depth and pressure',
    severity: 'warning',
    confidence: 'medium',
    minOS: 'watchOS 9',
    why: 'One entitlement covers depths to six metres, the other, which Apple grants, all depths.',
  },
];

export const meta: RuleMeta = {
  id: 'missing-entitlement',
  family: 'plist-and-project',
  title: 'An API is used without the entitlement that it needs',
  why: 'The system asks for these entitlements at run time. Without one it refuses the call, or the token never comes; the compiler says nothing.',
  consequence: 'silent-failure',
  severity: 'error',
  confidence: 'high',
  tier: 1,
  languages: ['swift', 'objc', 'plist', 'entitlements'],
  scope: 'target',
  needs: ['entitlements', 'platform'],
  fix: 'Add the capability in Xcode, so that the provisioning profile gets it as well; the fix here edits the file alone. Where a target has no entitlements file, the finding is a hint: signing may add one elsewhere. It is none where the file is there and CODE_SIGN_ENTITLEMENTS does not name it: name it.',
  sources: [...new Set(entitlementRequirements.flatMap(({ sources }) => sources))],
  entries,
  examples,
};
