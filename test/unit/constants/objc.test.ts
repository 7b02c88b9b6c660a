/** Constants of Objective-C: what a value is where it is passed. */
import { beforeAll, describe, expect, it } from 'vitest';
import { loadGrammars } from '../../support/code-rules';
import { shownIn } from '../../support/constants';

beforeAll(loadGrammars);

function objc(code: string, others: Readonly<Record<string, string>> = {}): readonly string[] {
  return shownIn({ 'main.m': code, ...others });
}

/** The value of `expr` in a method of `Uploader`, after `statements`. */
function local(statements: string, expr = 'value'): string {
  return objc(
    `@implementation Uploader\n- (void)run:(BOOL)flag {\n${statements}\n[x here:${expr}];\n}\n@end`,
  ).join();
}

describe('an expression', () => {
  it.each([
    ['"a"', '@"a"'],
    ['"ab"', '@"a" "b"'],
    ['true', 'YES'],
    ['nil', 'nil'],
    ['playback', 'AVAudioSessionCategoryPlayback'],
    ['voIP', 'PKPushTypeVoIP'],
    ['"⟨bundle⟩"', '[[NSBundle mainBundle] bundleIdentifier]'],
    ['"⟨bundle⟩"', 'NSBundle.mainBundle.bundleIdentifier'],
    ['"⟨bundle⟩"', '[[NSBundle mainBundle] objectForInfoDictionaryKey:@"CFBundleIdentifier"]'],
    ['"⟨bundle⟩"', '[[NSBundle mainBundle] infoDictionary][@"CFBundleIdentifier"]'],
    ['?', '[[NSBundle bundleForClass:self.class] bundleIdentifier]'],
    ['"⟨bundle⟩.a"', '[NSString stringWithFormat:@"%@.a", NSBundle.mainBundle.bundleIdentifier]'],
    ['"⟨bundle⟩.a"', '[[[NSBundle mainBundle] bundleIdentifier] stringByAppendingString:@".a"]'],
    ['"100%"', '[NSString stringWithFormat:@"%@%%", @"100"]'],
    ['?', '[NSString stringWithFormat:@"%d", 1]'],
    ['"a" | "b"', 'flag ? @"a" : @"b"'],
    ['{voIP}', '[NSSet setWithObject:PKPushTypeVoIP]'],
    ['{voIP, complication}', '[NSSet setWithObjects:PKPushTypeVoIP, PKPushTypeComplication, nil]'],
    ['{voIP}', '[NSSet setWithArray:@[PKPushTypeVoIP]]'],
    ['{voIP}', '[[NSSet alloc] initWithObjects:PKPushTypeVoIP, nil]'],
    [
      '{mixWithOthers, duckOthers}',
      'AVAudioSessionCategoryOptionMixWithOthers | AVAudioSessionCategoryOptionDuckOthers',
    ],
    ['?', '[self other]'],
    ['?', '@{@"a": @"b"}[@"a"]'],
  ])('is %s for %s', (expected, expr) => {
    expect(local('', expr)).toBe(expected);
  });
});

describe('strings next to each other', () => {
  it.each([
    ['"a.b"', 'LONG'],
    ['"a.b.c"', 'LONG @".c"'],
    ['"c.a"', '@"c." SHORT'],
    ['?', 'OTHER @".c"'],
  ])('are %s for %s', (expected, expr) => {
    const defines = '#define SHORT @"a"\n#define LONG SHORT @".b"\n';
    expect(objc(`${defines}@implementation A\n- (void)run { [x here:${expr}]; }\n@end`)).toEqual([expected]);
  });
});

describe('a local', () => {
  it.each([
    ['"a"', 'NSString *value = @"a";'],
    ['"a" | "b"', 'NSString *value;\nif (flag) { value = @"a"; } else { value = @"b"; }'],
    ['"b"', 'NSString *value = @"a";\nvalue = @"b";'],
    ['"a" | "b"', 'NSString *value = flag ? @"a" : @"b";'],
    ['{voIP}', 'NSMutableSet *value = [NSMutableSet set];\n[value addObject:PKPushTypeVoIP];'],
    [
      '{mixWithOthers, duckOthers}',
      'AVAudioSessionCategoryOptions value = AVAudioSessionCategoryOptionMixWithOthers;\nvalue |= AVAudioSessionCategoryOptionDuckOthers;',
    ],
    [
      '{mixWithOthers, duckOthers} | {mixWithOthers}',
      'AVAudioSessionCategoryOptions value = 0;\nvalue |= AVAudioSessionCategoryOptionMixWithOthers;\nif (flag) value |= AVAudioSessionCategoryOptionDuckOthers;',
    ],
    ['?', 'NSString *value = nil;\n[self load:&value];'],
    ['?', '__block NSString *value = @"a";\n[self run:^{ value = @"b"; }];'],
  ])('is %s after %j', (expected, statements) => {
    expect(local(statements)).toBe(expected);
  });
});

describe('a declaration', () => {
  it.each([
    ['"a"', 'NSString *const TaskID = @"a";', 'TaskID'],
    ['"a"', 'static NSString *const TaskID = @"a";', 'TaskID'],
    ['"a"', 'static NSString * TaskID = @"a";', 'TaskID'],
    ['"a"', 'NSString *TaskID = @"a";', 'TaskID'],
    ['?', 'NSString *TaskID = @"a";\nvoid f(void) { TaskID = @"b"; }', 'TaskID'],
    ['"a"', '#define First @"a"\n#define Second (First)\n#define TaskID Second', 'TaskID'],
    ['"a"', '#define TASK_ID @"a"', 'TASK_ID'],
    ['"a"', '#define TASK_ID (@"a")', 'TASK_ID'],
    ['"a"', '#define BASE @"a"\n#define TASK_ID BASE', 'TASK_ID'],
    ['?', '#define TASK_ID make(@"a")', 'TASK_ID'],
    ['"a" | "b"', '#if DEBUG\n#define TASK_ID @"a"\n#else\n#define TASK_ID @"b"\n#endif', 'TASK_ID'],
    ['"a"', '@implementation Keys\n+ (NSString *)task { return @"a"; }\n@end', '[Keys task]'],
    ['"a"', '@implementation Keys\n+ (NSString *)task { return @"a"; }\n@end', 'Keys.task'],
    [
      '"x.a"',
      '@implementation Keys\n+ (NSString *)taskNamed:(NSString *)n { return [@"x." stringByAppendingString:n]; }\n@end',
      '[Keys taskNamed:@"a"]',
    ],
    ['"a"', 'static NSString *task(void) { return @"a"; }', 'task()'],
    [
      'playback',
      'static AVAudioSessionCategory const Category = AVAudioSessionCategoryPlayback;',
      'Category',
    ],
  ])('gives %s for %j', (expected, declaration, expr) => {
    const code = `${declaration}\n@implementation A\n- (void)run { [x here:${expr}]; }\n@end`;
    expect(objc(code).join()).toBe(expected);
  });
});

describe('a name of another file', () => {
  const use = '@implementation A\n- (void)run { [x here:TaskID]; }\n@end';

  it('is found behind extern', () => {
    const others = { 'keys.h': 'extern NSString *const TaskID;', 'keys.m': 'NSString *const TaskID = @"a";' };
    expect(objc(use, others)).toEqual(['"a"']);
  });

  it('is found in a header', () => {
    expect(objc(use, { 'keys.h': '#define TaskID @"a"' })).toEqual(['"a"']);
  });

  it('is not seen when it is static there', () => {
    expect(objc(use, { 'keys.m': 'static NSString *const TaskID = @"a";' })).toEqual(['?']);
  });

  it('is unknown when two files disagree', () => {
    expect(objc(use, { 'a.h': '#define TaskID @"a"', 'b.h': '#define TaskID @"b"' })).toEqual(['?']);
    expect(objc(use, { 'a.h': '#define TaskID @"a"', 'b.h': '#define TaskID @"a"' })).toEqual(['"a"']);
  });

  it('is Swift just as well', () => {
    const code = '@implementation A\n- (void)run { [x here:Keys.task]; [x here:[Keys task]]; }\n@end';
    expect(objc(code, { 'keys.swift': 'class Keys: NSObject { @objc static let task = "a" }' })).toEqual([
      '"a"',
      '"a"',
    ]);
  });
});

describe('a parameter', () => {
  it('is what is passed, and possibly something else', () => {
    const code =
      '@implementation A\n- (void)start:(NSString *)task { [x here:task]; }\n- (void)run { [self start:@"a"]; }\n@end';
    expect(objc(code)).toEqual(['"a" | ?']);
  });
});
