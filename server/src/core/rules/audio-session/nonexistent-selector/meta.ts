import type { RuleExample, RuleMeta } from '../../types';
import { objcSession } from '../example-code';

const examples: readonly RuleExample[] = [
  {
    kind: 'bad',
    files: objcSession(
      '[session ⟦setCategory⟧:AVAudioSessionCategoryPlayback options:AVAudioSessionCategoryOptionDuckOthers error:&error];',
    ),
  },
  {
    kind: 'good',
    files: objcSession(
      '[session setCategory:AVAudioSessionCategoryPlayback withOptions:AVAudioSessionCategoryOptionDuckOthers error:&error];',
    ),
  },
  {
    kind: 'near-miss',
    note: 'a class of the app',
    files: {
      'Player.m': `#import "AudioBox.h"

@implementation Player

- (void)prepare:(AudioBox *)box {
    [box setCategory:self.category options:0 error:nil];
}

@end
`,
    },
  },
];

export const meta: RuleMeta = {
  id: 'nonexistent-audio-session-selector',
  family: 'audio-session',
  title: 'setCategory:options:error: does not exist',
  why: 'AVAudioSession declares setCategory:withOptions:error: and setCategory:mode:options:error:. The form between the two is found in guides of player frameworks, and in no SDK.',
  consequence: 'misconception',
  severity: 'error',
  confidence: 'high',
  tier: 2,
  languages: ['objc'],
  scope: 'file',
  needs: [],
  fix: 'Write withOptions: instead of options:.',
  sources: ['https://developer.apple.com/documentation/avfaudio/avaudiosession'],
  entries: [],
  examples,
};
