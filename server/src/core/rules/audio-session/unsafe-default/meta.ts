import type { RuleExample, RuleMeta } from '../../types';

function swift(members: string): RuleExample['files'] {
  return {
    'AudioSetup.swift': `import AVFAudio

struct AudioSetup {
  let session = AVAudioSession.sharedInstance()

${members.trim().replace(/^/gm, '  ')}
}
`,
  };
}

function objc(body: string, caller: string): RuleExample['files'] {
  return {
    'AudioSetup.m': `#import <AVFoundation/AVFoundation.h>

@implementation AudioSetup

- (void)prepare:(AVAudioSessionCategory)category {
    AVAudioSession *session = [AVAudioSession sharedInstance];
    ${body}
}

- (void)start {
    [self prepare:${caller}];
}

@end
`,
  };
}

const examples: readonly RuleExample[] = [
  {
    kind: 'bad',
    files: swift(`
func prepare(_ category: AVAudioSession.Category, options: AVAudioSession.CategoryOptions = [⟦.allowBluetooth⟧, .mixWithOthers]) throws {
  try session.setCategory(category, mode: .default, options: options)
}`),
  },
  {
    kind: 'bad',
    note: 'no way to pass others',
    files: swift(`
func prepare(_ category: AVAudioSession.Category) throws {
  try session.setCategory(category, options: [⟦.defaultToSpeaker⟧])
}
func startMusic() throws { try prepare(.playback) }
func startCall() throws { try prepare(.playAndRecord) }`),
  },
  {
    kind: 'good',
    files: swift(`
func prepare(_ category: AVAudioSession.Category, options: AVAudioSession.CategoryOptions = []) throws {
  try session.setCategory(category, mode: .default, options: options)
}`),
  },
  {
    kind: 'near-miss',
    note: 'only ever called for calls',
    files: swift(`
func prepare(_ category: AVAudioSession.Category, options: AVAudioSession.CategoryOptions = [.allowBluetooth]) throws {
  try session.setCategory(category, options: options)
}
func startCall() throws { try prepare(.playAndRecord) }`),
  },
  {
    kind: 'near-miss',
    note: 'both defaults go together',
    files: swift(`
func prepare(_ category: AVAudioSession.Category = .playAndRecord, options: AVAudioSession.CategoryOptions = [.allowBluetooth]) throws {
  try session.setCategory(category, options: options)
}`),
  },
  {
    kind: 'near-miss',
    note: 'the category is looked at',
    files: swift(`
func prepare(_ category: AVAudioSession.Category, options: AVAudioSession.CategoryOptions = [.allowBluetooth]) throws {
  try session.setCategory(category, options: category == .playAndRecord ? options : [])
  try session.setCategory(category, options: options)
}`),
  },
  {
    kind: 'near-miss',
    files: swift(`
func prepare(_ category: AVAudioSession.Category, options: AVAudioSession.CategoryOptions = [.duckOthers]) throws {
  try session.setCategory(category, options: options)
}`),
  },
  {
    kind: 'bad',
    files: objc(
      '[session setCategory:category withOptions:⟦AVAudioSessionCategoryOptionDefaultToSpeaker⟧ error:nil];',
      'AVAudioSessionCategoryPlayback',
    ),
  },
  {
    kind: 'near-miss',
    files: objc(
      '[session setCategory:category withOptions:AVAudioSessionCategoryOptionDefaultToSpeaker error:nil];',
      'AVAudioSessionCategoryPlayAndRecord',
    ),
  },
  {
    kind: 'good',
    files: objc('[session setCategory:category withOptions:0 error:nil];', 'AVAudioSessionCategoryPlayback'),
  },
];

export const meta: RuleMeta = {
  id: 'audio-options-unsafe-default',
  family: 'audio-session',
  title: 'Wrapper adds options that not every category takes',
  why: 'A function that takes the category from its callers and adds allowAirPlay, allowBluetooth or defaultToSpeaker by itself works for playAndRecord only. For playback and the ambient categories setCategory fails, and in a do/catch the activation after it is skipped too.',
  consequence: 'silent-failure',
  severity: 'warning',
  confidence: 'high',
  tier: 1,
  languages: ['swift', 'objc'],
  scope: 'file',
  needs: ['constants'],
  fix: 'Add no options by default; callers that record pass those they need.',
  sources: [
    'https://docs.rs/objc2-avf-audio/latest/objc2_avf_audio/struct.AVAudioSessionCategoryOptions.html',
    'https://github.com/ryanheise/audio_session/issues/127',
  ],
  entries: [],
  examples,
};
