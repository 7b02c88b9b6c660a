import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { environmentForNpm, run } from '../../../scripts/e2e/run.mjs';

describe('run', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'background-modes-run-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function node(script: string, timeout = 20_000) {
    return run(process.execPath, ['-e', script], { timeout });
  }

  it('answers with the exit status and everything that was printed', async () => {
    const script = "console.log('out'); console.error('err'); process.exitCode = 3";
    const { code, output } = await node(script);
    expect(code).toBe(3);
    expect(output.split('\n').sort()).toEqual(['', 'err', 'out']);
  });

  it('says when the program cannot be started', async () => {
    const { code, output } = await run(path.join(folder, 'nothing'), [], { timeout: 1000 });
    expect(code).toBe(127);
    expect(output).toContain('ENOENT');
  });

  it('ends a program that takes too long, and what that has started', async () => {
    const file = path.join(folder, 'pid');
    const script = `
      const child = require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
      require('node:fs').writeFileSync(${JSON.stringify(file)}, String(child.pid));
      setInterval(() => {}, 1000);`;
    const { code, output } = await node(script, 1500);
    expect(code).toBe(124);
    expect(output).toContain('ended after 1.5 s');
    expect(existsSync(file)).toBe(true);
    const grandchild = Number(readFileSync(file, 'utf8'));
    await expect.poll(() => isAlive(grandchild), { timeout: 10_000 }).toBe(false);
  });
});

describe('the environment for an npm of our own', () => {
  it('forgets what the npm around it was told, and keeps the rest', () => {
    const before = { ...process.env };
    Object.assign(process.env, {
      npm_config_ignore_scripts: 'true',
      npm_config_local_prefix: '/somewhere',
      npm_lifecycle_event: 'test',
      npm_config_registry: 'https://registry.example',
    });
    const env = environmentForNpm();
    process.env = before;
    expect(Object.keys(env)).not.toContain('npm_config_ignore_scripts');
    expect(Object.keys(env)).not.toContain('npm_config_local_prefix');
    expect(Object.keys(env)).not.toContain('npm_lifecycle_event');
    expect(env.npm_config_registry).toBe('https://registry.example');
    expect(env.PATH).toBe(process.env.PATH);
  });
});

/** A process that has ended but was not waited for (a zombie of a container's init) counts as gone. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    const stat = `/proc/${pid}/stat`;
    return !existsSync(stat) || !readFileSync(stat, 'utf8').includes(') Z ');
  } catch {
    return false;
  }
}
