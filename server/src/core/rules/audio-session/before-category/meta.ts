import type { RuleExample, RuleMeta } from '../../types';
import { objcSession, swiftSession } from '../example-code';

const examples: readonly RuleExample[] = [
  {
    kind: 'bad',
    files: swiftSession(
      'try session.⟦setActive⟧(true)\ntry session.setCategory(.playback, mode: .spokenAudio)',
    ),
  },
  {
    kind: 'bad',
    note: 'not next to each other',
    files: swiftSession(`do {
  try session.⟦setActive⟧(true)
  print("Active")
  try session.setCategory(.playback)
} catch { print(error) }`),
  },
  {
    kind: 'good',
    files: swiftSession(
      'try session.setCategory(.playback, mode: .spokenAudio)\ntry session.setActive(true)',
    ),
  },
  {
    kind: 'near-miss',
    files: swiftSession(`try session.setActive(true)
try session.setActive(false)
try session.setCategory(.playback)`),
  },
  {
    kind: 'near-miss',
    note: 'one or the other',
    files: swiftSession(`if Bool.random() {
  try session.setActive(true)
} else {
  try session.setCategory(.playback)
}`),
  },
  {
    kind: 'bad',
    files: objcSession(`[session ⟦setActive⟧:YES error:nil];
[session setCategory:AVAudioSessionCategoryPlayback withOptions:AVAudioSessionCategoryOptionDuckOthers error:nil];`),
  },
  {
    kind: 'good',
    files: objcSession(`[session setCategory:AVAudioSessionCategoryPlayback error:nil];
[session setActive:YES error:nil];`),
  },
];

export const meta: RuleMeta = {
  id: 'audio-session-activated-before-category',
  family: 'audio-session',
  title: 'Audio session activated before its category is set',
  why: 'Activation takes effect with the category of that moment, which is soloAmbient at first: it can stop the audio of other apps that the new category would have left alone. Then the session is switched while it is active, which may change the route once more.',
  consequence: 'silent-failure',
  severity: 'warning',
  confidence: 'medium',
  tier: 2,
  languages: ['swift', 'objc'],
  scope: 'file',
  needs: [],
  fix: 'Call setCategory first, then setActive.',
  sources: [
    'https://developer.apple.com/library/archive/qa/qa1668/_index.html',
    'https://developer.apple.com/documentation/avfoundation/configuring-your-app-for-media-playback',
  ],
  entries: [],
  examples,
};
