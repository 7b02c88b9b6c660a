import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'call-provider-callback-not-handled',
  family: 'calls',
  title: 'Provider delegate ignores a callback it needs',
  why: 'Two callbacks of CXProviderDelegate carry what no other does: didActivate is the moment from which call audio may run, and providerDidReset says that the system has dropped all calls.',
  consequence: 'silent-failure',
  severity: 'warning',
  confidence: 'high',
  tier: 2,
  languages: ['swift', 'objc'],
  scope: 'file',
  needs: ['type-members'],
  minOS: 'iOS 10',
  fix: 'Start call audio in provider(_:didActivate:) and stop it in didDeactivate. In providerDidReset stop audio, end every call and forget what was pending.',
  sources: [
    'https://developer.apple.com/documentation/callkit/cxproviderdelegate/provider(_:didactivate:)',
    'https://developer.apple.com/documentation/callkit/cxproviderdelegate/providerdidreset(_:)',
    'https://developer.apple.com/documentation/callkit/making-and-receiving-voip-calls',
  ],
  entries: [
    {
      key: 'did-activate',
      title: 'CXProviderDelegate without didActivate',
      why: 'The delegate performs actions, but nothing tells it that the audio session is active. Audio that starts at any other time may stay silent. It is an information while no code of the app sets up audio itself: an SDK may do so.',
    },
    {
      key: 'did-reset',
      title: 'providerDidReset does nothing',
      severity: 'information',
      confidence: 'medium',
      why: 'After a reset the calls are gone for the system. An app that does not let go of them shows ghosts and keeps their audio running.',
    },
  ],
  examples,
};
