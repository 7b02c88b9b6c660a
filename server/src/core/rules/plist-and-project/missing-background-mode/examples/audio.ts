import type { ModeCase } from './mode-examples';

export const audioCases: readonly ModeCase[] = [
  {
    entry: 'audio-picture-in-picture',
    mode: 'audio',
    needs: [
      `import AVKit

final class VideoController {
  private var pictureInPicture: AVPictureInPictureController?

  func attach(to layer: AVPlayerLayer) {
    pictureInPicture = ⟦AVPictureInPictureController⟧(playerLayer: layer)
  }
}
`,
      `import AVKit

func makeController(for player: AVPlayer) -> AVPlayerViewController {
  let controller = AVPlayerViewController()
  controller.player = player
  controller.⟦canStartPictureInPictureAutomaticallyFromInline⟧ = true
  return controller
}
`,
      `#import <AVKit/AVKit.h>

@implementation VideoController

- (void)attachToLayer:(AVPlayerLayer *)layer {
    self.pictureInPicture = [[⟦AVPictureInPictureController⟧ alloc] initWithPlayerLayer:layer];
}

@end
`,
      `#import <AVKit/AVKit.h>

@implementation VideoController

- (void)configure:(AVPlayerViewController *)controller {
    [controller ⟦setAllowsPictureInPicturePlayback⟧:YES];
}

@end
`,
    ],
    nearMisses: [
      `import AVKit

func makeController() -> AVPlayerViewController {
  let controller = AVPlayerViewController()
  controller.allowsPictureInPicturePlayback = false
  return controller
}
`,
      `final class AVPictureInPictureController {
  init(playerLayer: String) {}
}

let stub = AVPictureInPictureController(playerLayer: "preview")
`,
      `#import <AVKit/AVKit.h>

@implementation VideoController

- (void)configure:(AVPlayerViewController *)controller {
    controller.allowsPictureInPicturePlayback = NO;
}

@end
`,
    ],
  },
  {
    entry: 'audio-now-playing',
    mode: 'audio',
    needs: [
      `import AVFAudio
import MediaPlayer

final class Player {
  private let session = AVAudioSession.sharedInstance()

  func start() throws {
    try session.setCategory(.playback, mode: .spokenAudio)
    try session.setActive(true)
    ⟦MPRemoteCommandCenter.shared⟧().playCommand.addTarget { _ in .success }
  }
}
`,
      `import AVFAudio
import MediaPlayer

final class Recorder {
  private let category: AVAudioSession.Category = .playAndRecord

  func start() throws {
    try AVAudioSession.sharedInstance().setCategory(category, options: .allowBluetoothA2DP)
    try AVAudioSession.sharedInstance().setActive(true)
    let info = [MPMediaItemPropertyTitle: "Take one"]
    ⟦MPNowPlayingInfoCenter.default⟧().nowPlayingInfo = info
  }
}
`,
      `#import <AVFoundation/AVFoundation.h>
#import <MediaPlayer/MediaPlayer.h>

@implementation Player

- (void)start {
    [[AVAudioSession sharedInstance] setCategory:AVAudioSessionCategoryPlayback error:nil];
    [[AVAudioSession sharedInstance] setActive:YES error:nil];
    MPRemoteCommandCenter *center = [⟦MPRemoteCommandCenter sharedCommandCenter⟧];
    [center.playCommand addTarget:self action:@selector(play)];
}

@end
`,
    ],
    nearMisses: [
      `import AVFAudio

func prepareVideo() throws {
  try AVAudioSession.sharedInstance().setCategory(.playback, mode: .moviePlayback)
}
`,
      `import AVFAudio
import MediaPlayer

func preparePreview() throws {
  try AVAudioSession.sharedInstance().setCategory(.ambient)
  MPNowPlayingInfoCenter.default().nowPlayingInfo = nil
}
`,
      `#import <AVFoundation/AVFoundation.h>
#import <MediaPlayer/MediaPlayer.h>

@implementation Preview

- (void)prepare {
    [[AVAudioSession sharedInstance] setCategory:AVAudioSessionCategoryAmbient error:nil];
    [MPNowPlayingInfoCenter defaultCenter].nowPlayingInfo = nil;
}

@end
`,
    ],
  },
  {
    entry: 'audio-airplay',
    mode: 'audio',
    needs: [
      `import AVKit

func makeRouteButton() -> AVRoutePickerView {
  ⟦AVRoutePickerView⟧(frame: .zero)
}
`,
      `import AVFoundation

final class Screen {
  func enableAirPlay(_ player: AVPlayer) {
    player.⟦allowsExternalPlayback⟧ = true
  }
}
`,
      `#import <AVKit/AVKit.h>

@implementation Screen

- (void)addRouteButton {
    AVRoutePickerView *button = [[⟦AVRoutePickerView⟧ alloc] initWithFrame:CGRectZero];
    [self.view addSubview:button];
}

@end
`,
    ],
    nearMisses: [
      `import AVFoundation

func silence(_ player: AVPlayer) {
  player.allowsExternalPlayback = false
}
`,
      `struct Policy {
  var allowsExternalPlayback = false
}

func relax(_ policy: inout Policy) {
  policy.allowsExternalPlayback = true
}
`,
      `#import <AVFoundation/AVFoundation.h>

@implementation Screen

- (void)stop:(AVPlayer *)player {
    player.allowsExternalPlayback = NO;
}

@end
`,
    ],
  },
  {
    entry: 'audio-ima-ads',
    mode: 'audio',
    needs: [
      `import GoogleInteractiveMediaAds

func makeSettings() -> IMASettings {
  let settings = IMASettings()
  settings.⟦enableBackgroundPlayback⟧ = true
  return settings
}
`,
      `#import <GoogleInteractiveMediaAds/GoogleInteractiveMediaAds.h>

@implementation AdController

- (void)configure:(IMASettings *)settings {
    settings.⟦enableBackgroundPlayback⟧ = YES;
}

@end
`,
    ],
    nearMisses: [
      `import GoogleInteractiveMediaAds

func configure(_ settings: IMASettings) {
  settings.enableBackgroundPlayback = false
}
`,
      `#import <Foundation/Foundation.h>

@interface StoreSettings : NSObject
@property (nonatomic) BOOL enableBackgroundPlayback;
@end

@implementation AdController

- (void)configure:(StoreSettings *)settings {
    settings.enableBackgroundPlayback = YES;
}

@end
`,
    ],
  },
  {
    entry: 'audio-jw-ads',
    mode: 'audio',
    needs: [
      `import JWPlayerKit

func makeAdSettings() -> JWAdSettings {
  JWAdSettingsBuilder().skipText("Skip").⟦allowsBackgroundPlayback⟧(true).build()
}
`,
      `#import <JWPlayerKit/JWPlayerKit.h>

@implementation AdController

- (void)configure:(JWAdSettingsBuilder *)builder {
    [builder ⟦allowsBackgroundPlayback⟧:YES];
}

@end
`,
    ],
    nearMisses: [
      `import JWPlayerKit

func makeAdSettings() -> JWAdSettings {
  JWAdSettingsBuilder().allowsBackgroundPlayback(false).build()
}
`,
      `#import <JWPlayerKit/JWPlayerKit.h>

@implementation AdController

- (void)configure:(JWAdSettingsBuilder *)builder {
    [builder allowsBackgroundPlayback:NO];
}

@end
`,
    ],
  },
];
