import { beforeAll, describe, expect, test } from 'vitest';
import { FileAnalysis } from '../../../server/src/core/program/analysis';
import { notificationObservers } from '../../../server/src/core/program/notification-observers';
import { parseObjc } from '../../../server/src/core/program/parse-objc';
import { parseSwift } from '../../../server/src/core/program/parse-swift';
import { TreeParser } from '../../../server/src/core/syntax/parser';
import { testWasm } from '../../support/wasm';

const parser = new TreeParser(testWasm);
beforeAll(async () => {
  await Promise.all([parser.load('swift'), parser.load('objc')]);
});

const names = new Set(['SomethingHappened', 'somethingHappened']);

/** Names of the handlers with how they are run; a closure has no name. */
function swift(registration: string): readonly string[] {
  const text = `final class A: NSObject {
  func watch() { ${registration} }
  @objc func changed(_ note: Notification) {}
}
`;
  return found(new FileAnalysis(parseSwift(parser, text)));
}

function objc(registration: string): readonly string[] {
  const text = `@implementation A
- (void)watch { ${registration} }
- (void)changed:(NSNotification *)note {}
@end
`;
  return found(new FileAnalysis(parseObjc(parser, text)));
}

function found(analysis: FileAnalysis): readonly string[] {
  return notificationObservers(analysis, names).map(
    ({ handler, isDirect }) => `${handler.fullName || 'closure'} ${isDirect ? 'direct' : 'queued'}`,
  );
}

const center = 'NotificationCenter.default.addObserver';

describe('observers', () => {
  test.each([
    [`${center}(forName: .somethingHappened, object: nil, queue: nil) { _ in }`, 'closure direct'],
    [`${center}(forName: .somethingHappened, object: nil, queue: .main) { _ in }`, 'closure queued'],
    [`${center}(forName: .somethingHappened, object: nil, queue: nil, using: { _ in })`, 'closure direct'],
    [
      `${center}(self, selector: #selector(changed(_:)), name: A.somethingHappened, object: nil)`,
      'changed(_:) direct',
    ],
    [
      `${center}(self, selector: #selector(A.changed), name: A.somethingHappened, object: nil)`,
      'changed(_:) direct',
    ],
  ])('are found in %s', (registration, expected) => {
    expect(swift(registration)).toEqual([expected]);
  });

  test.each([
    `${center}(forName: .somethingElse, object: nil, queue: nil) { _ in }`,
    `${center}(other, selector: #selector(A.changed(_:)), name: .somethingHappened, object: nil)`,
    `${center}(forName: .somethingHappened, object: nil, queue: nil, using: handler)`,
    'NotificationCenter.default.post(name: .somethingHappened, object: nil)',
  ])('are not found in %s', (registration) => {
    expect(swift(registration)).toEqual([]);
  });

  test.each([
    [
      '[center addObserver:self selector:@selector(changed:) name:SomethingHappened object:nil];',
      'changed: direct',
    ],
    [
      '[center addObserverForName:SomethingHappened object:nil queue:nil usingBlock:^(NSNotification *n) {}];',
      'closure direct',
    ],
    [
      '[center addObserverForName:SomethingHappened object:nil queue:main usingBlock:^(NSNotification *n) {}];',
      'closure queued',
    ],
  ])('are found in %s', (registration, expected) => {
    expect(objc(registration)).toEqual([expected]);
  });
});
