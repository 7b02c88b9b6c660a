/** The bundles of `dist`, built when a source is newer than they are. Safe to call from several processes at once. */
import { execFile } from 'node:child_process';
import { mkdir, readdir, rmdir, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';

const root = path.join(import.meta.dirname, '../..');
const sources = ['server/src', 'server/grammars', 'client/src', 'scripts/build.mts', 'package.json'];
const products = ['client.js', 'server.js', 'cli.js'];
const lock = path.join(tmpdir(), `background-modes-build-${Buffer.from(root).toString('hex').slice(-40)}`);
/** Milliseconds after which a lock is taken for one that a killed build left. */
const lockLifetime = 60_000;

let built: Promise<void> | undefined;

/** Absolute path of `dist/<name>`, up to date. Rejects with the output of the build when it fails. */
export async function builtFile(name: string): Promise<string> {
  built ??= buildWhenStale();
  await built;
  return path.join(root, 'dist', name);
}

async function buildWhenStale(): Promise<void> {
  await withLock(async () => {
    if ((await oldestProduct()) > (await newest(sources.map((source) => path.join(root, source))))) return;
    const tsx = path.join(root, 'node_modules/tsx/dist/cli.mjs');
    await promisify(execFile)(process.execPath, [tsx, path.join(root, 'scripts/build.mts')], { cwd: root });
  });
}

async function withLock(work: () => Promise<void>): Promise<void> {
  while (!(await acquire())) await delay(200);
  try {
    await work();
  } finally {
    await rmdir(lock).catch(() => undefined);
  }
}

async function acquire(): Promise<boolean> {
  try {
    await mkdir(lock);
    return true;
  } catch {
    const age = Date.now() - (await modified(lock));
    if (age > lockLifetime) await rmdir(lock).catch(() => undefined);
    return false;
  }
}

async function oldestProduct(): Promise<number> {
  const times = await Promise.all(products.map((name) => modified(path.join(root, 'dist', name))));
  return Math.min(...times);
}

async function newest(paths: readonly string[]): Promise<number> {
  const times = await Promise.all(
    paths.map(async (file) => {
      const info = await stat(file).catch(() => undefined);
      if (!info?.isDirectory()) return info?.mtimeMs ?? 0;
      return newest((await readdir(file)).map((name) => path.join(file, name)));
    }),
  );
  return Math.max(0, ...times);
}

/** Milliseconds since 1970; 0 for what does not exist. */
async function modified(file: string): Promise<number> {
  return (await stat(file).catch(() => undefined))?.mtimeMs ?? 0;
}
