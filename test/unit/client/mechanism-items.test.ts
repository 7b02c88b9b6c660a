import { describe, expect, it } from 'vitest';
import {
  actionItems,
  codeFor,
  codeLanguage,
  goalGroups,
  mechanismItems,
} from '../../../client/src/mechanisms/items';
import type { MechanismGoal, MechanismOffer } from '../../../client/src/protocol';

const l10n = {
  t: (message: string, ...args: (string | number | boolean)[]) =>
    message.replace(/\{(\d+)\}/g, (_, index: string) => String(args[Number(index)])),
};

function goal(more: Partial<MechanismGoal> = {}): MechanismGoal {
  return {
    id: 'sync',
    title: 'Keep in sync',
    group: 'Work',
    words: ['sync', 'server'],
    mechanisms: ['push', 'refresh'],
    isImpossible: false,
    summary: '',
    page: '',
    ...more,
  };
}

function offer(more: Partial<MechanismOffer> = {}): MechanismOffer {
  return {
    id: 'push',
    title: 'Silent push',
    api: 'content-available',
    since: 'iOS 7',
    limit: 'throttled',
    needs: 'mode remote-notification',
    cost: { battery: 'some', review: 'none', permission: 'none' },
    page: '',
    links: ['https://developer.apple.com/'],
    rules: [],
    code: [{ prefix: 'bg-push', title: 'Push', description: 'Answers', swift: 'a', objc: 'b' }],
    capability: {
      modes: [{ value: 'remote-notification', label: 'Remote notifications' }],
      oneOfModes: [],
      keys: [],
      identifiers: [],
    },
    task: undefined,
    ...more,
  };
}

const nothing = { modes: [], oneOfModes: [], keys: [], identifiers: [] };

describe('rows of the mechanism chooser', () => {
  it('are goals in their groups, found by the words of people', () => {
    const other = goal({ id: 'timer', group: 'Time', isImpossible: true });
    const groups = goalGroups([goal(), other, goal({ id: 'more' })], l10n);
    expect(groups.map(({ name, items }) => [name, items.length])).toEqual([
      ['Work', 2],
      ['Time', 1],
    ]);
    expect(groups[0]?.items[0]).toMatchObject({
      label: 'Keep in sync',
      detail: 'sync · server',
      description: '',
    });
    expect(groups[1]?.items[0]?.description).toBe('you cannot, but…');
  });

  it('are mechanisms in the order of the goal, with what they cost', () => {
    const tables = {
      goals: [],
      mechanisms: [offer({ id: 'refresh', title: 'Refresh', needs: '' }), offer()],
      bundleIdentifier: 'com.example.app',
    };
    const items = mechanismItems(goal(), tables, l10n);
    expect(items.map(({ label }) => label)).toEqual(['Silent push', 'Refresh']);
    expect(items[0]?.detail).toBe(
      'Battery: some · Permission: none · Limit: throttled · Needs: mode remote-notification',
    );
    expect(items[1]?.detail).toContain('Needs: nothing');
    const impossible = mechanismItems(
      goal({ isImpossible: true, summary: 'Timers stand still' }),
      tables,
      l10n,
    );
    expect(impossible[0]).toMatchObject({
      label: '$(circle-slash) Why you cannot',
      detail: 'Timers stand still',
    });
    expect(impossible[0]).not.toHaveProperty('offer');
  });

  it('are actions that fit the mechanism and the editor', () => {
    const actions = (given: MechanismOffer, language: 'swift' | 'objc' | undefined) =>
      actionItems(given, language, l10n).map(({ action, isDisabled }) =>
        isDisabled ? `(${action})` : action,
      );
    expect(actions(offer(), 'swift')).toEqual(['code', 'capability', 'both', 'explain', 'apple']);
    expect(actions(offer(), undefined)).toEqual(['(code)', 'capability', '(both)', 'explain', 'apple']);
    expect(actions(offer({ task: 'refresh' }), 'swift')).toEqual([
      'set-up',
      'code',
      'capability',
      'explain',
      'apple',
    ]);
    expect(actions(offer({ capability: nothing, code: [], links: [] }), 'swift')).toEqual(['explain']);
    expect(actions(offer({ rules: [{ id: 'a', title: 'A', url: undefined }] }), 'swift')).toContain('rules');
  });

  it('say why code cannot be inserted', () => {
    const onlySwift = offer({ code: [{ prefix: 'p', title: 'P', description: '', swift: 'a' }] });
    const reason = (language: 'objc' | undefined) =>
      actionItems(onlySwift, language, l10n).find(({ action }) => action === 'code')?.description;
    expect(reason('objc')).toBe('there is none in Objective-C');
    expect(reason(undefined)).toBe('open a Swift or Objective-C file first');
  });

  it('hold the code of the language of the editor', () => {
    const { code } = offer();
    expect(codeFor(code, 'swift').map(({ body }) => body)).toEqual(['a']);
    expect(codeFor(code, 'objc').map(({ body }) => body)).toEqual(['b']);
    expect(['swift', 'objective-c', 'objective-cpp', 'plist', undefined].map(codeLanguage)).toEqual([
      'swift',
      'objc',
      'objc',
      undefined,
      undefined,
    ]);
  });
});
