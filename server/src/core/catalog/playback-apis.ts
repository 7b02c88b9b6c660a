/** What players, engines and Now Playing are made of, and the notifications that code for them listens to. */
import type { ApiRow, UsePattern } from './requirement-types';

function plays(on: string): UsePattern {
  return { kind: 'call', on, swift: { name: 'play' }, objc: 'play', evidence: 'type' };
}

function mentions(id: string, ...names: readonly string[]): ApiRow {
  return { id, uses: [{ kind: 'mention', names }] };
}

export const playbackApis: readonly ApiRow[] = [
  { id: 'audio-engine', uses: [{ kind: 'construct', type: 'AVAudioEngine' }] },
  {
    id: 'audio-engine-start',
    uses: [
      {
        kind: 'call',
        on: 'AVAudioEngine',
        swift: { name: 'start' },
        objc: 'startAndReturnError:',
        evidence: 'type',
      },
    ],
  },
  { id: 'audio-player-node', uses: [{ kind: 'construct', type: 'AVAudioPlayerNode' }] },
  { id: 'audio-play', uses: ['AVAudioPlayer', 'AVPlayer', 'AVQueuePlayer'].map(plays) },
  mentions('audio-unit', 'AudioComponentInstanceNew', 'NewAUGraph', 'AudioUnitInitialize'),
  mentions('manual-rendering', 'enableManualRenderingMode', 'isInManualRenderingMode'),
  mentions(
    'speech-recognition',
    'SFSpeechRecognizer',
    'SFSpeechAudioBufferRecognitionRequest',
    'SpeechAnalyzer',
    'SpeechTranscriber',
  ),
  mentions(
    'interruption-observed',
    'interruptionNotification',
    'AVAudioSessionInterruptionNotification',
    'AVAudioSessionInterruptionTypeKey',
    'didBecomeInactiveNotification',
    'didBecomeInactive',
    'AVAudioSessionDidBecomeInactiveNotification',
    'resumptionRecommendation',
    'audioPlayerBeginInterruption',
    'audioPlayerEndInterruption',
  ),
  mentions(
    'engine-configuration-observed',
    'AVAudioEngineConfigurationChange',
    'AVAudioEngineConfigurationChangeNotification',
  ),
  mentions(
    'services-reset-observed',
    'mediaServicesWereResetNotification',
    'mediaServicesWereReset',
    'AVAudioSessionMediaServicesWereResetNotification',
  ),
  mentions(
    'route-change-observed',
    'routeChangeNotification',
    'AVAudioSessionRouteChangeNotification',
    'AVAudioSessionRouteChangeReasonKey',
  ),
  {
    id: 'now-playing-info',
    uses: [
      {
        kind: 'assign',
        on: 'MPNowPlayingInfoCenter',
        member: 'nowPlayingInfo',
        evidence: 'name',
        value: { kind: 'emptiness' },
      },
    ],
  },
  { id: 'now-playing-session', uses: [{ kind: 'construct', type: 'MPNowPlayingSession' }] },
  mentions(
    'remote-commands',
    'MPRemoteCommandCenter',
    'remoteCommandCenter',
    'beginReceivingRemoteControlEvents',
    'remoteControlReceived',
    'remoteControlReceivedWithEvent',
  ),
  // AVKit looks after interruptions, commands and Picture in Picture by itself.
  mentions('player-view-controller', 'AVPlayerViewController', 'VideoPlayer'),
  {
    id: 'player-layer',
    uses: [
      { kind: 'construct', type: 'AVPlayerLayer' },
      { kind: 'name', name: 'AVPlayerLayer' },
    ],
  },
  {
    id: 'player-of-layer',
    uses: [
      {
        kind: 'assign',
        member: 'player',
        evidence: 'name',
        value: { kind: 'emptiness' },
        beside: ['AVPlayer', 'EnterBackground', 'scenePhase'],
      },
    ],
  },
  {
    id: 'muted-player',
    uses: ['isMuted', 'muted'].map((member) => ({
      kind: 'assign',
      on: 'AVPlayer',
      member,
      evidence: 'type',
      value: { kind: 'true' },
      beside: ['AVPlayer'],
    })),
  },
  mentions(
    'video-in-background',
    'audiovisualBackgroundPlaybackPolicy',
    'setAudiovisualBackgroundPlaybackPolicy',
    'AVPictureInPictureController',
  ),
  mentions(
    'mixing-option',
    'mixWithOthers',
    'duckOthers',
    'interruptSpokenAudioAndMixWithOthers',
    'AVAudioSessionCategoryOptionMixWithOthers',
    'AVAudioSessionCategoryOptionDuckOthers',
    'AVAudioSessionCategoryOptionInterruptSpokenAudioAndMixWithOthers',
  ),
];
