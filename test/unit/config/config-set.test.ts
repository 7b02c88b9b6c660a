import { describe, expect, it } from 'vitest';
import { ConfigSet } from '../../../server/src/core/config/config-set';
import type { RuleSettings } from '../../../server/src/core/config/types';
import type { RuleMeta } from '../../../server/src/core/rules/types';

const meta: RuleMeta = {
  id: 'rule',
  family: 'push',
  title: '',
  why: '',
  consequence: 'crash',
  severity: 'error',
  confidence: 'high',
  tier: 1,
  languages: ['swift'],
  scope: 'file',
  needs: [],
  sources: [],
  entries: [{ key: 'case', title: '' }],
  examples: [],
};
const advice: RuleMeta = { ...meta, id: 'advice', isOptIn: true };

function config(editor: RuleSettings, files: Readonly<Record<string, RuleSettings>> = {}): ConfigSet {
  const byUri = Object.entries(files).map(([path, settings]) => [`file:///ws/${path}`, settings] as const);
  return new ConfigSet(({ isOptIn }) => isOptIn !== true, editor, new Map(byUri));
}

const file = 'file:///ws/App/Legacy/Player.m';

describe('what people have decided about a rule', () => {
  it('is the default when nobody has', () => {
    const set = config({});
    expect([set.verdict(meta, undefined, file), set.verdict(advice, undefined, file)]).toEqual(['on', 'off']);
    expect([set.mayRun(meta), set.mayRun(advice)]).toEqual([true, false]);
  });

  it.each<[string, RuleSettings, string, string]>([
    ['recommended', { preset: 'recommended' }, 'on', 'off'],
    ['strict', { preset: 'strict' }, 'on', 'on'],
    ['none', { preset: 'none' }, 'off', 'off'],
    ['none, with a rule', { preset: 'none', rules: { rule: 'on' } }, 'on', 'off'],
    ['strict, without a rule', { preset: 'strict', rules: { rule: 'off' } }, 'off', 'on'],
  ])('follows the preset %s', (_name, settings, rule, other) => {
    for (const set of [config(settings), config({}, { 'background-modes.json': settings })]) {
      expect([set.verdict(meta, undefined, file), set.verdict(advice, undefined, file)]).toEqual([
        rule,
        other,
      ]);
      if (rule === 'on') expect(set.mayRun(meta)).toBe(true);
      if (other === 'on') expect(set.mayRun(advice)).toBe(true);
    }
    const editor = config(settings);
    expect([editor.mayRun(meta), editor.mayRun(advice)]).toEqual([rule === 'on', other === 'on']);
  });

  it('may be a severity, and another one for a case', () => {
    const set = config({ rules: { rule: 'hint', 'rule/case': 'warning' } });
    expect([set.verdict(meta, undefined, file), set.verdict(meta, 'case', file)]).toEqual([
      'hint',
      'warning',
    ]);
    expect(set.verdict(meta, 'other', file)).toBe('hint');
  });

  it('is stronger in an override than in the rules, and strongest in the editor', () => {
    const settings: RuleSettings = {
      rules: { rule: 'warning' },
      overrides: [
        { files: ['App/Legacy/**'], rules: { rule: 'hint' } },
        { files: ['*.m'], rules: { rule: 'information' } },
      ],
    };
    const files = { 'background-modes.json': settings };
    expect(config({}, files).verdict(meta, undefined, file)).toBe('information');
    expect(config({}, files).verdict(meta, undefined, 'file:///ws/App/Legacy/A.swift')).toBe('hint');
    expect(config({}, files).verdict(meta, undefined, 'file:///ws/App/A.swift')).toBe('warning');
    expect(config({ rules: { rule: 'off' } }, files).verdict(meta, undefined, file)).toBe('off');
  });

  it('comes from the nearest configuration file alone', () => {
    const set = config(
      {},
      {
        'background-modes.json': { rules: { rule: 'off', advice: 'on' } },
        'App/background-modes.json': { rules: { rule: 'hint' } },
      },
    );
    expect([set.verdict(meta, undefined, file), set.verdict(advice, undefined, file)]).toEqual([
      'hint',
      'off',
    ]);
    expect(set.verdict(meta, undefined, 'file:///ws/Other/A.swift')).toBe('off');
    expect([set.mayRun(meta), set.mayRun(advice)]).toEqual([true, true]);
  });

  it.each(['App/Legacy/', './App/Legacy', '**/Legacy/*.m', 'Player.m'])('ignores paths by %s', (pattern) => {
    const ignore = pattern.endsWith('Legacy') ? [`${pattern}/**`] : [pattern];
    const set = config({}, { 'background-modes.json': { ignore } });
    expect(set.verdict(meta, undefined, file)).toBe('off');
    expect(set.verdict(meta, undefined, 'file:///ws/App/A.swift')).toBe('on');
  });
});
