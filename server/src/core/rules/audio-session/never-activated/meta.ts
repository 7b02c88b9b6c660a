import { appPlist, stringArray } from '../../example-files';
import type { RuleExample, RuleMeta } from '../../types';
import { objcSession } from '../example-code';

const plist = { 'Info.plist': appPlist(stringArray('UIBackgroundModes', ['audio'])) };

function swift(body: string): RuleExample['files'] {
  return {
    ...plist,
    'Radio.swift': `import AVFoundation

final class Radio {
  let session = AVAudioSession.sharedInstance()
  let player = AVPlayer()

  func start() throws {
${body.trim().replace(/^/gm, '    ')}
  }
}
`,
  };
}

const objc = (body: string): RuleExample['files'] => ({ ...plist, ...objcSession(body) });

const examples: readonly RuleExample[] = [
  { kind: 'bad', files: swift('try session.⟦setCategory⟧(.playback, mode: .spokenAudio)\nplayer.play()') },
  {
    kind: 'good',
    files: swift(
      'try session.setCategory(.playback, mode: .spokenAudio)\ntry session.setActive(true)\nplayer.play()',
    ),
  },
  {
    kind: 'near-miss',
    note: 'a helper of another library activates it',
    files: swift('try session.setCategory(.playback)\nSessionHelper.shared.setActive(true)\nplayer.play()'),
  },
  {
    kind: 'near-miss',
    note: 'CallKit activates it',
    files: swift(
      'try session.setCategory(.playAndRecord)\nlet provider = CXProvider(configuration: .init())',
    ),
  },
  { kind: 'bad', files: objc('[session ⟦setCategory⟧:AVAudioSessionCategoryPlayback error:nil];') },
  {
    kind: 'good',
    files: objc(
      '[session setCategory:AVAudioSessionCategoryPlayback error:nil];\n[session setActive:YES error:nil];',
    ),
  },
];

export const meta: RuleMeta = {
  id: 'audio-session-never-activated',
  family: 'audio-session',
  title: 'Session for background audio that is never activated',
  why: 'Audio goes on in the background while the session is active. Players activate it themselves when they start, in most cases; an explicit setActive(true) tells when that fails, and brings the session back after an interruption.',
  consequence: 'silent-failure',
  severity: 'hint',
  confidence: 'medium',
  tier: 3,
  languages: ['swift', 'objc', 'plist'],
  scope: 'target',
  needs: ['info-plist', 'sources-complete'],
  isOptIn: true,
  fix: 'Call setActive(true) where playback starts, and look at its error.',
  sources: [
    'https://developer.apple.com/library/archive/qa/qa1668/_index.html',
    'https://developer.apple.com/documentation/avfoundation/configuring-your-app-for-media-playback',
  ],
  entries: [],
  examples,
};
