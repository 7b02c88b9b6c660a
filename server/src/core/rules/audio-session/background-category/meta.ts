import { appPlist, stringArray } from '../../example-files';
import type { RuleExample, RuleMeta } from '../../types';

const plist = (...modes: readonly string[]): RuleExample['files'] => ({
  'Info.plist': appPlist(stringArray('UIBackgroundModes', modes)),
});

function swift(body: string): RuleExample['files'] {
  return {
    'Radio.swift': `import AVFoundation
import AVKit

final class Radio {
  func start(_ layer: AVPlayerLayer, _ url: URL) throws {
    let session = AVAudioSession.sharedInstance()
${body.trim().replace(/^/gm, '    ')}
    try session.setActive(true)
  }
}
`,
  };
}

function objc(category: string): RuleExample['files'] {
  return {
    'Radio.m': `#import <AVFoundation/AVFoundation.h>

@implementation Radio

- (void)start {
    [[AVAudioSession sharedInstance] setCategory:${category} error:nil];
    [[AVAudioSession sharedInstance] setActive:YES error:nil];
    [self.player play];
}

@end
`,
  };
}

const examples: readonly RuleExample[] = [
  {
    kind: 'bad',
    entry: 'ambient-only',
    files: { ...plist('audio'), ...swift('try session.setCategory(⟦.soloAmbient⟧, mode: .default)') },
  },
  {
    kind: 'bad',
    entry: 'ambient-only',
    files: { ...plist('audio'), ...objc('⟦AVAudioSessionCategoryAmbient⟧') },
  },
  {
    kind: 'good',
    entry: 'ambient-only',
    files: { ...plist('audio'), ...swift('try session.setCategory(.playback, mode: .default)') },
  },
  {
    kind: 'good',
    entry: 'ambient-only',
    files: { ...plist('audio'), ...objc('AVAudioSessionCategoryPlayback') },
  },
  {
    kind: 'near-miss',
    entry: 'ambient-only',
    note: 'another file knows which',
    files: { ...plist('audio'), ...swift('try session.setCategory(Settings.category)') },
  },
  {
    kind: 'near-miss',
    entry: 'ambient-only',
    note: 'no mode, no promise',
    files: { ...plist('fetch'), ...swift('try session.setCategory(.ambient)') },
  },
  {
    kind: 'bad',
    entry: 'never-set',
    files: { ...plist('audio'), ...swift('let player = ⟦AVPlayer⟧(url: url)\nplayer.play()') },
  },
  {
    kind: 'good',
    entry: 'never-set',
    files: { ...plist('audio'), ...swift('try session.setCategory(.playback)\nAVPlayer(url: url).play()') },
  },
  {
    kind: 'near-miss',
    entry: 'never-set',
    note: 'a wrapper sets it',
    files: {
      ...plist('audio'),
      ...swift('try AudioBox.shared.setCategory(kind)\nAVPlayer(url: url).play()'),
    },
  },
  {
    kind: 'near-miss',
    entry: 'never-set',
    note: 'plays in another process',
    files: { ...plist('audio'), ...swift('let player = ApplicationMusicPlayer.shared') },
  },
  {
    kind: 'bad',
    entry: 'picture-in-picture',
    files: {
      ...plist('audio'),
      ...swift(
        'try session.setCategory(.ambient)\nlet controller = ⟦AVPictureInPictureController⟧(playerLayer: layer)',
      ),
    },
  },
  {
    kind: 'good',
    entry: 'picture-in-picture',
    files: {
      ...plist('audio'),
      ...swift(
        'try session.setCategory(.playback, mode: .moviePlayback)\nlet controller = AVPictureInPictureController(playerLayer: layer)',
      ),
    },
  },
  {
    kind: 'near-miss',
    entry: 'picture-in-picture',
    note: 'the category follows from a setting',
    files: {
      ...plist('audio'),
      ...swift(
        'try session.setCategory(Bool.random() ? .playback : .ambient)\nlet controller = AVPictureInPictureController(playerLayer: layer)',
      ),
    },
  },
];

export const meta: RuleMeta = {
  id: 'background-audio-category-missing',
  family: 'audio-session',
  title: 'No audio category that may play in the background',
  why: 'Without setCategory the session is soloAmbient. Both ambient categories fall silent when the screen locks or the app leaves the foreground, whatever the Info.plist declares, and Picture in Picture stays impossible.',
  consequence: 'silent-failure',
  severity: 'warning',
  confidence: 'high',
  tier: 1,
  languages: ['swift', 'objc', 'plist'],
  scope: 'target',
  needs: ['info-plist', 'sources-complete', 'dependencies'],
  fix: 'Set the category playback before the first playback, or take audio out of UIBackgroundModes.',
  sources: [
    'https://developer.apple.com/library/archive/documentation/Audio/Conceptual/AudioSessionProgrammingGuide/AudioSessionCategoriesandModes/AudioSessionCategoriesandModes.html',
    'https://developer.apple.com/library/archive/qa/qa1668/_index.html',
    'https://developer.apple.com/documentation/avfoundation/configuring-your-app-for-media-playback',
    'https://developer.apple.com/library/archive/samplecode/AVFoundationPiPPlayer/Listings/README_md.html',
  ],
  entries: [
    {
      key: 'ambient-only',
      title: 'The audio mode with nothing but ambient categories',
      consequence: 'rejection',
      why: 'Neither ambient category plays in the background, so the declared mode does nothing. Review asks what it is for (guideline 2.5.4).',
    },
    {
      key: 'never-set',
      title: 'The audio mode with a player and no category',
      why: 'Without setCategory the session is soloAmbient, which stops when the screen locks in spite of the mode.',
    },
    {
      key: 'picture-in-picture',
      title: 'Picture in Picture without a playback category',
      why: 'Picture in Picture is possible only while the category is playback or playAndRecord.',
    },
  ],
  examples,
};
