/** Small classes that set up the audio session, for the examples of the family. */
import type { RuleExample } from '../types';

type Files = RuleExample['files'];

/** Swift statements in a method that throws; `session` is the audio session. */
export function swiftSession(body: string, members = ''): Files {
  return {
    'Player.swift': `import AVFoundation

final class Player {
  let session = AVAudioSession.sharedInstance()
${members === '' ? '' : `${members.trim().replace(/^/gm, '  ')}\n`}
  func prepare() throws {
${body.trim().replace(/^/gm, '    ')}
  }
}
`,
  };
}

/** Objective-C statements in a method; `session` is the audio session, `error` an NSError. */
export function objcSession(body: string): Files {
  return {
    'Player.m': `#import <AVFoundation/AVFoundation.h>

@implementation Player

- (void)prepare {
    AVAudioSession *session = [AVAudioSession sharedInstance];
    NSError *error = nil;
${body.trim().replace(/^/gm, '    ')}
}

@end
`,
  };
}
