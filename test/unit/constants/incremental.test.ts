/** What a version of a document says must not depend on the versions before it, which are remembered in part. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { summariseUses } from '../../../server/src/core/program/api-uses';
import { summariseConstants } from '../../../server/src/core/program/constants';
import type { ProgramFile } from '../../../server/src/core/program/ir';
import { ObjcDocument, parseObjc } from '../../../server/src/core/program/parse-objc';
import { parseSwift, SwiftDocument } from '../../../server/src/core/program/parse-swift';
import { TreeParser } from '../../../server/src/core/syntax/parser';
import { testWasm } from '../../support/wasm';

const parser = new TreeParser(testWasm);
await Promise.all([parser.load('swift'), parser.load('objc')]);

const swift = `import AVFoundation
enum Keys: String {
  case refresh = "a", other
  static let prefix = "x."
  static var mode = AVAudioSession.Category.playback
  var id: String { switch self { case .refresh: return Self.prefix + rawValue
    default: return "b" } }
}
class Player {
  let session: SCStream = .init()
  private var category: AVAudioSession.Category = .ambient
  #if DEBUG
  func start(_ id: String) { BGTaskScheduler.shared.cancel(taskRequestWithIdentifier: id) }
  #endif
  func play(flag: Bool) {
    let session = AVAudioSession.sharedInstance()
    try? session.setCategory(flag ? category : Keys.mode, mode: .default)
    start(Keys.refresh.id)
  }
  func change() { category = .record }
  func quiet() -> String { return "q" }
}
`;

const objc = `#import <AVFoundation/AVFoundation.h>
#define kPrefix @"x"
NSString *const kTask = @"a";
@implementation Player
+ (NSString *)identifier { return kTask; }
- (void)start:(NSString *)category { [[AVAudioSession sharedInstance] setCategory:category error:nil]; }
- (void)play {
  [self start:AVAudioSessionCategoryPlayback];
  #if DEBUG
  [BGTaskScheduler.sharedScheduler cancelTaskRequestWithIdentifier:[Player identifier]];
  #endif
}
@end
`;

const pieces = fc.constantFrom(
  '',
  ' ',
  '\n',
  'x',
  '"',
  '}',
  '{',
  'Keys.mode = .record',
  '#if DEBUG\n',
  '\n#endif\n',
  '.playback',
);

function summary(program: ProgramFile) {
  return { ...summariseUses(program), constants: summariseConstants(program) };
}

describe('uses and constants', () => {
  it.each([
    ['Swift', swift, swift.replace('func start', 'func '), () => new SwiftDocument(parser, swift)],
    ['Objective-C', objc, objc.replace('(void)start:', '(void):'), () => new ObjcDocument(parser, objc)],
  ] as const)('are found in %s beside a function without a name', (_name, first, text, open) => {
    const document = open();
    summary(document.update(first));
    expect(summary(document.update(text)).constants?.uses).not.toEqual([]);
    document.dispose();
  });

  it.each([
    ['Swift', swift, () => new SwiftDocument(parser, swift), (text: string) => parseSwift(parser, text)],
    ['Objective-C', objc, () => new ObjcDocument(parser, objc), (text: string) => parseObjc(parser, text)],
  ] as const)('after every edit of %s are those of the text alone', (_name, first, open, parse) => {
    const edit = fc.tuple(fc.nat(first.length), fc.nat(6), pieces);
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
        const document = open();
        let text = first;
        summary(document.update(text));
        for (const [at, length, piece] of edits) {
          text = text.slice(0, at) + piece + text.slice(at + length);
          expect(summary(document.update(text))).toEqual(summary(parse(text)));
        }
        document.dispose();
      }),
      { numRuns: 50 },
    );
  });
});
