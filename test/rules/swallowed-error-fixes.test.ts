/** Fixes of errors that Objective-C throws away: the code around them has names and colons of its own. */
import { beforeAll, describe, expect, it } from 'vitest';
import { fixAll } from '../../server/src/core/features/fix-all';
import { swallowedErrorRule } from '../../server/src/core/rules/lifecycle/swallowed-error';
import { applyEdits } from '../../server/src/core/text';
import { fixed, loadGrammars, parseFile, runRules } from '../support/code-rules';

beforeAll(loadGrammars);

const frame = (body: string): string =>
  `#import <AVFoundation/AVFoundation.h>\n@implementation Player\n- (void)prepare {\n    AVAudioSession *session = [AVAudioSession sharedInstance];\n${body}}\n@end\n`;

const findings = (text: string) => runRules([swallowedErrorRule], { 'a.m': text });

function fix(body: string): string | undefined {
  const text = frame(body);
  const [finding] = findings(text);
  if (finding === undefined) throw new Error('Nothing found');
  if (finding.fixes.length === 0) return undefined;
  const after = fixed({ 'a.m': text }, finding)['a.m'] ?? '';
  expect(parseFile('a.m', after).errors).toEqual([]);
  expect(findings(after).length).toBe(findings(text).length - 1);
  return after;
}

const log = '        NSLog(@"Could not set up the audio session: %@", error);\n    }\n';

describe('logging an error', () => {
  it('keeps the colons of a message in line', () => {
    expect(
      fix(
        '    [session setCategory:AVAudioSessionCategoryPlayback\n             withOptions:0\n                   error:nil];\n',
      ),
    ).toBe(
      frame(
        `    NSError *error = nil;\n    if (![session setCategory:AVAudioSessionCategoryPlayback\n                  withOptions:0\n                        error:&error]) {\n${log}`,
      ),
    );
  });

  it('uses the error that is declared already', () => {
    const before = '    NSError *error = nil;\n    [self load:&error];\n';
    expect(fix(`${before}    [session setActive:YES error:nil];\n`)).toBe(
      frame(`${before}    if (![session setActive:YES error:&error]) {\n${log}`),
    );
  });

  it.each([
    [
      'read afterwards',
      '    NSError *error = nil;\n    [session setActive:YES error:nil];\n    if (error) [self stop];\n',
    ],
    [
      'declared later',
      '    [session setActive:YES error:nil];\n    NSError *error = nil;\n    [self load:&error];\n',
    ],
    [
      'declared in another block',
      '    if (self.isReady) {\n        NSError *error = nil;\n        [self load:&error];\n    }\n    [session setActive:YES error:nil];\n',
    ],
    [
      'of the method around the block',
      '    NSError *error = nil;\n    dispatch_async(self.queue, ^{\n        [session setActive:YES error:nil];\n    });\n',
    ],
  ])('is not offered when an error is %s', (_title, body) => {
    expect(fix(body)).toBeUndefined();
  });

  it('declares one error for all fixes that are done together', () => {
    const calls =
      '    [session setCategory:AVAudioSessionCategoryPlayback error:nil];\n    [session setActive:YES error:nil];\n';
    const text = frame(calls);
    const [edit] = fixAll(findings(text)) ?? [];
    const once = applyEdits(text, edit?.edits ?? []);
    expect(once.match(/NSError \*error/g)).toHaveLength(1);
    const [rest] = fixAll(findings(once)) ?? [];
    const twice = applyEdits(once, rest?.edits ?? []);
    expect(twice.match(/NSError \*error/g)).toHaveLength(1);
    expect(findings(twice)).toEqual([]);
  });
});
