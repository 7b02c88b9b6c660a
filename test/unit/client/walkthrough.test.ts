import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Checklist } from '../../../client/src/protocol';
import { Progress, start } from '../../../client/src/walkthrough/milestones';
import { firstFile, sampleFiles } from '../../../client/src/walkthrough/sample-files';
import manifest from '../../../package.json';
import { findingCode } from '../../../server/src/core/rules/types';
import { type Checked, checkFiles } from '../../support/check-files';
import { fixedFiles } from '../../support/fixed-files';
import { folderFiles } from '../../support/fixture-files';

const root = path.join(import.meta.dirname, '../../..');
const sample = folderFiles('sample');

function codes({ findings, path }: Checked): string[] {
  return findings.map((finding) => `${path(finding.uri)}: ${findingCode(finding)}`).sort();
}

describe('the sample app', () => {
  it('consists of the files that are copied', () => {
    expect(Object.keys(sample).sort()).toEqual([...sampleFiles].sort());
    expect(sampleFiles).toContain(firstFile);
  });

  it('has two mistakes, one of them in the file that is shown first', async () => {
    const checked = await checkFiles(sample);
    expect(checked.errors).toEqual([]);
    expect(codes(checked)).toEqual([
      'SlowRadio/Favourites.swift: expiration-handler-does-not-end-task/no-end',
      `${firstFile}: missing-background-mode/audio-now-playing`,
    ]);
  });

  it('is flawless after two quick fixes', async () => {
    expect(codes(await checkFiles(await fixedFiles(sample, 1)))).toHaveLength(1);
    expect(codes(await checkFiles(await fixedFiles(sample, 2)))).toEqual([]);
  });

  it('has nothing more to say under the strictest rules', async () => {
    const strict = { ...(await fixedFiles(sample, 2)), 'background-modes.json': '{ "preset": "strict" }' };
    expect(codes(await checkFiles(strict))).toEqual([]);
  });
});

describe('the milestones of the walkthrough', () => {
  const checklist = (findings: number, more: Partial<Checklist> = {}): Checklist => ({
    isLoading: false,
    targets: [],
    counts: { error: findings, warning: 0, information: 0, hint: 0 },
    problems: [],
    ...more,
  });

  it('are reached by findings, and by fewer of them', () => {
    const progress = new Progress();
    expect(progress.next(checklist(0))).toEqual(start);
    expect(progress.next(checklist(2))).toEqual({ ...start, hasFindings: true });
    expect(progress.next(checklist(2)).hasFixed).toBe(false);
    expect(progress.next(checklist(1)).hasFixed).toBe(true);
  });

  it('stay reached', () => {
    const progress = new Progress();
    progress.next(checklist(1));
    progress.next(checklist(0));
    expect(progress.next(checklist(3))).toEqual({ hasTargets: false, hasFindings: true, hasFixed: true });
  });

  it('are not reached by what is counted while the workspace is read', () => {
    const progress = new Progress();
    expect(progress.next(checklist(5, { isLoading: true }))).toEqual(start);
    expect(progress.next(checklist(2)).hasFixed).toBe(false);
  });

  it('are not reached by a server that ends', () => {
    const progress = new Progress();
    progress.next(checklist(5));
    progress.next(undefined);
    expect(progress.next(checklist(0)).hasFixed).toBe(false);
  });

  it('are what the steps wait for', () => {
    const source = readFileSync(path.join(root, 'client/src/walkthrough/index.ts'), 'utf8');
    const awaited =
      JSON.stringify(manifest.contributes.walkthroughs).match(/backgroundModes\.walkthrough\.\w+/g) ?? [];
    expect([...new Set(awaited)].map((name) => name.split('.')[2]).sort()).toEqual(Object.keys(start).sort());
    for (const name of Object.keys(start)) expect(source).toContain(`'${name}'`);
  });
});

describe('the steps of the walkthrough', () => {
  const steps = manifest.contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);

  const drawn = steps.flatMap(({ id, media }) => (media.svg === undefined ? [] : [[id, media.svg] as const]));
  const photographed = steps.flatMap(({ id, media }) =>
    media.image === undefined ? [] : [[id, media.image] as const],
  );

  it('have a picture each', () => {
    expect(drawn.length).toBeGreaterThan(0);
    expect(drawn.length + photographed.length).toBe(steps.length);
  });

  it.each(photographed)('%s has a picture for every theme', (_, image) => {
    expect(Object.keys(image).sort()).toEqual(['dark', 'hc', 'hcLight', 'light']);
    expect(Object.values(image).filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
  });

  it.each(drawn)('%s has a picture for every theme', (_, file) => {
    const svg = readFileSync(path.join(root, file), 'utf8');
    expect(existsSync(path.join(root, file))).toBe(true);
    // A colour by itself would be lost on some background.
    const colours = [...svg.matchAll(/(?:fill|stroke)="([^"]*)"/g)].map(([, colour]) => colour ?? '');
    expect(colours.length).toBeGreaterThan(0);
    expect(colours.filter((colour) => colour !== 'none' && !colour.startsWith('var(--vscode-'))).toEqual([]);
  });
});
