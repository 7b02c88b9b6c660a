import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'voip-call-reported-late',
  family: 'calls',
  title: 'Call reported only after network work',
  why: 'A VoIP push has to be reported to CallKit before its handler is done. A handler that first asks a server who is calling depends on the network: when the answer is slow or does not come, iOS kills the app, and the user never sees the call.',
  consequence: 'crash',
  severity: 'warning',
  confidence: 'high',
  tier: 1,
  languages: ['swift', 'objc'],
  scope: 'file',
  needs: ['call-graph'],
  minOS: 'iOS 13',
  fix: 'Report the call at once with what the payload says, and bring it up to date later with reportCall(with:updated:).',
  sources: [
    'https://developer.apple.com/documentation/pushkit/responding-to-voip-notifications-from-pushkit',
    'https://developer.apple.com/documentation/callkit/cxprovider/reportcall(with:updated:)',
  ],
  entries: [],
  examples,
};
