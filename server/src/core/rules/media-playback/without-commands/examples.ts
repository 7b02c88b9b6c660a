import type { RuleExample } from '../../types';

function swift(body: string, members = ''): RuleExample['files'] {
  return {
    'Radio.swift': `import AVKit
import MediaPlayer

final class Radio {
  var info: [String: Any] = [:]
${members}
  func update() {
${body.trim().replace(/^/gm, '    ')}
  }
}
`,
  };
}

function objc(body: string): RuleExample['files'] {
  return {
    'Radio.m': `#import <MediaPlayer/MediaPlayer.h>

@implementation Radio

- (void)update {
${body.trim().replace(/^/gm, '    ')}
}

@end
`,
  };
}

const center = 'MPNowPlayingInfoCenter.default()';

export const examples: readonly RuleExample[] = [
  { kind: 'bad', files: swift(`${center}.⟦nowPlayingInfo⟧ = info`) },
  {
    kind: 'good',
    files: swift(`${center}.nowPlayingInfo = info
MPRemoteCommandCenter.shared().pauseCommand.addTarget { _ in .success }`),
  },
  { kind: 'near-miss', note: 'only taken away', files: swift(`${center}.nowPlayingInfo = nil`) },
  {
    kind: 'near-miss',
    note: 'AVKit handles the commands',
    files: swift(`${center}.nowPlayingInfo = info`, '  let controller = AVPlayerViewController()\n'),
  },
  {
    kind: 'near-miss',
    note: 'something of the app that is called alike',
    files: swift('model.nowPlayingInfo = info', '  let model = Model()\n'),
  },
  {
    kind: 'bad',
    files: objc(
      'MPNowPlayingInfoCenter *center = [MPNowPlayingInfoCenter defaultCenter];\ncenter.⟦nowPlayingInfo⟧ = self.info;',
    ),
  },
  {
    kind: 'good',
    files: objc(`[MPNowPlayingInfoCenter defaultCenter].nowPlayingInfo = self.info;
[[MPRemoteCommandCenter sharedCommandCenter].playCommand addTarget:self action:@selector(play:)];`),
  },
];
