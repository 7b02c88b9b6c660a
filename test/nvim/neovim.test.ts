import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root, sampleApp } from '../../scripts/e2e/places.mjs';
import { run } from '../../scripts/e2e/run.mjs';
import { requireTools } from '../../scripts/e2e/tools.mjs';
import { infoPlist, missingModeFix, mistakes, task } from '../support/sample-app';

/** What client.lua writes down. */
interface Facts {
  readonly error?: string;
  readonly milliseconds?: number;
  readonly finding?: { code: string; source: string; message: string; severity: number; line: number };
  readonly titles?: readonly string[];
  readonly is_withdrawn?: boolean;
  readonly hover?: string;
  readonly definition?: { file: string; line: number };
  readonly is_stopped?: boolean;
}

const NVIM_TIMEOUT = 100_000;
const { file: FILE, rule: RULE } = mistakes.missingMode;
const NEW_NAME = 'com.example.podcastplayer.new-episodes';

describe('Neovim as a client', () => {
  let workspace: string;
  let facts: Facts = {};
  let exitCode: number;

  beforeAll(async () => {
    await requireTools(['neovim']);
    workspace = mkdtempSync(path.join(os.tmpdir(), 'background-modes-nvim-'));
    const app = path.join(workspace, 'app');
    cpSync(sampleApp, app, { recursive: true });
    const out = path.join(workspace, 'facts.json');
    const result = await run(
      'nvim',
      ['--clean', '--headless', '-n', '-c', `luafile ${path.join(import.meta.dirname, 'client.lua')}`],
      { cwd: app, env: environment(app, out), timeout: NVIM_TIMEOUT },
    );
    exitCode = result.code;
    facts = existsSync(out) ? JSON.parse(readFileSync(out, 'utf8')) : { error: result.output };
    if (facts.error !== undefined) console.error(facts.error, result.output);
    console.log(`Neovim: first finding after ${facts.milliseconds?.toFixed(0)} ms`);
  });

  afterAll(() => rmSync(workspace, { recursive: true, force: true }));

  function environment(app: string, out: string): NodeJS.ProcessEnv {
    const home = path.join(workspace, 'home');
    mkdirSync(home);
    const homes = Object.fromEntries(
      ['HOME', 'XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'XDG_STATE_HOME', 'XDG_CACHE_HOME'].map((name) => [
        name,
        home,
      ]),
    );
    return {
      ...process.env,
      ...homes,
      NODE: process.execPath,
      SERVER: path.join(root, 'dist/server.js'),
      ROOT: app,
      FILE: path.join(app, FILE),
      RULE,
      PLIST: path.join(app, infoPlist),
      IDENTIFIER: task.identifier,
      NEW_NAME,
      OUT: out,
    };
  }

  it('shows the finding', () => {
    expect(facts.finding).toMatchObject({ source: 'background-modes', code: expect.stringContaining(RULE) });
  });

  it('offers the fix first', () => {
    expect(facts.titles?.[0]).toContain(missingModeFix);
  });

  it('applies the fix to the other file', () => {
    const plist = readFileSync(path.join(workspace, 'app', infoPlist), 'utf8');
    expect(plist).toContain('<string>audio</string>');
  });

  it('withdraws the finding after the fix', () => {
    expect(facts.is_withdrawn).toBe(true);
  });

  it('explains a task identifier, and says where it is registered', () => {
    expect(facts.hover).toContain(task.identifier);
    expect(facts.hover).toMatch(/registered in .*FeedRefresher\.swift/i);
  });

  it('finds the launch handler of a task identifier', () => {
    const code = readFileSync(path.join(sampleApp, task.file), 'utf8');
    const line = code.slice(0, code.indexOf(task.registration)).split('\n').length;
    expect(facts.definition).toEqual({ file: path.join(workspace, 'app', task.file), line });
  });

  it('renames the identifier in both files', () => {
    for (const file of [infoPlist, task.file]) {
      const read = (app: string) => readFileSync(path.join(app, file), 'utf8');
      expect(read(path.join(workspace, 'app'))).toContain(NEW_NAME);
      expect(read(path.join(workspace, 'app'))).not.toContain(task.identifier);
      expect(read(sampleApp)).toContain(task.identifier);
    }
  });

  it('ends the server when it is asked to', () => {
    expect(facts.error).toBeUndefined();
    expect(facts.is_stopped).toBe(true);
    expect(exitCode).toBe(0);
  });
});
