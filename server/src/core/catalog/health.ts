/**
 * Background delivery of HealthKit.
 * Source: developer.apple.com/documentation/healthkit/hkhealthstore/enablebackgrounddelivery(for:frequency:withcompletion:)
 */

/** Correlations are not delivered in the background. Methods by base name or selector. */
export const correlationTypes: Readonly<Record<'classes' | 'makers', readonly string[]>> = {
  classes: ['HKCorrelationType'],
  makers: ['correlationType', 'correlationTypeForIdentifier:'],
};

/** Steps are delivered once an hour at most on iPhones. */
export const stepCount: Readonly<Record<'makers' | 'names', readonly string[]>> = {
  makers: ['HKQuantityType', 'quantityType', 'quantityTypeForIdentifier:'],
  names: ['stepCount', 'HKQuantityTypeIdentifierStepCount'],
};

export const immediateFrequency = {
  swift: 'immediate',
  objc: 'HKUpdateFrequencyImmediate',
  hourlySwift: 'hourly',
  hourlyObjc: 'HKUpdateFrequencyHourly',
} as const;
