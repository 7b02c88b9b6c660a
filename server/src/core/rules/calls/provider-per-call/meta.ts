import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'call-provider-per-call',
  family: 'calls',
  title: 'A new CXProvider for each call',
  why: 'An app has one provider and keeps it. A provider in a local variable is gone when the method returns: the user answers, and no delegate hears of it. Calls that an earlier provider reported cannot be updated or ended any more.',
  consequence: 'silent-failure',
  severity: 'warning',
  confidence: 'high',
  tier: 2,
  languages: ['swift', 'objc'],
  scope: 'file',
  needs: [],
  minOS: 'iOS 10',
  fix: 'Create the provider once, at launch, and keep it in a property of an object that lives as long as the app.',
  sources: [
    'https://developer.apple.com/documentation/callkit/cxprovider',
    'https://developer.apple.com/documentation/callkit/making-and-receiving-voip-calls',
  ],
  entries: [],
  examples,
};
