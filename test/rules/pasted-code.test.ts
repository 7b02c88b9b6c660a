/** Code that was copied in part: what a rule needs is there, only braces are missing. */
import { describe, expect, it } from 'vitest';
import { checkFiles } from '../support/check-files';

const swift = `import AVFAudio

func prepare(
    for category: AVAudioSession.Category,
    with options: AVAudioSession.CategoryOptions = [.allowAirPlay, .allowBluetooth])
    do {
        let session = AVAudioSession.sharedInstance()
        if isQuiet {
            try session.setCategory(category, mode: .default, options: options)
        } else {
            try session.setCategory(category, options: options)
        try session.setActive(true)
    } catch {
        print(error)

prepare(for: .playback)
prepare(for: .playAndRecord)
`;

const objc = `#import <AVFoundation/AVFoundation.h>

@interface Sound : NSObject
+ (void)prepare:(AVAudioSessionCategory)category;

@implementation Sound

+ (void)prepare:(AVAudioSessionCategory)category {
    [self prepare:category with:AVAudioSessionCategoryOptionAllowBluetooth];

+ (void)prepare:(AVAudioSessionCategory)category with:(AVAudioSessionCategoryOptions)options {
    AVAudioSession *session = [AVAudioSession sharedInstance];
    NSError *error = nil;
    if (isQuiet) {
        [session setCategory:category mode:AVAudioSessionModeDefault options:options error:&error];
    } else {
        [session setCategory:category options:options error:&error];
    if (!error) {
        [session setActive:YES error:&error];
    if (error) {
        NSLog(@"%@", error);
`;

async function found(path: string, text: string): Promise<string[]> {
  const { findings, errors } = await checkFiles({
    [path]: text,
    'Info.plist':
      '<plist version="1.0"><dict><key>CFBundleIdentifier</key><string>a.b</string><key>CFBundlePackageType</key><string>APPL</string></dict></plist>',
  });
  expect(errors).toEqual([]);
  return findings.map(
    ({ rule, entry, range }) => `${rule}${entry ? `/${entry}` : ''} ${text.slice(range.start, range.end)}`,
  );
}

const inSwift = [
  'audio-options-unsafe-default .allowAirPlay',
  'audio-options-unsafe-default .allowBluetooth',
  'deprecated-background-api/allow-bluetooth .allowBluetooth',
];

const inObjc = [
  'deprecated-background-api/allow-bluetooth AVAudioSessionCategoryOptionAllowBluetooth',
  'nonexistent-audio-session-selector setCategory',
  'error-pointer-tested-instead-of-result !error',
  'error-pointer-tested-instead-of-result error',
];

describe('code that lacks braces', () => {
  it('is judged like whole code in Swift', async () => {
    const whole = swift
      .replace('])\n', ']) {\n')
      .replace('        try session.setActive', '        }\n        try session.setActive')
      .replace('print(error)\n', 'print(error)\n    }\n}\n');
    expect(await found('a.swift', whole)).toEqual(inSwift);
    expect(await found('a.swift', swift)).toEqual(inSwift);
  });

  it('is judged like whole code in Objective-C', async () => {
    const whole = objc
      .replace('category;\n', 'category;\n@end\n')
      .replace('Bluetooth];\n', 'Bluetooth];\n}\n')
      .replace('    if (!error)', '    }\n    if (!error)')
      .replace('    if (error)', '    }\n    if (error)')
      .concat('    }\n}\n@end\n');
    expect(await found('a.m', whole)).toEqual(inObjc);
    expect(await found('a.m', objc)).toEqual(inObjc);
  });

  it('says nothing of a task that may be ended in what is missing', async () => {
    const text = `@implementation Saver
- (void)save {
    UIBackgroundTaskIdentifier task = [[UIApplication sharedApplication] beginBackgroundTaskWithExpirationHandler:nil];
    if (self.isReady) {
        [self write];
`;
    const rules = async (written: string) =>
      (await found('a.m', written)).map((finding) => finding.split(' ')[0]);
    const never = expect.stringMatching(/^background-task-not-ended/);
    expect(await rules(`${text}    }\n}\n@end\n`)).toContainEqual(never);
    expect(await rules(text)).not.toContainEqual(never);
  });
});
