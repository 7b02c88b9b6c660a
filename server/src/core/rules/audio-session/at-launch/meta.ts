import type { RuleExample, RuleMeta } from '../../types';

function appDelegate(body: string): RuleExample['files'] {
  return {
    'AppDelegate.swift': `import AVFAudio
import UIKit

final class AppDelegate: UIResponder, UIApplicationDelegate {
  let session = AVAudioSession.sharedInstance()

  func application(_ application: UIApplication, didFinishLaunchingWithOptions options: [UIApplication.LaunchOptionsKey: Any]?) -> Bool {
${body.trim().replace(/^/gm, '    ')}
    return true
  }
}
`,
  };
}

const examples: readonly RuleExample[] = [
  {
    kind: 'bad',
    files: appDelegate(
      'try? session.setCategory(.playback, mode: .spokenAudio)\ntry? session.⟦setActive⟧(true)',
    ),
  },
  {
    kind: 'bad',
    files: {
      'RadioApp.swift': `import AVFAudio
import SwiftUI

@main
struct RadioApp: App {
  init() {
    do {
      try AVAudioSession.sharedInstance().setCategory(.playback)
      try AVAudioSession.sharedInstance().⟦setActive⟧(true)
    } catch { print(error) }
  }
  var body: some Scene { WindowGroup { ContentView() } }
}
`,
    },
  },
  { kind: 'good', files: appDelegate('try? session.setCategory(.playback, mode: .spokenAudio)') },
  {
    kind: 'near-miss',
    note: 'mixes with other audio',
    files: appDelegate(
      'try? session.setCategory(.playback, options: .mixWithOthers)\ntry? session.setActive(true)',
    ),
  },
  {
    kind: 'near-miss',
    note: 'plays at once',
    files: appDelegate('try? session.setCategory(.playback)\ntry? session.setActive(true)\nradio.play()'),
  },
  {
    kind: 'near-miss',
    note: 'later, when somebody has pressed a button',
    files: appDelegate(`try? session.setCategory(.playback)
Player.shared.onPlay = { [session] in try? session.setActive(true) }`),
  },
  {
    kind: 'bad',
    files: {
      'AppDelegate.m': `#import <AVFoundation/AVFoundation.h>

@implementation AppDelegate

- (BOOL)application:(UIApplication *)application didFinishLaunchingWithOptions:(NSDictionary *)launchOptions {
    AVAudioSession *session = [AVAudioSession sharedInstance];
    [session setCategory:AVAudioSessionCategoryPlayAndRecord error:nil];
    [session ⟦setActive⟧:YES error:nil];
    return YES;
}

@end
`,
    },
  },
  {
    kind: 'good',
    files: {
      'AppDelegate.m': `#import <AVFoundation/AVFoundation.h>

@implementation AppDelegate

- (BOOL)application:(UIApplication *)application didFinishLaunchingWithOptions:(NSDictionary *)launchOptions {
    [[AVAudioSession sharedInstance] setCategory:AVAudioSessionCategoryPlayAndRecord error:nil];
    return YES;
}

@end
`,
    },
  },
];

export const meta: RuleMeta = {
  id: 'audio-session-activated-at-launch',
  family: 'audio-session',
  title: 'Session that stops other audio is activated at launch',
  why: 'Activating a session that does not mix stops the music or podcast that is playing, even when nobody wants to hear anything from this app yet. The category may be set early; the activation belongs to the moment when playback starts.',
  consequence: 'misconception',
  severity: 'information',
  confidence: 'medium',
  tier: 2,
  languages: ['swift', 'objc'],
  scope: 'file',
  needs: ['constants'],
  fix: 'Activate the session where playback or recording starts.',
  sources: ['https://developer.apple.com/documentation/avfoundation/configuring-your-app-for-media-playback'],
  entries: [],
  examples,
};
