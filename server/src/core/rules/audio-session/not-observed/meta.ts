import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'audio-notification-not-observed',
  family: 'audio-session',
  title: 'Audio code does not listen to a notification that it depends on',
  why: 'Interruptions, new hardware, a restarted media server and unplugged headphones reach an app as notifications, and in no other way. Without an observer the app stays silent while it looks as if it played, keeps objects that are dead, or plays on through the loudspeaker.',
  consequence: 'silent-failure',
  severity: 'information',
  confidence: 'high',
  tier: 2,
  languages: ['swift', 'objc'],
  scope: 'target',
  needs: ['info-plist', 'sources-complete'],
  fix: 'Observe the notification where the engine or the player is set up.',
  sources: [
    'https://developer.apple.com/documentation/avfaudio/handling-audio-interruptions',
    'https://developer.apple.com/documentation/avfaudio/responding-to-audio-route-changes',
    'https://developer.apple.com/documentation/foundation/nsnotification/name-swift.struct/avaudioengineconfigurationchange',
    'https://developer.apple.com/library/archive/documentation/Audio/Conceptual/AudioSessionProgrammingGuide/HandlingAudioHardwareRouteChanges/HandlingAudioHardwareRouteChanges.html',
  ],
  entries: [
    {
      key: 'interruption',
      title: 'Background audio without a look at interruptions',
      confidence: 'medium',
      why: 'Calls, alarms and Siri deactivate the session and stop what plays. A player of the app has to notice, show that it is paused, and go on when the system says so. AVPlayerViewController does that by itself; CallKit and Push to Talk have callbacks of their own.',
    },
    {
      key: 'engine-configuration',
      title: 'AVAudioEngine without a look at configuration changes',
      why: 'When headphones come or go, the sample rate or the number of channels can change. The engine then stops itself and posts AVAudioEngineConfigurationChange; without a restart the sound is gone.',
    },
    {
      key: 'media-services-reset',
      title: 'Engine in a background app without a look at resets of the media services',
      severity: 'hint',
      confidence: 'medium',
      why: 'When the media server restarts, engines, audio units and the settings of the session are dead and have to be made anew. It happens seldom, and mostly to apps that run for hours.',
    },
    {
      key: 'route-change',
      title: 'Engine plays on when headphones are unplugged',
      severity: 'hint',
      confidence: 'medium',
      consequence: 'misconception',
      why: 'AVPlayer pauses by itself when the headphones are gone. What an engine plays goes on through the loudspeaker unless the app looks for oldDeviceUnavailable.',
    },
  ],
  examples,
};
