/** Every example of the background-task rules, in both languages, with exact places. */
import { beforeAll, describe, expect, it } from 'vitest';
import { backgroundTaskRules } from '../../server/src/core/rules/background-task';
import { loadGrammars, places, runRules, unmarked } from '../support/code-rules';

beforeAll(loadGrammars);

describe.each(backgroundTaskRules.map((rule) => [rule.meta.id, rule] as const))('%s', (_id, rule) => {
  it.each(rule.meta.examples.map((example, i) => [i, example.kind, example.entry ?? '', example] as const))(
    'example %i: %s %s',
    (_i, kind, entry, example) => {
      const { files, marks } = unmarked(example.files);
      const expected = marks.map(({ uri, start }) => `${uri}:${start} ${entry}`).sort();
      expect(places(runRules([rule], files))).toEqual(expected);
      expect(expected.length > 0).toBe(kind === 'bad');
    },
  );
});
