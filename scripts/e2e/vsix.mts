/** Packs the extension as it would be published. */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createVSIX, listFiles, PackageManager } from '@vscode/vsce';
import { root, vsixFile } from './places.mjs';
import { run } from './run.mjs';

const BUILD_TIMEOUT = 180_000;

export async function packageExtension(): Promise<{ sizeInBytes: number; files: string[] }> {
  const build = await run(process.execPath, ['--import', 'tsx', 'scripts/build.mts', '--production'], {
    cwd: root,
    timeout: BUILD_TIMEOUT,
  });
  if (build.code !== 0) throw new Error(`the production build failed:\n${build.output}`);
  writeFileSync(path.join(root, 'dist/third-party-notices.txt'), notices());
  // The bundles hold every dependency already.
  await createVSIX({
    cwd: root,
    packagePath: vsixFile,
    dependencies: false,
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
  });
  const files = await listFiles({ cwd: root, packageManager: PackageManager.None });
  return { sizeInBytes: statSync(vsixFile).size, files };
}

/** The licences of everything that is bundled, which their authors ask to be passed on. */
function notices(): string {
  const heading = 'Background Modes contains the following packages.\n';
  return [heading, ...bundledPackages().map(notice)].join('\n');
}

/** Folders of the runtime dependencies and of theirs, sorted. */
function bundledPackages(): string[] {
  const found = new Set<string>();
  const visit = (name: string, from: string) => {
    const folder = resolvePackage(name, from);
    if (found.has(folder)) return;
    found.add(folder);
    for (const dependency of Object.keys(manifest(folder).dependencies ?? {})) visit(dependency, folder);
  };
  for (const name of Object.keys(manifest(root).dependencies ?? {})) visit(name, root);
  return [...found].sort();
}

/** Node's own lookup: `node_modules` of the folder, then of those above it. */
function resolvePackage(name: string, from: string): string {
  for (let folder = from; ; folder = path.dirname(folder)) {
    const candidate = path.join(folder, 'node_modules', name);
    if (statSync(candidate, { throwIfNoEntry: false })?.isDirectory()) return candidate;
    if (path.dirname(folder) === folder) throw new Error(`${name}, which ${from} needs, is not installed`);
  }
}

interface Manifest {
  readonly name?: string;
  readonly version?: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

function manifest(folder: string): Manifest {
  const parsed: Manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  return parsed;
}

function notice(folder: string): string {
  const { name, version, license } = manifest(folder);
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file === undefined ? '' : readFileSync(path.join(folder, file), 'utf8').trim();
  return `${'-'.repeat(80)}\n${name} ${version} (${license})\n\n${text}\n`;
}
