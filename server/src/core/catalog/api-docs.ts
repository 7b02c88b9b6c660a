/** What hovers say about the APIs of the rules. Own words; the facts are Apple's, behind the links. */
import type { ApiDoc } from './docs';

export const apiDocs: readonly ApiDoc[] = [
  {
    id: 'background-task-begin',
    symbols: [
      {
        on: 'UIApplication',
        names: [
          'beginBackgroundTask',
          'beginBackgroundTaskWithName',
          'beginBackgroundTaskWithExpirationHandler',
        ],
        evidence: 'name',
      },
    ],
    title: 'Begin a background task',
    what: 'Asks iOS for a little more time, so that work which has already begun can finish after the app left the foreground.',
    promises: ['Shortly before the time is up, the expiration handler is called on the main thread'],
    limits: [
      'The time is not guaranteed: about 30 seconds on current systems, less when the device is busy',
      'iOS ends the app when the task is still open after its expiration handler has returned; ending it later from a queue or a `Task` comes too late',
      'Each identifier needs an `endBackgroundTask` of its own, on every path',
      'The answer is `.invalid` when iOS grants no time',
      'Under a debugger the app is not suspended, so mistakes show up without one only',
    ],
    links: [
      'https://developer.apple.com/documentation/uikit/uiapplication/beginbackgroundtask(expirationhandler:)',
      'https://developer.apple.com/documentation/uikit/extending-your-app-s-background-execution-time',
    ],
  },
  {
    id: 'background-task-end',
    symbols: [
      {
        on: 'UIApplication',
        names: ['endBackgroundTask'],
        evidence: 'name',
      },
    ],
    title: 'End a background task',
    what: 'Tells iOS that the work is done, so that the app may be suspended.',
    promises: [],
    limits: [
      'Has to be called once for each identifier that `beginBackgroundTask` answered, also on early returns and errors',
      'Inside of the expiration handler it has to be called before the handler returns',
      'Set the stored identifier to `.invalid` afterwards, so that nothing ends it twice',
    ],
    links: ['https://developer.apple.com/documentation/uikit/uiapplication/endbackgroundtask(_:)'],
  },
  {
    id: 'audio-session-category',
    symbols: [
      {
        on: 'AVAudioSession',
        names: ['setCategory'],
        evidence: 'type',
      },
      {
        names: [
          'AVAudioSession',
          'AVAudioSessionCategoryPlayback',
          'AVAudioSessionCategoryPlayAndRecord',
          'AVAudioSessionCategoryRecord',
          'AVAudioSessionCategoryMultiRoute',
          'AVAudioSessionCategoryAmbient',
          'AVAudioSessionCategorySoloAmbient',
        ],
        evidence: 'name',
      },
    ],
    title: 'Audio session category',
    what: 'Says how the app uses sound: whether it goes on with the screen locked, obeys the silent switch, mixes with others, records.',
    promises: [
      '`playback`, `playAndRecord`, `record` and `multiRoute` may go on in the background, if the mode is declared and the session is active',
    ],
    limits: [
      'The category alone keeps nothing running: without sound the app is suspended soon',
      '`ambient` and `soloAmbient` fall silent when the screen locks',
      'Phone calls and other apps interrupt the session; it has to be activated again',
    ],
    links: ['https://developer.apple.com/documentation/avfaudio/avaudiosession/category-swift.struct'],
    mode: {
      key: 'UIBackgroundModes',
      value: 'audio',
    },
  },
  {
    id: 'pip-controller',
    symbols: [
      {
        names: ['AVPictureInPictureController'],
        evidence: 'name',
      },
      {
        on: 'AVPictureInPictureController',
        names: [
          'isPictureInPictureSupported',
          'startPictureInPicture',
          'stopPictureInPicture',
          'canStartPictureInPictureAutomaticallyFromInline',
        ],
        evidence: 'name',
      },
      {
        on: 'AVPlayerViewController',
        names: ['allowsPictureInPicturePlayback', 'canStartPictureInPictureAutomaticallyFromInline'],
        evidence: 'name',
      },
    ],
    title: 'Picture in Picture',
    what: 'Shows the video in a floating window above other apps.',
    promises: ['The video goes on after the app has left the foreground, while the window is shown'],
    limits: [
      'There is no value named after Picture in Picture: it needs the mode for audio, and a session with the category `playback`',
      'Not every device supports it; ask `isPictureInPictureSupported()` first',
      'People can close the window at any time; restore the interface in the delegate',
    ],
    links: [
      'https://developer.apple.com/documentation/avkit/adopting-picture-in-picture-in-a-custom-player',
      'https://developer.apple.com/documentation/avkit/avpictureinpicturecontroller',
    ],
    mode: {
      key: 'UIBackgroundModes',
      value: 'audio',
    },
  },
  {
    id: 'now-playing',
    symbols: [
      {
        names: ['MPNowPlayingInfoCenter', 'MPRemoteCommandCenter', 'MPNowPlayingSession'],
        evidence: 'name',
      },
      {
        on: 'MPNowPlayingInfoCenter',
        names: ['default', 'defaultCenter', 'nowPlayingInfo'],
        evidence: 'type',
      },
      {
        on: 'MPRemoteCommandCenter',
        names: ['shared', 'sharedCommandCenter'],
        evidence: 'type',
      },
    ],
    title: 'Now Playing and remote commands',
    what: 'Fills the lock screen and Control Center, and receives play, pause and skip from there, headphones and cars.',
    promises: ['Commands reach the app while it is the one that plays'],
    limits: [
      'Without the mode for audio the app is suspended in the background, and the commands reach nobody',
      'An app that only mixes with others (`mixWithOthers`) does not become the Now Playing app',
    ],
    links: ['https://developer.apple.com/documentation/mediaplayer/becoming-a-now-playable-app'],
    mode: {
      key: 'UIBackgroundModes',
      value: 'audio',
    },
  },
];
