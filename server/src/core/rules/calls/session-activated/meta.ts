import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'audio-session-activated-by-app',
  family: 'calls',
  title: 'App activates an audio session that the system owns',
  why: 'CallKit and Push to Talk activate the audio session themselves, with a priority that an app cannot ask for, and call didActivate when it is ready. An app that activates it in their callbacks gets in the way: the call often stays silent, above all when it was answered on the lock screen.',
  consequence: 'silent-failure',
  severity: 'warning',
  confidence: 'high',
  tier: 1,
  languages: ['swift', 'objc'],
  scope: 'file',
  needs: [],
  minOS: 'iOS 10',
  fix: 'Remove the activation. Set only category and mode here, and start the audio in didActivate.',
  sources: [
    'https://developer.apple.com/documentation/callkit/making-and-receiving-voip-calls',
    'https://developer.apple.com/documentation/callkit/voip-calling-with-callkit',
    'https://developer.apple.com/documentation/pushtotalk/creating-a-push-to-talk-app',
  ],
  entries: [
    {
      key: 'callkit',
      title: 'setActive(true) in a start, answer or hold action, or in didActivate',
      why: 'After the action is fulfilled CallKit activates the session and calls provider(_:didActivate:). An activation of the app’s own comes too early or is one too many, and often ends in a call without sound.',
    },
    {
      key: 'push-to-talk',
      title: 'Audio session activated in a Push to Talk delegate',
      minOS: 'iOS 16',
      why: 'The framework activates and deactivates the session when somebody starts or stops to talk. Recording and playback start in channelManager(_:didActivate:).',
    },
  ],
  examples,
};
