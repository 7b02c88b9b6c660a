import { describe, expect, it } from 'vitest';
import { type ChecklistNode, checklistNodes } from '../../../client/src/checklist/nodes';
import type { Capability, Checklist, ChecklistTarget, Place } from '../../../client/src/protocol';

function place(uri: string, line: number): Place {
  return { uri, range: { start: { line, character: 4 }, end: { line, character: 9 } } };
}

function capability(mode: string, parts: Partial<Capability> = {}): Capability {
  return {
    mode,
    key: 'UIBackgroundModes',
    label: mode,
    state: 'declared',
    detail: 'declared in Info.plist, line 3',
    place: undefined,
    uses: [],
    requirements: [],
    ...parts,
  };
}

function target(parts: Partial<ChecklistTarget> = {}): ChecklistTarget {
  return {
    id: 't1',
    name: 'Player',
    product: 'app',
    platforms: ['iOS 16.0'],
    infoPlists: [],
    gaps: [],
    capabilities: [],
    ...parts,
  };
}

function checklist(parts: Partial<Checklist> = {}): Checklist {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  return { isLoading: false, targets: [target()], counts, problems: [], ...parts };
}

function onlyTarget(parts: Partial<ChecklistTarget>): ChecklistNode {
  const [node] = checklistNodes(checklist({ targets: [target(parts)] }));
  if (node === undefined) throw new Error('no node');
  return node;
}

function flatten(nodes: readonly ChecklistNode[]): ChecklistNode[] {
  return nodes.flatMap((node) => [node, ...flatten(node.children)]);
}

describe('checklist nodes', () => {
  it('shows the target with its product and platforms, unfolded', () => {
    expect(onlyTarget({ capabilities: [capability('audio')] })).toMatchObject({
      label: 'Player',
      description: 'app, iOS 16.0',
      isExpanded: true,
    });
  });

  it('gives every state a word and an icon of its own', () => {
    const states = ['declared', 'missing', 'unused', 'undetermined'] as const;
    const { children } = onlyTarget({ capabilities: states.map((state) => capability(state, { state })) });
    expect(new Set(children.map(({ description }) => description)).size).toBe(states.length);
    expect(new Set(children.map(({ icon }) => icon.id)).size).toBe(states.length);
  });

  it('says what the icons show to those who do not see them', () => {
    const missing = capability('audio', {
      label: 'Audio',
      state: 'missing',
      detail: 'needed by setCategory',
    });
    const node = onlyTarget({ capabilities: [missing] });
    expect(node.accessibleLabel).toBe('Target Player, app, iOS 16.0, 1 mode missing');
    expect(node.children[0]?.accessibleLabel).toBe('Audio: missing, needed by setCategory');
  });

  it('puts modes that are not needed into one folded row at the end', () => {
    const { children } = onlyTarget({
      capabilities: [
        capability('audio'),
        capability('voip', { state: 'not-needed' }),
        capability('fetch', { state: 'not-needed' }),
      ],
    });
    expect(children.map(({ label, description }) => [label, description])).toEqual([
      ['audio', 'declared'],
      ['Not needed', '2'],
    ]);
    expect(children[1]?.isExpanded).toBe(false);
    expect(children[1]?.children.map(({ label }) => label)).toEqual(['voip', 'fetch']);
  });

  it('lists below a mode what it asks for and where it is used', () => {
    const { children } = onlyTarget({
      capabilities: [
        capability('voip', {
          requirements: [
            {
              kind: 'plist-key',
              name: 'NSMicrophoneUsageDescription',
              state: 'unmet',
              when: 'the app records',
              detail: 'not in Info.plist',
              place: undefined,
            },
          ],
          uses: [{ ...place('file:///app/My%20Calls.swift', 11), label: 'PKPushRegistry' }],
        }),
      ],
    });
    const [requirement, use] = children[0]?.children ?? [];
    expect(requirement).toMatchObject({
      label: 'NSMicrophoneUsageDescription',
      description: 'missing',
      tooltip: 'not in Info.plist\nneeded when the app records',
    });
    expect(use).toMatchObject({ label: 'PKPushRegistry', description: 'My Calls.swift:12' });
    expect(use?.place?.range.start).toEqual({ line: 11, character: 4 });
  });

  it('opens the place of a mode', () => {
    const where = place('file:///app/Info.plist', 2);
    expect(onlyTarget({ capabilities: [capability('audio', { place: where })] }).children[0]?.place).toEqual(
      where,
    );
  });

  it('says what is not known, and which files could not be read', () => {
    const nodes = checklistNodes(
      checklist({
        targets: [target({ gaps: ['a linked package was not read'] })],
        problems: [
          { uri: 'file:///app/A.xcodeproj/project.pbxproj', message: 'The project is not readable' },
        ],
      }),
    );
    expect(nodes[0]?.children.map(({ label }) => label)).toEqual(['a linked package was not read']);
    expect(nodes[1]).toMatchObject({ label: 'The project is not readable', description: 'project.pbxproj' });
    expect(nodes[1]?.place?.uri).toBe('file:///app/A.xcodeproj/project.pbxproj');
  });

  it('gives every row an id of its own, the same after a refresh', () => {
    const full = checklist({
      targets: ['t1', 't2'].map((id) =>
        target({
          id,
          gaps: ['one', 'two'],
          capabilities: [
            capability('audio', {
              uses: [
                { ...place('file:///a.swift', 1), label: 'a' },
                { ...place('file:///a.swift', 1), label: 'a' },
              ],
            }),
            capability('audio', { key: 'WKBackgroundModes' }),
            capability('fetch', { state: 'not-needed' }),
          ],
        }),
      ),
      problems: ['one', 'two'].map((message) => ({ uri: 'file:///a', message })),
    });
    const ids = flatten(checklistNodes(full)).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(flatten(checklistNodes(full)).map(({ id }) => id)).toEqual(ids);
  });

  it('survives file names that are not well encoded', () => {
    const uses = [{ ...place('file:///app/100%.swift', 0), label: 'x' }];
    const { children } = onlyTarget({ capabilities: [capability('audio', { uses })] });
    expect(children[0]?.children[0]?.description).toBe('100%.swift:1');
  });
});
