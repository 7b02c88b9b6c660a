import type { RuleExample } from '../../types';

const swift = (type: string, frequency: string, before = '') => `import HealthKit
func deliver(_ store: HKHealthStore) {
${before}  store.enableBackgroundDelivery(for: ${type}, frequency: ${frequency}) { _, _ in }
  store.execute(HKObserverQuery(sampleType: anything, predicate: nil) { _, done, _ in done() })
}
`;

const objc = (type: string, frequency: string) => `#import <HealthKit/HealthKit.h>

void deliver(HKHealthStore *store) {
    [store enableBackgroundDeliveryForType:${type} frequency:${frequency} withCompletion:^(BOOL success, NSError *error) {}];
    HKObserverQuery *query = [HKObserverQuery new];
}
`;

function example(entry: string, kind: RuleExample['kind'], file: string, code: string): RuleExample {
  return { kind, entry, files: { [file]: code } };
}

export const examples: readonly RuleExample[] = [
  example('correlation-type', 'bad', 'Food.swift', swift('⟦HKCorrelationType⟧(.food)', '.hourly')),
  example(
    'correlation-type',
    'bad',
    'Food.swift',
    swift('⟦type⟧', '.hourly', '  let type = HKObjectType.correlationType(forIdentifier: .bloodPressure)!\n'),
  ),
  example('correlation-type', 'good', 'Food.swift', swift('HKQuantityType(.dietaryWater)', '.hourly')),
  example('correlation-type', 'near-miss', 'Food.swift', swift('types[0]', '.hourly')),
  example(
    'correlation-type',
    'bad',
    'Food.m',
    objc(
      '⟦[⟧HKObjectType correlationTypeForIdentifier:HKCorrelationTypeIdentifierFood]',
      'HKUpdateFrequencyHourly',
    ),
  ),
  example('immediate-step-count', 'bad', 'Steps.swift', swift('HKQuantityType(.stepCount)', '⟦.⟧immediate')),
  example(
    'immediate-step-count',
    'bad',
    'Steps.swift',
    swift(
      'steps',
      '⟦HKUpdateFrequency⟧.immediate',
      '  guard let steps = HKObjectType.quantityType(forIdentifier: .stepCount) else { return }\n',
    ),
  ),
  example('immediate-step-count', 'good', 'Steps.swift', swift('HKQuantityType(.stepCount)', '.hourly')),
  example(
    'immediate-step-count',
    'near-miss',
    'Steps.swift',
    swift('HKQuantityType(.heartRate)', '.immediate'),
  ),
  example(
    'immediate-step-count',
    'bad',
    'Steps.m',
    objc(
      '[HKQuantityType quantityTypeForIdentifier:HKQuantityTypeIdentifierStepCount]',
      '⟦HKUpdateFrequencyImmediate⟧',
    ),
  ),
  example(
    'immediate-step-count',
    'good',
    'Steps.m',
    objc(
      '[HKQuantityType quantityTypeForIdentifier:HKQuantityTypeIdentifierStepCount]',
      'HKUpdateFrequencyHourly',
    ),
  ),
];
