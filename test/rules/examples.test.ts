import { beforeAll, describe, expect, test } from 'vitest';
import { type Checked, checkFolders } from '../support/check-files';
import {
  badExamples,
  markedPlaces,
  type NamedExample,
  namedExamples,
  neutralVariants,
  placesOf,
  silencingVariants,
  swiftSilencingVariants,
  swiftVariants,
  type Variant,
  withoutMarks,
} from '../support/examples';

/** Runs all examples in one variant, then compares each: `isSilent`, or found exactly where it is marked. */
function checkVariant(variant: Variant, examples: readonly NamedExample[], isSilent: boolean): void {
  const cases = examples.flatMap(({ name, rule, example }) => {
    const files = variant(example.files, rule);
    return files === undefined ? [] : [{ name, rule, files }];
  });
  let results: readonly Checked[] = [];
  beforeAll(async () => {
    results = await checkFolders(cases.map(({ files }) => withoutMarks(files)));
  });
  test.each(cases.map((each, index) => ({ ...each, index })))('$name', ({ rule, files, index }) => {
    const checked = results[index];
    if (checked === undefined) throw new Error('Not checked');
    expect(placesOf(rule, checked)).toEqual(isSilent ? [] : markedPlaces(files));
  });
  test('no rule fails', () => {
    expect(results[0]?.errors).toEqual([]);
  });
}

describe('every example is found where it is marked, and nowhere else', () => {
  for (const [name, variant] of Object.entries(neutralVariants))
    describe(name, () => checkVariant(variant, namedExamples, false));
});

describe('what surrounds Swift code does not matter', () => {
  for (const [name, variant] of Object.entries(swiftVariants))
    describe(name, () => checkVariant(variant, badExamples, false));
});

describe('what is no code, or is suppressed, is not found', () => {
  const variants = { ...silencingVariants, ...swiftSilencingVariants };
  for (const [name, variant] of Object.entries(variants))
    describe(name, () => checkVariant(variant, badExamples, true));
});
