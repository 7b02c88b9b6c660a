import type { RuleExample } from '../../types';

/** The update handler without its braces. */
function swift(handler: string, rest = ''): Record<string, string> {
  return {
    'StepStore.swift': `import HealthKit
final class StepStore {
  let store = HKHealthStore()
  func observe(_ steps: HKQuantityType) {
    let query = HKObserverQuery(sampleType: steps, predicate: nil) {${handler}
    }
    store.execute(query)
  }
  func reload() {}
${rest}}
`,
  };
}

function objc(body: string): Record<string, string> {
  return {
    'StepStore.m': `#import <HealthKit/HealthKit.h>
@implementation StepStore
- (void)observe:(HKQuantityType *)steps {
    HKObserverQuery *query = [[HKObserverQuery alloc] initWithSampleType:steps predicate:nil updateHandler:^(HKObserverQuery *query, HKObserverQueryCompletionHandler finish, NSError *error) {
${body}
    }];
    [self.store executeQuery:query];
}
@end
`,
  };
}

export const examples: readonly RuleExample[] = [
  {
    kind: 'bad',
    files: swift(` [weak self] _, finish, error in
      guard error == nil else { ⟦return⟧ }
      self?.reload()
      finish()`),
  },
  {
    kind: 'bad',
    note: 'ignored altogether',
    files: swift(` [weak self] _, ⟦_⟧, _ in
      self?.reload()`),
  },
  {
    kind: 'bad',
    note: 'several sample types',
    files: {
      'VitalStore.swift': `import HealthKit
func observe(_ store: HKHealthStore, _ vitals: [HKQueryDescriptor]) {
  store.execute(HKObserverQuery(queryDescriptors: vitals) { _, changed, finish, error in
    if let error {
      print(error)
      ⟦return⟧
    }
    print(changed ?? [])
    finish()
  })
}
`,
    },
  },
  {
    kind: 'good',
    files: swift(` [weak self] _, finish, error in
      defer { finish() }
      guard error == nil else { return }
      self?.reload()`),
  },
  {
    kind: 'near-miss',
    note: 'the object is gone',
    files: swift(` [weak self] _, finish, _ in
      guard let self else { return }
      self.reload()
      finish()`),
  },
  {
    kind: 'near-miss',
    note: 'another method completes it',
    files: swift(
      ` _, finish, _ in
      self.upload(then: finish)`,
      '  func upload(then finish: @escaping () -> Void) { reload(); finish() }\n',
    ),
  },
  {
    kind: 'bad',
    files: objc(`        if (error != nil) {
            ⟦return⟧;
        }
        [self reload];
        finish();`),
  },
  {
    kind: 'good',
    files: objc(`        if (error == nil) {
            [self reload];
        }
        finish();`),
  },
];
