import { describe, expect, it } from 'vitest';
import { toPlainText } from '../../../../server/src/core/features/content';
import { hoverAt } from '../../../../server/src/core/features/hover/hover';
import { complete } from './support';

const file = '/ws/background-modes.json';

describe('completion in background-modes.json', () => {
  it('offers sections', async () => {
    const { labels, taking } = await complete(file, '{\n  ‸\n}\n');
    expect(labels).toEqual(['preset', 'rules', 'overrides', 'ignore']);
    expect(taking('rules')).toBe('{\n  "rules"\n}\n');
    expect((await complete(file, '{ "‸" }')).taking('preset')).toBe('{ "preset" }');
  });

  it('offers rules with their titles, in overrides too', async () => {
    const { offer, taking } = await complete(file, '{ "rules": { "task-not‸": "off" } }');
    expect(offer('task-not-completed').detail).toBe('Scheduled task is not completed on every path');
    expect(taking('task-not-completed')).toBe('{ "rules": { "task-not-completed": "off" } }');
    const { labels } = await complete(file, '{ "overrides": [{ "files": [], "rules": { "‸" } }] }');
    expect(labels).toContain('missing-background-mode/voip-pushkit');
  });

  it('offers levels and presets', async () => {
    const { labels, taking } = await complete(file, '{ "rules": { "task-not-completed": ‸ } }');
    expect(labels).toEqual(['off', 'on', 'hint', 'information', 'warning', 'error']);
    expect(taking('off')).toBe('{ "rules": { "task-not-completed": "off" } }');
    expect((await complete(file, '{ "preset": "st‸" }')).labels).toEqual(['strict']);
  });

  it('keeps quiet in patterns, comments and at the edges of values', async () => {
    for (const text of [
      '{ "ignore": ["‸"] }',
      '{ "overrides": [{ "files": ["‸"] }] }',
      '{ "preset": "strict"‸ }',
      '{ "overrides": [{ "‸" }] }',
      '{ "rules": { "task-not-completed": 1‸2 } }',
    ])
      expect((await complete(file, text)).labels, text).toEqual([]);
  });

  it('ends a string that is not closed at the cursor', async () => {
    const { taking } = await complete(file, '{ "preset": "st‸');
    expect(taking('strict')).toBe('{ "preset": "strict');
  });
});

describe('hovers in background-modes.json', () => {
  const text = '{ "rules": { "task-not-completed": "off", "other": "off" } }';
  const hover = (at: string) =>
    hoverAt({
      uri: 'file:///ws/background-modes.json',
      text,
      offset: text.indexOf(at) + 1,
      unit: undefined,
      targets: [],
      folders: [],
      page: () => undefined,
    });

  it('explain rules, and nothing else', () => {
    expect(toPlainText(hover('task-not-completed')?.content ?? [])).toContain(
      'task-not-completed: Scheduled task is not completed on every path',
    );
    expect(hover('other')).toBeUndefined();
    expect(hover('"off')).toBeUndefined();
    expect(hover('"rules')).toBeUndefined();
  });
});
