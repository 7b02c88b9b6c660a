import type { RuleExample } from '../../types';

const swift = (call: string) => `import HealthKit
final class Steps {
  let store = HKHealthStore()
  func begin(_ type: HKQuantityType) {
    store.${call}(for: type, frequency: .hourly) { _, error in print(error as Any) }
  }
}
`;

const observer = `import HealthKit
func observe(_ type: HKQuantityType, in store: HKHealthStore) {
  store.execute(HKObserverQuery(sampleType: type, predicate: nil) { _, done, _ in done() })
}
`;

const objc = (call: string, query = '') => `#import <HealthKit/HealthKit.h>

void begin(HKHealthStore *store, HKQuantityType *type) {
${query}    [store ${call}:type frequency:HKUpdateFrequencyHourly withCompletion:^(BOOL success, NSError *error) {
        NSLog(@"%@", error);
    }];
}
`;

export const examples: readonly RuleExample[] = [
  { kind: 'bad', files: { 'Steps.swift': swift('⟦enableBackgroundDelivery⟧') } },
  {
    kind: 'good',
    files: { 'Steps.swift': swift('enableBackgroundDelivery') + observer.replace('import HealthKit\n', '') },
  },
  {
    kind: 'near-miss',
    note: 'the query is in another file',
    files: { 'Steps.swift': swift('enableBackgroundDelivery'), 'Observer.swift': observer },
  },
  {
    kind: 'near-miss',
    files: { 'Steps.swift': swift('disableBackgroundDelivery').replace(', frequency: .hourly', '') },
  },
  { kind: 'bad', files: { 'Steps.m': objc('⟦enableBackgroundDeliveryForType⟧') } },
  {
    kind: 'good',
    files: {
      'Steps.m': objc(
        'enableBackgroundDeliveryForType',
        `    HKObserverQuery *query = [[HKObserverQuery alloc] initWithSampleType:type predicate:nil
        updateHandler:^(HKObserverQuery *query, HKObserverQueryCompletionHandler done, NSError *error) { done(); }];
    [store executeQuery:query];
`,
      ),
    },
  },
];
