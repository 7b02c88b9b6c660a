/** Programs that come from Debian's packages: found on PATH, or installed when that is possible. */
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { type Availability, available, unavailable } from './availability.mjs';
import { run } from './run.mjs';

const APT_LISTS = '/var/lib/apt/lists';
const APT_TIMEOUT = 300_000;

/** Full path of a program on PATH. */
export function findProgram(name: string): string | undefined {
  const suffixes = process.platform === 'win32' ? ['.cmd', '.exe'] : [''];
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    for (const suffix of suffixes) {
      const candidate = path.join(folder, name + suffix);
      if (isExecutable(candidate)) return candidate;
    }
  }
  return undefined;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Makes sure that one of `programs` is on PATH, with the help of apt when this process may install. */
export async function ensureProgram(
  programs: readonly string[],
  packages: readonly string[],
): Promise<Availability> {
  const isThere = () => programs.some((program) => findProgram(program) !== undefined);
  if (isThere()) return available;
  const name = programs.join(' or ');
  if (findProgram('apt-get') === undefined)
    return unavailable(`${name} is not on PATH and there is no apt-get`);
  if (process.getuid?.() !== 0) return unavailable(`${name} is not on PATH, and installing it needs root`);

  console.log(`installing ${packages.join(', ')} with apt-get`);
  if (!haveAptLists()) await apt(['update']);
  let outcome = await installPackages(packages);
  if (outcome.code !== 0) {
    // Old lists name package versions that the mirror no longer has.
    await apt(['update']);
    outcome = await installPackages(packages);
  }
  if (isThere()) return available;
  return unavailable(`apt-get could not install ${packages.join(', ')}: ${lastLine(outcome.output)}`);
}

function haveAptLists(): boolean {
  return existsSync(APT_LISTS) && readdirSync(APT_LISTS).some((name) => name.includes('_Packages'));
}

function installPackages(packages: readonly string[]) {
  return apt(['install', '--yes', '--no-install-recommends', ...packages]);
}

function apt(args: readonly string[]) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return run('apt-get', ['-qq', ...args], { env, timeout: APT_TIMEOUT });
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? 'no output';
}
