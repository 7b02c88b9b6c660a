import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { summariseUses } from '../../../server/src/core/program/api-uses';
import { ObjcDocument, parseObjc } from '../../../server/src/core/program/parse-objc';
import { parseSwift, SwiftDocument } from '../../../server/src/core/program/parse-swift';
import { UsesMemory } from '../../../server/src/core/program/uses-memory';
import { TreeParser } from '../../../server/src/core/syntax/parser';
import { testWasm } from '../../support/wasm';

const parser = new TreeParser(testWasm);
await Promise.all([parser.load('swift'), parser.load('objc')]);

const swift = `import AVFoundation
import CoreLocation
enum Categories { static let usual = AVAudioSession.Category.playback }
final class Player {
  let manager = CLLocationManager()
  let session = AVAudioSession.sharedInstance()
  func begin() { configure(.playback); manager.allowsBackgroundLocationUpdates = true }
  private func configure(_ category: AVAudioSession.Category) { try? session.setCategory(category) }
  func other() { try? session.setCategory(Categories.usual); manager.startUpdatingLocation() }
  #if os(iOS)
  func local() { let on = true; manager.allowsBackgroundLocationUpdates = on }
  #endif
}
func begin(_ manager: CLLocationManager) { manager.requestAlwaysAuthorization() }
`;

const objc = `#import <AVFoundation/AVFoundation.h>
#import <CoreLocation/CoreLocation.h>
@interface Player : NSObject
@property (nonatomic) CLLocationManager *manager;
@end
@implementation Player
- (void)begin { [[AVAudioSession sharedInstance] setCategory:AVAudioSessionCategoryPlayback error:nil]; }
- (void)other { self.manager.allowsBackgroundLocationUpdates = YES; [self.manager startUpdatingLocation]; }
- (void)local { BOOL on = YES; self.manager.allowsBackgroundLocationUpdates = on; }
@end
static void begin(CLLocationManager *manager) { [manager requestAlwaysAuthorization]; }
`;

const pieces = fc.constantFrom(
  '',
  ' ',
  '\n',
  'x',
  '.ambient',
  'configure(.record)',
  'manager.',
  '}',
  '{',
  'let session = Fake()\n',
  '#if DEBUG\n',
  '\n#endif\n',
  'import ',
  'private ',
);

describe('UsesMemory', () => {
  it.each([
    ['Swift', swift, parseSwift, SwiftDocument],
    ['Objective-C', objc, parseObjc, ObjcDocument],
  ] as const)('gives after every edit of %s what the text alone gives', (_name, first, parse, Document) => {
    const edit = fc.tuple(fc.nat(first.length), fc.nat(6), pieces);
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
        const memory = new UsesMemory();
        const document = new Document(parser, first);
        let text = first;
        for (const [start, length, piece] of [[0, 0, ''] as const, ...edits]) {
          text = text.slice(0, start) + piece + text.slice(start + length);
          const program = document.update(text);
          memory.begin(program, text);
          expect(summariseUses(program, memory)).toEqual(summariseUses(parse(parser, text)));
        }
        document.dispose();
      }),
      { numRuns: 60 },
    );
  });

  it('sees what another function passes for a parameter', () => {
    const memory = new UsesMemory();
    const document = new SwiftDocument(parser, swift);
    const found = (text: string) => {
      const program = document.update(text);
      memory.begin(program, text);
      const { uses, openUses } = summariseUses(program, memory);
      return [...uses, ...openUses].map(({ range: _range, ...use }) => use);
    };
    const before = found(swift);
    const after = found(swift.replace('configure(.playback)', 'configure(.record)'));
    expect(after).not.toEqual(before);
  });

  it('answers for a function that moved without reading it again', () => {
    const memory = new UsesMemory();
    const document = new SwiftDocument(parser, swift);
    memory.begin(document.program, swift);
    summariseUses(document.program, memory);
    const longer = swift.replace(
      'try? session.setCategory(Categories',
      ' try? session.setCategory(Categories',
    );
    const program = document.update(longer);
    memory.begin(program, longer);
    const asked: string[] = [];
    for (const method of program.types.flatMap(({ methods }) => methods)) {
      memory.of(method, 'Player', () => {
        asked.push(method.name);
        return undefined;
      });
    }
    // What callers pass to `configure` is asked for each time; the edit is in `other`.
    expect(asked).toEqual(['configure', 'other']);
  });
});
