/** Closures and local functions that complete a value: what they leave open, and what is none of their business. */
import { beforeAll, describe, expect, test } from 'vitest';
import { allRules } from '../../server/src/core/rules';
import { loadGrammars, parseFile, runRules } from '../support/code-rules';
import { objcPush, swiftPush } from '../support/duty-programs';
import { markedPlaces, withoutMarks } from '../support/examples';

const rules = allRules.filter(({ meta }) => meta.id === 'fetch-completion-not-called');

beforeAll(loadGrammars);

/** Findings are at the marks, and nowhere else. */
function check(text: string): void {
  const marked = { [text.startsWith('#import') ? 'File.m' : 'File.swift']: text };
  const files = withoutMarks(marked);
  for (const [name, source] of Object.entries(files)) expect(parseFile(name, source).errors).toEqual([]);
  const found = runRules(rules, files).map(({ uri, range }) => `${uri}:${range.start}`);
  expect(found.toSorted()).toEqual(markedPlaces(marked).toSorted());
}

const objcWork = `    dispatch_block_t work = ^{
        if (![self.mail loadNow]) { LEFT; }
        finish(UIBackgroundFetchResultNewData);
    };
`;
const swiftWork = `    func work() {
      guard Mail.shared.loadNow() else { LEFT }
      finish(.newData)
    }
`;
const open = (text: string) => text.replace('LEFT', '⟦return');
const fine = (text: string) => text.replace('LEFT', 'return');

describe('what runs once leaves the value open', () => {
  test.each([
    ['a block that is called', '    work();'],
    ['a block on a queue', '    dispatch_async(self.queue, work);'],
    [
      'a block on a queue in a queue',
      '    dispatch_async(self.queue, ^{ [self log]; dispatch_async(dispatch_get_main_queue(), work); });',
    ],
    ['a block that is called on a queue', '    dispatch_async(self.queue, ^{ work(); });'],
  ])('%s', (_title, use) => check(objcPush(open(objcWork) + use)));

  test('a block that is assigned later', () => {
    const text = objcWork.replace('dispatch_block_t work =', 'dispatch_block_t work;\n    work =');
    check(objcPush(`${open(text)}    work();`));
  });

  test.each([
    ['a local function that is called', '    work()'],
    ['a local function on a queue', '    DispatchQueue.main.async(execute: work)'],
    ['a local function in a task', '    Task { work() }'],
  ])('%s', (_title, use) => check(swiftPush(open(swiftWork) + use)));
});

describe('nothing is said about', () => {
  test.each([
    ['a block that is run twice', '    dispatch_async(self.queue, work);\n    work();'],
    ['a block that others run', '    [self.mail load:work];'],
    [
      'a block on a queue that another one completes for',
      '    dispatch_async(self.queue, work);\n    finish(UIBackgroundFetchResultNoData);',
    ],
    [
      'a block that runs for each',
      '    [userInfo.allKeys enumerateObjectsUsingBlock:^(id key, NSUInteger i, BOOL *stop) { work(); }];',
    ],
    ['a block that is stored', '    self.work = work;'],
    ['a block in an array', '    [self.all addObject:work];'],
  ])('%s', (_title, use) => check(objcPush(fine(objcWork) + use)));

  test('blocks that wait for each other', () => {
    check(
      objcPush(`    __block NSUInteger left = 2;
    void (^done)(void) = ^{
        if (--left > 0) { return; }
        finish(UIBackgroundFetchResultNewData);
    };
    [self.mail loadWithCompletion:^(NSError *error) { done(); }];
    [self.news loadWithCompletion:^(NSError *error) { done(); }];`),
    );
  });

  test.each([
    ['a local function that is called twice', '    if Mail.shared.isReady { work() } else { work() }'],
    ['a local function that calls itself', '    Mail.shared.wait(work)'],
  ])('%s', (_title, use) => check(swiftPush(fine(swiftWork) + use)));
});

describe('an expression made of statements', () => {
  test('leaves a value alone that it does not mention', () => {
    check(
      objcPush(`    NSString *kind = ({ NSString *raw = userInfo[@"kind"]; raw ?: @""; });
    if (!kind.length) { ⟦return; }
    finish(UIBackgroundFetchResultNewData);`),
    );
    check(
      swiftPush(`    let kind = if let raw = userInfo["kind"] as? String { raw } else { "" }
    if kind.isEmpty { ⟦return }
    finish(.newData)`),
    );
  });

  test('may complete a value that it mentions', () => {
    check(
      objcPush(`    BOOL isNew = ({ finish(UIBackgroundFetchResultNewData); YES; });
    if (isNew) { return; }
    [self log];`),
    );
  });
});
