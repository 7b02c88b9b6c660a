import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'call-audio-started-too-early',
  family: 'calls',
  title: 'Call audio starts before didActivate',
  why: 'When a call is started or answered, CallKit activates the audio session after the action has been fulfilled and then calls provider(_:didActivate:). An engine, audio unit, player or recorder that is started in the action meets an inactive session: it throws, or runs without sound.',
  consequence: 'silent-failure',
  severity: 'warning',
  confidence: 'medium',
  tier: 2,
  languages: ['swift', 'objc'],
  scope: 'file',
  needs: [],
  minOS: 'iOS 10',
  fix: 'Prepare the audio in the action, and start it in provider(_:didActivate:).',
  sources: [
    'https://developer.apple.com/documentation/callkit/making-and-receiving-voip-calls',
    'https://developer.apple.com/documentation/callkit/cxproviderdelegate/provider(_:didactivate:)',
  ],
  entries: [],
  examples,
};
