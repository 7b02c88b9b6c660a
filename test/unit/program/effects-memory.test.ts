import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { summariseEffects } from '../../../server/src/core/program/effects';
import { EffectsMemory } from '../../../server/src/core/program/effects-memory';
import { parseObjc } from '../../../server/src/core/program/parse-objc';
import { parseSwift } from '../../../server/src/core/program/parse-swift';
import { TreeParser } from '../../../server/src/core/syntax/parser';
import { testWasm } from '../../support/wasm';

const parser = new TreeParser(testWasm);
await Promise.all([parser.load('swift'), parser.load('objc')]);

const swift = `import UIKit
class Store {
  var task: UIBackgroundTaskIdentifier = .invalid
  var app: UIApplication { UIApplication.shared }
  func begin() { task = app.beginBackgroundTask { self.end() } }
  func end() { app.endBackgroundTask(task) }
  func save(done: @escaping () -> Void) { var id = task; queue.async { done(); self.app.endBackgroundTask(id) } }
  func give() -> UIBackgroundTaskIdentifier { return task }
  func lend() -> UIBackgroundTaskIdentifier { let id = app.beginBackgroundTask(withName: "x"); return id }
}
func run(_ work: () -> Void) {
  work()
}
`;

const objc = `#import <UIKit/UIKit.h>
@implementation Store
- (void)begin { self.task = [UIApplication.sharedApplication beginBackgroundTaskWithExpirationHandler:^{ [self end]; }]; }
- (void)end { [[UIApplication sharedApplication] endBackgroundTask:self.task]; }
- (void)save:(void (^)(void))done { dispatch_async(queue, ^{ done(); [other take:self.task]; }); }
- (UIBackgroundTaskIdentifier)lend { return [[UIApplication sharedApplication] beginBackgroundTaskWithName:@"x" expirationHandler:nil]; }
@end
void run(dispatch_block_t work) {
  work();
}
`;

const pieces = fc.constantFrom(
  '',
  ' ',
  '\n',
  'x',
  'end()',
  ' done()',
  '}',
  '{',
  '#if DEBUG\n',
  '\n#endif\n',
  'task',
);

describe('EffectsMemory', () => {
  it.each([
    ['Swift', swift, parseSwift],
    ['Objective-C', objc, parseObjc],
  ] as const)(
    'gives after every edit of %s what the text alone gives',
    (_name, first, parse) => {
      const edit = fc.tuple(fc.nat(first.length), fc.nat(6), pieces);
      fc.assert(
        fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
          const memory = new EffectsMemory();
          let text = first;
          for (const [start, length, piece] of [[0, 0, ''] as const, ...edits]) {
            text = text.slice(0, start) + piece + text.slice(start + length);
            const program = parse(parser, text);
            memory.begin(program, text);
            expect(summariseEffects(program, memory)).toEqual(summariseEffects(parse(parser, text)));
          }
        }),
        { numRuns: 150 },
      );
    },
    120_000,
  );

  it('answers for a function that moved without reading it again', () => {
    const memory = new EffectsMemory();
    const text = 'func a() { b() }\nfunc c() { d() }\n';
    const program = parseSwift(parser, text);
    memory.begin(program, text);
    const before = summariseEffects(program, memory);
    const longer = text.replace('b()', 'bb()');
    const after = parseSwift(parser, longer);
    const asked: string[] = [];
    memory.begin(after, longer);
    for (const fn of after.functions) {
      memory.of(fn, undefined, () => {
        asked.push(fn.name);
        return { functions: [], handedOut: [] };
      });
    }
    expect(before.functions).toHaveLength(2);
    expect(asked).toEqual(['a']);
  });
});
