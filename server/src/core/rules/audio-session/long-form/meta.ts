import { appPlist, stringArray, watchPlist } from '../../example-files';
import type { RuleExample, RuleMeta } from '../../types';
import { swiftSession } from '../example-code';

const audio = stringArray('UIBackgroundModes', ['audio']);
const plist = (more = ''): RuleExample['files'] => ({ 'Info.plist': appPlist(audio + more) });
const video = 'try session.setCategory(.playback, mode: .moviePlayback, policy: ⟦.longFormVideo⟧)';

function cinema(policy: string): string {
  return `#import <AVFoundation/AVFoundation.h>

@implementation Cinema

- (void)prepare {
    [[AVAudioSession sharedInstance] setCategory:AVAudioSessionCategoryPlayback
                                            mode:AVAudioSessionModeMoviePlayback
                              routeSharingPolicy:${policy}
                                         options:0
                                           error:nil];
}

@end
`;
}

const examples: readonly RuleExample[] = [
  {
    kind: 'bad',
    entry: 'watch-activation',
    files: {
      'Info.plist': watchPlist(''),
      ...swiftSession(`#if os(watchOS)
try session.setCategory(.playback, mode: .default, policy: .longFormAudio, options: [])
try session.⟦setActive⟧(true)
#endif`),
    },
  },
  {
    kind: 'good',
    entry: 'watch-activation',
    files: swiftSession(`#if os(watchOS)
try session.setCategory(.playback, mode: .default, policy: .longFormAudio, options: [])
session.activate(options: []) { isActive, _ in print(isActive) }
#endif`),
  },
  {
    kind: 'near-miss',
    entry: 'watch-activation',
    note: 'the other branch',
    files:
      swiftSession(`try session.setCategory(.playback, mode: .default, policy: .longFormAudio, options: [])
#if os(watchOS)
session.activate(options: []) { isActive, _ in print(isActive) }
#else
try session.setActive(true)
#endif`),
  },
  { kind: 'bad', entry: 'initial-route-policy', files: { ...plist(), ...swiftSession(video) } },
  {
    kind: 'good',
    entry: 'initial-route-policy',
    files: {
      ...plist('<key>AVInitialRouteSharingPolicy</key>\n<string>LongFormVideo</string>\n'),
      ...swiftSession(video.replace(/[⟦⟧]/g, '')),
    },
  },
  {
    kind: 'near-miss',
    entry: 'initial-route-policy',
    files: {
      ...plist(),
      ...swiftSession('try session.setCategory(.playback, mode: .default, policy: .longFormAudio)'),
    },
  },
  {
    kind: 'bad',
    entry: 'initial-route-policy',
    files: {
      ...plist(),
      'Cinema.m': cinema('⟦AVAudioSessionRouteSharingPolicyLongFormVideo⟧'),
    },
  },
  {
    kind: 'good',
    entry: 'initial-route-policy',
    files: {
      ...plist('<key>AVInitialRouteSharingPolicy</key>\n<string>LongFormVideo</string>\n'),
      'Cinema.m': cinema('AVAudioSessionRouteSharingPolicyLongFormVideo'),
    },
  },
];

export const meta: RuleMeta = {
  id: 'long-form-policy-incomplete',
  family: 'audio-session',
  title: 'Long-form policy without what belongs to it',
  why: 'A long-form policy is half of the set-up. On watchOS the session has to be activated asynchronously, so that people can choose where to listen. On iOS apps for video announce the policy in the Info.plist as well.',
  consequence: 'silent-failure',
  severity: 'warning',
  confidence: 'high',
  tier: 2,
  languages: ['swift', 'objc', 'plist'],
  scope: 'target',
  needs: ['info-plist', 'platform'],
  minOS: 'watchOS 5.0',
  fix: 'On watchOS call activate(options:completionHandler:) instead of setActive. For longFormVideo add AVInitialRouteSharingPolicy with LongFormVideo to the Info.plist.',
  sources: [
    'https://developer.apple.com/documentation/avfaudio/avaudiosession',
    'https://docs.rs/objc2-avf-audio/latest/objc2_avf_audio/struct.AVAudioSessionCategoryOptions.html',
  ],
  entries: [
    {
      key: 'watch-activation',
      title: 'Long-form audio of watchOS activated with setActive',
      severity: 'error',
      why: 'activate(options:completionHandler:) lets people choose a route before it answers. setActive does not ask, and fails where a route has to be chosen.',
    },
    {
      key: 'initial-route-policy',
      title: 'longFormVideo without AVInitialRouteSharingPolicy',
      severity: 'information',
      minOS: 'iOS 13.0',
      why: 'The key tells the system before any code runs that the app plays long videos, so that they go to the right screen from the start.',
    },
  ],
  examples,
};
