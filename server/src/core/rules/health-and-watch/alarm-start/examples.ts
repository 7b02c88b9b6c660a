import { stringArray, watchPlist } from '../../example-files';
import type { RuleExample } from '../../types';

const modes = (...values: readonly string[]) => watchPlist(stringArray('WKBackgroundModes', values));

const swift = (call: string) => `import WatchKit
final class Nap: NSObject {
  let session = WKExtendedRuntimeSession()
  func begin(_ date: Date) { session.${call} }
}
`;

const objc = (call: string) => `#import <WatchKit/WatchKit.h>

@interface Nap : NSObject
@property (nonatomic) WKExtendedRuntimeSession *session;
@end

@implementation Nap

- (void)beginAt:(NSDate *)date {
    [self.session ${call}];
}

@end
`;

function example(
  kind: RuleExample['kind'],
  file: string,
  code: string,
  info: string,
  note?: string,
): RuleExample {
  return { kind, files: { [file]: code, 'Info.plist': info }, ...(note === undefined ? {} : { note }) };
}

export const examples: readonly RuleExample[] = [
  example('bad', 'Nap.swift', swift('⟦start⟧()'), modes('alarm')),
  example('bad', 'Nap.swift', swift('⟦start⟧(at: date)'), modes('mindfulness')),
  example('good', 'Nap.swift', swift('start(at: date)'), modes('alarm')),
  example('near-miss', 'Nap.swift', swift('start()'), modes('self-care')),
  example(
    'near-miss',
    'Nap.swift',
    swift('start()'),
    modes('alarm', 'self-care'),
    'which kind it is stays open',
  ),
  example('bad', 'Nap.m', objc('⟦start⟧'), modes('alarm')),
  example('good', 'Nap.m', objc('startAtDate:date'), modes('alarm')),
];
