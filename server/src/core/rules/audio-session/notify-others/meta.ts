import type { RuleExample, RuleMeta } from '../../types';
import { objcSession, swiftSession } from '../example-code';

const examples: readonly RuleExample[] = [
  { kind: 'bad', entry: 'missing-on-deactivation', files: swiftSession('try session.⟦setActive⟧(false)') },
  {
    kind: 'good',
    entry: 'missing-on-deactivation',
    files: swiftSession('try session.setActive(false, options: [.notifyOthersOnDeactivation])'),
  },
  {
    kind: 'near-miss',
    entry: 'missing-on-deactivation',
    note: 'one or the other',
    files: swiftSession('try session.setActive(Bool.random())'),
  },
  {
    kind: 'near-miss',
    entry: 'missing-on-deactivation',
    note: 'off and on again with another category',
    files: swiftSession(`try session.setActive(false)
try session.setCategory(.playback)
try session.setActive(true)`),
  },
  {
    kind: 'bad',
    entry: 'missing-on-deactivation',
    files: objcSession('[session ⟦setActive⟧:NO error:&error];'),
  },
  {
    kind: 'good',
    entry: 'missing-on-deactivation',
    files: objcSession(
      '[session setActive:NO withOptions:AVAudioSessionSetActiveOptionNotifyOthersOnDeactivation error:&error];',
    ),
  },
  {
    kind: 'bad',
    entry: 'passed-on-activation',
    files: swiftSession('try session.setActive(true, options: ⟦.notifyOthersOnDeactivation⟧)'),
  },
  { kind: 'good', entry: 'passed-on-activation', files: swiftSession('try session.setActive(true)') },
  {
    kind: 'near-miss',
    entry: 'passed-on-activation',
    files: swiftSession('try session.setActive(Bool.random(), options: .notifyOthersOnDeactivation)'),
  },
  {
    kind: 'bad',
    entry: 'passed-on-activation',
    files: objcSession(
      '[session setActive:YES withOptions:⟦AVAudioSessionSetActiveOptionNotifyOthersOnDeactivation⟧ error:&error];',
    ),
  },
];

export const meta: RuleMeta = {
  id: 'notify-others-option-misplaced',
  family: 'audio-session',
  title: 'notifyOthersOnDeactivation left out where it counts, or passed where it does not',
  why: 'The option is read when a session is deactivated. Left out there, other players never hear that they may go on. Passed while activating it does nothing, and suggests that somebody has thought of the other end.',
  consequence: 'silent-failure',
  severity: 'hint',
  confidence: 'high',
  tier: 3,
  languages: ['swift', 'objc'],
  scope: 'file',
  needs: [],
  isOptIn: true,
  fix: 'Pass the option to setActive(false), and to nothing else.',
  sources: [
    'https://developer.apple.com/documentation/avfaudio/avaudiosession/setactiveoptions',
    'https://docs.rs/objc2-avf-audio/latest/objc2_avf_audio/struct.AVAudioSessionCategoryOptions.html',
  ],
  entries: [
    {
      key: 'missing-on-deactivation',
      title: 'Deactivation without notifyOthersOnDeactivation',
      why: 'Players that were interrupted wait for a sign that they may go on. Without the option none comes.',
    },
    {
      key: 'passed-on-activation',
      title: 'notifyOthersOnDeactivation while activating',
      consequence: 'misconception',
      why: 'The option is read on deactivation only.',
    },
  ],
  examples,
};
