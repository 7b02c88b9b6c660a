import type { RuleExample } from '../../types';

function swift(
  setup: string,
  info = 'MPNowPlayingInfoCenter.default().nowPlayingInfo = info',
): RuleExample['files'] {
  return {
    'Radio.swift': `import AVFAudio
import MediaPlayer

final class Radio {
  let session = AVAudioSession.sharedInstance()
  var info: [String: Any] = [:]

  func play() throws {
${setup.trim().replace(/^/gm, '    ')}
    ${info}
  }
}
`,
  };
}

function objc(setup: string): RuleExample['files'] {
  return {
    'Radio.m': `#import <AVFAudio/AVFAudio.h>
#import <MediaPlayer/MediaPlayer.h>

@implementation Radio

- (void)play {
    ${setup}
    [MPNowPlayingInfoCenter defaultCenter].nowPlayingInfo = self.info;
}

@end
`,
  };
}

export const examples: readonly RuleExample[] = [
  { kind: 'bad', files: swift('try session.setCategory(.playback, options: [⟦.duckOthers⟧])') },
  {
    kind: 'bad',
    note: 'one of several options',
    files: swift(
      'try session.setCategory(.playAndRecord, mode: .default, options: [.defaultToSpeaker, ⟦.mixWithOthers⟧])',
    ),
  },
  { kind: 'bad', note: 'ambient sessions always mix', files: swift('try session.setCategory(⟦.ambient⟧)') },
  { kind: 'good', files: swift('try session.setCategory(.playback)') },
  {
    kind: 'near-miss',
    note: 'another call does not mix',
    files: swift(
      'try session.setCategory(.playback)\ntry session.setCategory(.playback, options: .mixWithOthers)',
    ),
  },
  {
    kind: 'near-miss',
    note: 'what is passed is not known',
    files: swift('try session.setCategory(.playback, options: settings.options)'),
  },
  {
    kind: 'near-miss',
    note: 'nothing but the end of it is told',
    files: swift(
      'try session.setCategory(.playback, options: .mixWithOthers)',
      'MPNowPlayingInfoCenter.default().nowPlayingInfo = nil',
    ),
  },
  {
    kind: 'bad',
    files: objc(
      '[[AVAudioSession sharedInstance] setCategory:AVAudioSessionCategoryPlayback withOptions:⟦AVAudioSessionCategoryOptionMixWithOthers⟧ error:nil];',
    ),
  },
  {
    kind: 'good',
    files: objc('[[AVAudioSession sharedInstance] setCategory:AVAudioSessionCategoryPlayback error:nil];'),
  },
];
