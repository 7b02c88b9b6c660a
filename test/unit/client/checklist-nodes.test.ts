import { describe, expect, it } from 'vitest';
import {
  capability,
  finding,
  flatten,
  identifier,
  place,
  requirement,
  row,
  rows,
  target,
  targetRow,
} from './support/checklists';

const step = { id: 'device', title: 'On a device', how: 'Use *one*.', links: ['https://example.com/a'] };
const addAudio = { title: "Add 'audio'", isPreferred: true };

describe('checklist nodes', () => {
  it('shows the target with its product and platforms, unfolded', () => {
    expect(targetRow({})).toMatchObject({ label: 'Player', description: 'app, iOS 16.0', isExpanded: true });
  });

  it('counts what is done, missing and wrong for each target', () => {
    const node = targetRow({
      capabilities: [
        capability('audio'),
        capability('voip', { state: 'missing', status: 'missing' }),
        capability('location', { state: 'unused', status: 'wrong' }),
        capability('fetch', { state: 'not-needed', status: 'not-needed' }),
      ],
      identifiers: [identifier('com.example.refresh')],
      findings: [finding('Twice')],
    });
    expect(node.description).toBe('1 of 5 done, 1 missing, 2 wrong · app, iOS 16.0');
    expect(node.accessibleLabel).toBe('Target Player, app, iOS 16.0, 1 of 5 done, 1 missing, 2 wrong');
  });

  it('gives every status a word and an icon of its own', () => {
    const statuses = ['done', 'missing', 'wrong', 'by-hand'] as const;
    const { children } = targetRow({
      capabilities: statuses.map((status) => capability(status, { status })),
    });
    expect(new Set(children.map(({ description }) => description)).size).toBe(statuses.length);
    expect(new Set(children.map(({ icon }) => icon.id)).size).toBe(statuses.length);
  });

  it('says what the icons show to those who do not see them', () => {
    const missing = capability('audio', {
      label: 'Audio',
      state: 'missing',
      status: 'missing',
      detail: 'needed by setCategory',
    });
    expect(row([targetRow({ capabilities: [missing] })], 'Audio').accessibleLabel).toBe(
      'Audio: missing, needed by setCategory',
    );
  });

  it('puts modes that are not needed into one folded row at the end, ready to be added', () => {
    const notNeeded = { state: 'not-needed', status: 'not-needed' } as const;
    const { children } = targetRow({
      capabilities: [capability('audio'), capability('voip', notNeeded), capability('fetch', notNeeded)],
      steps: [step],
    });
    expect(children.map(({ label, description }) => [label, description])).toEqual([
      ['audio', 'done'],
      ['To be tested by hand', '0 of 1 done'],
      ['Not needed', '2'],
    ]);
    expect(children[2]?.isExpanded).toBe(false);
    expect(children[2]?.children.map(({ addable }) => addable)).toEqual([
      { targetId: 't1', mode: 'voip' },
      { targetId: 't1', mode: 'fetch' },
    ]);
    expect(children[2]?.children[0]?.isDone).toBeUndefined();
  });

  it('lists below a mode what is wrong, what it asks for and where it is used', () => {
    const { children } = targetRow({
      capabilities: [
        capability('voip', {
          findings: [finding('No push arrives', { page: 'https://example.com/rule' })],
          requirements: [requirement('NSMicrophoneUsageDescription', { when: 'the app records' })],
          uses: [{ ...place('file:///app/My%20Calls.swift', 11), label: 'PKPushRegistry' }],
        }),
      ],
    });
    const [wrong, asked, use] = children[0]?.children ?? [];
    expect(wrong).toMatchObject({
      label: 'No push arrives',
      description: 'Player.swift:7',
      accessibleLabel: 'Finding: No push arrives, in Player.swift:7',
      page: 'https://example.com/rule',
    });
    expect(children[0]?.page).toBe('https://example.com/rule');
    expect(asked?.page).toBeUndefined();
    expect(asked).toMatchObject({
      label: 'NSMicrophoneUsageDescription',
      description: 'missing',
      tooltip: 'not in Info.plist\nneeded when the app records',
    });
    expect(use).toMatchObject({ label: 'PKPushRegistry', description: 'My Calls.swift:12' });
    expect(use?.place?.range.start).toEqual({ line: 11, character: 4 });
  });

  it('offers the preferred fix of each finding once, on the mode too', () => {
    const needs = ['Now Playing needs it', 'AirPlay needs it'].map((message) =>
      finding(message, { fixes: [{ title: 'Read more', isPreferred: false }, addAudio] }),
    );
    const microphone = finding('It crashes', { fixes: [{ title: 'Add the key', isPreferred: false }] });
    const node = targetRow({
      capabilities: [
        capability('audio', {
          findings: needs,
          requirements: [requirement('Mic', { findings: [microphone] })],
        }),
      ],
    });
    const titles = (label: string) => row([node], label).fixes?.map(({ title }) => title);
    expect(titles('audio')).toEqual(["Add 'audio'", 'Add the key']);
    expect(titles('Mic')).toEqual(['Add the key']);
    expect(titles('AirPlay needs it')).toEqual(["Add 'audio'"]);
    expect(row([node], 'audio').fixes?.[0]).toMatchObject({ targetId: 't1', finding: needs[0] });
  });

  it('lets a person tick what only a person can judge, and nothing else', () => {
    const parts = {
      capabilities: [
        capability('audio'),
        capability('location', { state: 'undetermined', status: 'by-hand' }),
      ],
      steps: [step],
    } as const;
    const before = targetRow(parts);
    expect(
      flatten([before])
        .filter(({ isTickable }) => isTickable)
        .map(({ label }) => label),
    ).toEqual(['location', 'On a device']);
    expect(row([before], 'location')).toMatchObject({ description: 'to be checked by hand', isDone: false });

    const ids = ['location', 'On a device'].map((label) => row([before], label).id);
    const after = targetRow(parts, ids);
    expect(row([after], 'location')).toMatchObject({ description: 'checked by hand', isDone: true });
    expect(after.description).toBe('2 of 2 done · app, iOS 16.0');
    expect(row([after], 'To be tested by hand').description).toBe('1 of 1 done');
    expect(row([after], 'On a device').accessibleLabel).toBe('On a device: tested by hand');
    expect(row([after], 'On a device').icon).not.toEqual(row([before], 'On a device').icon);
  });

  it('tells how a step is done, with its sources', () => {
    expect(row([targetRow({ steps: [step] })], 'On a device').tooltip).toEqual({
      markdown: '**On a device**\n\nUse *one*.\n\n[Read more](https://example.com/a)',
    });
  });

  it('lists the task identifiers with what the code does with them', () => {
    const uses = [{ ...place('file:///app/Tasks.swift', 2), part: 'registered' as const }];
    const node = targetRow({ identifiers: [identifier('com.example.refresh', { uses })] });
    expect(row([node], 'Task identifiers').description).toBe('0 of 1 done');
    expect(row([node], 'com.example.refresh').accessibleLabel).toBe(
      'Task identifier com.example.refresh: to be checked by hand, permitted in Info.plist, line 9',
    );
    expect(row([node], 'registered').description).toBe('Tasks.swift:3');
  });

  it('opens the place of a mode', () => {
    const where = place('file:///app/Info.plist', 2);
    expect(
      row([targetRow({ capabilities: [capability('audio', { place: where })] })], 'audio').place,
    ).toEqual(where);
  });

  it('says what is not known, and which files could not be read', () => {
    const nodes = rows({
      targets: [target({ gaps: ['a linked package was not read'] })],
      problems: [{ uri: 'file:///app/A.xcodeproj/project.pbxproj', message: 'The project is not readable' }],
    });
    expect(nodes[0]?.children.map(({ label }) => label)).toEqual(['a linked package was not read']);
    expect(nodes[1]).toMatchObject({ label: 'The project is not readable', description: 'project.pbxproj' });
    expect(nodes[1]?.place?.uri).toBe('file:///app/A.xcodeproj/project.pbxproj');
  });

  it('gives every row an id of its own, the same after a refresh', () => {
    const uses = [1, 1].map((line) => ({ ...place('file:///a.swift', line), label: 'a' }));
    const findings = [finding('a'), finding('a')];
    const full = {
      targets: ['t1', 't2'].map((id) =>
        target({
          id,
          gaps: ['one', 'two'],
          capabilities: [
            capability('audio', { uses, findings, requirements: [requirement('k'), requirement('l')] }),
            capability('audio', { key: 'WKBackgroundModes' }),
            capability('fetch', { state: 'not-needed', status: 'not-needed' }),
          ],
          identifiers: [identifier('a', { findings }), identifier('b')],
          findings,
          steps: [step],
        }),
      ),
      problems: ['one', 'two'].map((message) => ({ uri: 'file:///a', message })),
    };
    const ids = flatten(rows(full)).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(flatten(rows(full)).map(({ id }) => id)).toEqual(ids);
  });

  it('survives file names that are not well encoded', () => {
    const uses = [{ ...place('file:///app/100%.swift', 0), label: 'x' }];
    expect(row([targetRow({ capabilities: [capability('audio', { uses })] })], 'x').description).toBe(
      '100%.swift:1',
    );
  });
});
