import { describe, expect, it } from 'vitest';
import type { Discovery } from '../../../server/src/core/project/discovery';
import type { OwnerStep } from '../../../server/src/core/project/owners/types';
import type { Target } from '../../../server/src/core/project/types';
import { joinUri } from '../../../server/src/core/uri';
import { OpenDocuments } from '../../../server/src/core/workspace/documents';
import { WorkspaceFiles } from '../../../server/src/core/workspace/files';
import { OwnerStage } from '../../../server/src/core/workspace/owner-stage';
import { plistFiles } from '../../../server/src/core/workspace/parsed-files';
import { memoryHost } from '../../support/memory-fs';

const found: Discovery = {
  projects: [],
  infoPlists: [],
  entitlements: [],
  sources: [],
  configs: [],
  packages: [],
  markers: [],
  isTruncated: false,
};

const app: Target = {
  id: 'app',
  name: 'App',
  product: 'app',
  platforms: ['iOS'],
  projectUri: undefined,
  configurations: [],
  sources: [],
  dependencies: [],
  isComplete: true,
  gaps: [],
};

/** Links what `links.txt` names, a path a line. */
const step: OwnerStep = async (targets, { files, roots }) => {
  const text = await files.text(joinUri(roots[0] ?? '', 'links.txt'));
  const linkedSources = text?.split('\n') ?? [];
  const problems = text === undefined ? [{ uri: 'file:///ws/links.txt', message: 'missing' }] : [];
  return { targets: targets.map((target) => ({ ...target, linkedSources })), problems };
};

function stage() {
  const host = memoryHost({ 'links.txt': 'a.swift', 'other.txt': '' });
  const files = new WorkspaceFiles(host, new OpenDocuments());
  files.setRoots(['file:///ws']);
  let runs = 0;
  const counted: OwnerStep = (targets, context) => {
    runs++;
    return step(targets, context);
  };
  const parseSwift = () => Promise.reject(new Error('not asked for'));
  const owners = new OwnerStage(files, plistFiles(files), parseSwift, [counted]);
  return { host, owners, runs: () => runs };
}

describe('what tools know of the targets', () => {
  it('is asked again only when something that they read has changed', async () => {
    const { host, owners, runs } = stage();
    await owners.run([app], found);
    owners.textChanged(host.uri('other.txt'));
    await owners.run([app], found);
    expect(runs()).toBe(1);
    host.contents.set(host.uri('links.txt'), 'b.swift');
    owners.textChanged(host.uri('links.txt'));
    expect(owners.isStale).toBe(true);
    const { targets } = await owners.run([app], found);
    expect([runs(), targets[0]?.linkedSources]).toEqual([2, ['b.swift']]);
  });

  it('is asked again for other targets', async () => {
    const { owners, runs } = stage();
    await owners.run([app], found);
    await owners.run([{ ...app, name: 'Other' }], found);
    expect(runs()).toBe(2);
  });

  it('gives the same object for a target that came out as before', async () => {
    const { host, owners } = stage();
    const first = await owners.run([app], found);
    owners.textChanged(host.uri('links.txt'));
    const second = await owners.run([app], found);
    expect(second.targets[0]).toBe(first.targets[0]);
  });

  it('tells the problems of the steps until they are gone', async () => {
    const { host, owners } = stage();
    const content = host.contents.get(host.uri('links.txt')) ?? '';
    host.contents.delete(host.uri('links.txt'));
    expect((await owners.run([app], found)).problems).toHaveLength(1);
    host.contents.set(host.uri('links.txt'), content);
    owners.existenceChanged(host.uri('links.txt'));
    expect((await owners.run([app], found)).problems).toEqual([]);
  });
});
