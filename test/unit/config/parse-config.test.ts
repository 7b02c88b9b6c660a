import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../../server/src/core/config/parse-config';

const codes = new Set(['rule', 'rule/case']);

function messages(text: string): readonly string[] {
  return parseConfig(text, codes).problems.map(
    ({ range, message }) => `${text.slice(range.start, range.end)}: ${message}`,
  );
}

describe('background-modes.json', () => {
  it('is read with comments and commas at the end', () => {
    const text = `{
      // the team's choice
      "$schema": "x",
      "preset": "strict",
      "rules": { "rule": "off", "rule/case": "hint", },
      "overrides": [{ "files": ["Legacy/**"], "rules": { "rule": "on" } }],
      "ignore": ["Generated"],
    }`;
    expect(parseConfig(text, codes)).toEqual({
      settings: {
        preset: 'strict',
        rules: { rule: 'off', 'rule/case': 'hint' },
        overrides: [{ files: ['Legacy/**'], rules: { rule: 'on' } }],
        ignore: ['Generated'],
      },
      problems: [],
    });
  });

  it('may be empty', () => {
    expect(parseConfig('', codes)).toEqual({ settings: {}, problems: [] });
  });

  it.each([
    ['{ "rules": { "ruel": "off" } }', '"ruel": There is no rule \'ruel\''],
    ['{ "prest": "strict" }', '"prest": There is no setting \'prest\''],
    ['{ "preset": "all" }', "\"all\": One of 'recommended', 'strict', 'none' is expected"],
    ['{ "ignore": "x" }', '"x": \'ignore\' must be an array'],
    ['{ "ignore": [1] }', "1: 'ignore' holds strings only"],
    ['{ "overrides": [{ "rules": {} }] }', '{ "rules": {} }: An override needs \'files\''],
    ['[]', '[]: The configuration must be an object'],
  ])('says what is wrong in %s', (text, message) => {
    expect(messages(text)).toEqual([message]);
  });

  it('keeps what is right beside what is wrong', () => {
    const { settings, problems } = parseConfig(
      '{ "rules": { "rule": "off", "x": "off" }, "ignore": [',
      codes,
    );
    expect(settings).toEqual({ rules: { rule: 'off' }, ignore: [] });
    expect(problems.length).toBeGreaterThan(1);
  });

  it('never fails, whatever stands in it', () => {
    const value = fc.jsonValue().map((json) => JSON.stringify(json));
    const broken = fc.tuple(value, fc.nat()).map(([text, cut]) => text.slice(0, cut % (text.length + 1)));
    fc.assert(
      fc.property(fc.oneof(value, broken, fc.string()), (text) => {
        const { problems } = parseConfig(text, codes);
        return problems.every(({ range }) => range.start >= 0 && range.start <= range.end);
      }),
    );
  });
});
