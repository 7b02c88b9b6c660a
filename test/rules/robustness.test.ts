/** Half-typed and damaged files: rules may fall silent, they never fail. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkFolders, type Files } from '../support/check-files';
import { namedExamples, withoutMarks } from '../support/examples';

const examples = namedExamples.map(({ example }) => withoutMarks(example.files));

/** Changes one place of every file; `at` is a share of its length. */
type Damage = (text: string, at: number) => string;

const damages: Readonly<Record<string, Damage>> = {
  'cut off': (text, at) => text.slice(0, Math.floor(text.length * at)),
  'with a hole': (text, at) =>
    text.slice(0, Math.floor(text.length * at)) + text.slice(Math.floor(text.length * at) + 9),
  'with a stray bracket': (text, at) => {
    const place = Math.floor(text.length * at);
    return `${text.slice(0, place)}}${text.slice(place)}`;
  },
};

test.each(Object.entries(damages))(
  'examples %s make no rule fail',
  async (_, damage) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 7, maxLength: 7 }),
        async (places) => {
          const folders = examples.map((files, index): Files => {
            const at = places[index % places.length] ?? 0;
            return Object.fromEntries(Object.entries(files).map(([path, text]) => [path, damage(text, at)]));
          });
          const checked = await checkFolders(folders);
          expect(checked[0]?.errors).toEqual([]);
        },
      ),
      { numRuns: 2 },
    );
    // All examples of all rules, twice.
  },
  120_000,
);
