import { appPlist, stringArray } from '../../example-files';
import type { RuleExample } from '../../types';

const modes = (...values: readonly string[]) => appPlist(stringArray('UIBackgroundModes', values));

function swift(body: string, members = '', plist = modes('audio')): RuleExample['files'] {
  return {
    'Info.plist': plist,
    'Screen.swift': `import AVKit
import UIKit

final class Screen: UIViewController {
  let player = AVPlayer()
${members}
  func show() {
${body.trim().replace(/^/gm, '    ')}
    player.play()
  }
}
`,
  };
}

function objc(layer: string, rest = ''): RuleExample['files'] {
  return {
    'Info.plist': modes('audio'),
    'Screen.m': `#import <AVFoundation/AVFoundation.h>

@interface Screen : UIViewController
@property (nonatomic, strong) AVPlayer *player;
@property (nonatomic, strong) CALayer *video;
@end

@implementation Screen

- (void)show {
    self.video = [${layer} playerLayerWithPlayer:self.player];
    [self.player play];
}

${rest}@end
`,
  };
}

const layer = 'view.layer.addSublayer(AVPlayerLayer(player: player))';

export const examples: readonly RuleExample[] = [
  { kind: 'bad', files: swift('view.layer.addSublayer(⟦AVPlayerLayer⟧(player: player))') },
  {
    kind: 'good',
    files: swift(`player.audiovisualBackgroundPlaybackPolicy = .continuesIfPossible\n${layer}`),
  },
  {
    kind: 'near-miss',
    note: 'the layer lets go of the player',
    files: swift(
      layer,
      '  var canvas: PlayerCanvas?\n\n  func sceneDidEnterBackground(_ scene: UIScene) { canvas?.player = nil }\n',
    ),
  },
  {
    kind: 'near-miss',
    note: 'Picture in Picture',
    files: swift(layer, '  var picture: AVPictureInPictureController?\n'),
  },
  { kind: 'near-miss', note: 'a film without sound', files: swift(`player.isMuted = true\n${layer}`) },
  { kind: 'near-miss', note: 'no audio mode', files: swift(layer, '', modes('fetch')) },
  { kind: 'bad', files: objc('⟦AVPlayerLayer⟧') },
  {
    kind: 'good',
    files: objc(
      'AVPlayerLayer',
      '- (void)applicationDidEnterBackground:(UIApplication *)application {\n    [(AVPlayerLayer *)self.video setPlayer:nil];\n}\n\n',
    ),
  },
];
