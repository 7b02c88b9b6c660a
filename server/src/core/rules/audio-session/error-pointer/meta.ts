import type { RuleExample, RuleMeta } from '../../types';
import { objcSession } from '../example-code';

const examples: readonly RuleExample[] = [
  {
    kind: 'bad',
    files: objcSession(`[session setCategory:AVAudioSessionCategoryPlayback error:&error];
if (⟦error⟧) {
    NSLog(@"%@", error);
}`),
  },
  {
    kind: 'bad',
    note: 'another statement in between, and the other way round',
    files: objcSession(`[session setPreferredSampleRate:44100 error:&error];
NSLog(@"Sample rate: %f", session.sampleRate);
if (⟦error⟧ == nil) {
    [session setActive:YES error:nil];
}`),
  },
  {
    kind: 'bad',
    note: 'the call is made in a branch, the error tested behind it',
    files: objcSession(`if (self.isQuiet) {
    [session setCategory:AVAudioSessionCategoryAmbient error:&error];
} else {
    [session setCategory:AVAudioSessionCategoryPlayback error:&error];
}
if (⟦!error⟧) {
    [self play];
}`),
  },
  {
    kind: 'good',
    files: objcSession(`if (![session setCategory:AVAudioSessionCategoryPlayback error:&error]) {
    NSLog(@"%@", error);
}`),
  },
  {
    kind: 'near-miss',
    files: objcSession(`BOOL isSet = [session setCategory:AVAudioSessionCategoryPlayback error:&error];
if (!isSet && error) {
    NSLog(@"%@", error);
}`),
  },
  {
    kind: 'near-miss',
    note: 'the branch with the call does not get to the test',
    files: objcSession(`if (self.isQuiet) {
    [session setCategory:AVAudioSessionCategoryAmbient error:&error];
    return;
}
self.player = [[AVAudioPlayer alloc] initWithContentsOfURL:self.url error:&error];
if (error) { return; }`),
  },
  {
    kind: 'near-miss',
    note: 'the error of another call',
    files: objcSession(`[session setActive:YES error:&error];
self.player = [[AVAudioPlayer alloc] initWithContentsOfURL:self.url error:&error];
if (error) { return; }`),
  },
];

export const meta: RuleMeta = {
  id: 'error-pointer-tested-instead-of-result',
  family: 'audio-session',
  title: 'Success tested through the NSError instead of the result',
  why: 'Methods of Cocoa that return a BOOL say by it, and by it alone, whether they worked. The error is only meaningful after NO: it may be left as it was, or hold something after YES. The setters of the audio session are such methods.',
  consequence: 'silent-failure',
  severity: 'information',
  confidence: 'high',
  tier: 2,
  languages: ['objc'],
  scope: 'file',
  needs: [],
  fix: 'Test the result: if (![session setActive:YES error:&error]) { … }.',
  sources: [
    'https://developer.apple.com/library/archive/documentation/Cocoa/Conceptual/ErrorHandlingCocoa/CreateCustomizeNSError/CreateCustomizeNSError.html',
    'https://developer.apple.com/documentation/avfaudio/avaudiosession',
  ],
  entries: [],
  examples,
};
