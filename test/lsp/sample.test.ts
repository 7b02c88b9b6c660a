/** The way of somebody who tries the sample app: two findings, two fixes, and nothing is left to do but tests by hand. */
import { afterEach, describe, expect, it } from 'vitest';
import { createWorkspace } from '../../server/src/core/workspace';
import type { Checklist } from '../../server/src/lsp/protocol';
import type { Files } from '../support/check-files';
import { fixedFiles } from '../support/fixed-files';
import { folderFiles } from '../support/fixture-files';
import { memoryHost } from '../support/memory-fs';
import { TestClient } from './support/client';
import { inMemory } from './support/transport';

describe('the checklist of the sample app', () => {
  let client: TestClient;
  afterEach(() => client.stop());

  async function checklistOf(files: Files): Promise<Checklist> {
    const entries = Object.entries(files).map(([path, text]) => [`file:///ws/${path}`, text]);
    const host = memoryHost(Object.fromEntries(entries));
    client = await TestClient.start(inMemory(() => createWorkspace(host)));
    return client.indexed();
  }

  /** `audio: done` */
  function neededModes({ targets }: Checklist): string[] {
    return targets
      .flatMap(({ capabilities }) => capabilities)
      .filter(({ status }) => status !== 'not-needed')
      .map(({ mode, status }) => `${mode}: ${status}`);
  }

  it('has one mode that is missing', async () => {
    const checklist = await checklistOf(folderFiles('sample'));
    expect(checklist.targets.map(({ name }) => name)).toEqual(['SlowRadio']);
    expect(neededModes(checklist)).toEqual(['audio: missing']);
    expect(checklist.counts).toEqual({ error: 1, warning: 1, information: 0, hint: 0 });
  });

  it('is green after two fixes', async () => {
    const checklist = await checklistOf(await fixedFiles(folderFiles('sample'), 2));
    expect(neededModes(checklist)).toEqual(['audio: done']);
    expect(checklist.counts).toEqual({ error: 0, warning: 0, information: 0, hint: 0 });
    expect(checklist.targets.flatMap(({ findings }) => findings)).toEqual([]);
  });
});
