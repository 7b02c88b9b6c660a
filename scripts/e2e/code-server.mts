/** Starts and stops a VS Code server of our own on 127.0.0.1, with home, settings and extensions of its own. */
import type { ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { codeServerEntry, hostNode } from './places.mjs';
import { endGroup, run, sleep, spawnGroup } from './run.mjs';

export interface CodeServerOptions {
  /** Extensions to install before the start. */
  readonly vsix?: readonly string[];
  /** Added to the quiet defaults of `settings.json`. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Lets a URL's payload start an extension under development and its tests. Hides toasts. */
  readonly testDriver?: boolean;
  /** Taken when it is free; any other free port otherwise. */
  readonly preferredPort?: number;
}

export interface CodeServer {
  readonly authority: string;
  /** Milliseconds since the epoch, just before the process was started. */
  readonly startedAt: number;
  readonly extensionsFolder: string;
  /** Everything that the server printed. */
  output(): string;
  /** The address of the workbench with a folder open. `payload`: pairs that VS Code's web workbench understands. */
  url(folder: string, payload?: readonly (readonly [string, string])[]): string;
  /** A file on this machine, in the words of the workbench. */
  remoteUri(file: string): string;
  stop(): Promise<void>;
}

const START_TIMEOUT = 120_000;
const INSTALL_TIMEOUT = 120_000;

/** No network, no first-start pages, no questions. */
const quietSettings = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'git.enabled': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
};

/** Rejects, with what the server printed, when it does not start. */
export async function startCodeServer(options: CodeServerOptions = {}): Promise<CodeServer> {
  const home = mkdtempSync(path.join(os.tmpdir(), 'background-modes-host-'));
  const removeHome = () => {
    process.removeListener('exit', removeHome);
    rmSync(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  };
  process.once('exit', removeHome);
  try {
    return await startIn(home, removeHome, options);
  } catch (error) {
    removeHome();
    throw error;
  }
}

async function startIn(
  home: string,
  removeHome: () => void,
  options: CodeServerOptions,
): Promise<CodeServer> {
  const userData = path.join(home, 'user-data');
  const extensionsFolder = path.join(home, 'extensions');
  for (const folder of [path.join(userData, 'User'), extensionsFolder])
    mkdirSync(folder, { recursive: true });
  const settings = { ...quietSettings, ...options.settings };
  writeFileSync(path.join(userData, 'User/settings.json'), JSON.stringify(settings));
  const env = sandboxEnvironment(home);
  const common = [
    codeServerEntry,
    ...['--config', path.join(home, 'code-server.yaml')],
    ...['--user-data-dir', userData],
    ...['--extensions-dir', extensionsFolder],
  ];
  for (const vsix of options.vsix ?? []) await install(vsix, common, env);

  const port = await freePort(options.preferredPort);
  const authority = `127.0.0.1:${port}`;
  const startedAt = Date.now();
  const child = spawnGroup(
    hostNode,
    [...common, ...serverArguments(authority, options.testDriver ?? false)],
    {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk));
  await untilReady(child, `http://${authority}/healthz`, () => output);

  const remoteUri = (file: string) => `vscode-remote://${authority}${file}`;
  return {
    authority,
    startedAt,
    extensionsFolder,
    output: () => output,
    remoteUri,
    url: (folder, payload) => {
      const query = new URLSearchParams({ folder });
      if (payload !== undefined) query.set('payload', JSON.stringify(payload));
      return `http://${authority}/?${query}`;
    },
    async stop() {
      await endGroup(child);
      removeHome();
    },
  };
}

function serverArguments(authority: string, testDriver: boolean): string[] {
  return [
    ...['--auth', 'none'],
    ...['--bind-addr', authority],
    '--disable-telemetry',
    '--disable-update-check',
    '--disable-workspace-trust',
    '--disable-getting-started-override',
    '--disable-proxy',
    '--ignore-last-opened',
    // Without it a built workbench ignores the payload's test entries and the run hangs silently.
    ...(testDriver ? ['--vscode-option', 'enable-smoke-test-driver'] : []),
  ];
}

async function install(vsix: string, common: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  const args = [...common, '--install-extension', vsix, '--force'];
  const { code, output } = await run(hostNode, args, { env, timeout: INSTALL_TIMEOUT });
  if (code !== 0) throw new Error(`${path.basename(vsix)} could not be installed:\n${output}`);
}

/** A home of its own, and nothing of an editor or an npm that this process was started from. */
function sandboxEnvironment(home: string): NodeJS.ProcessEnv {
  const foreign = /^(npm_|XDG_|VSCODE_)|^(NODE_OPTIONS|PORT|PASSWORD)$/;
  const inherited = Object.entries(process.env).filter(([name]) => !foreign.test(name));
  // VS Code puts its sockets into TMPDIR.
  return { ...Object.fromEntries(inherited), HOME: home, TMPDIR: home };
}

async function untilReady(child: ChildProcess, url: string, output: () => string): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT;
  while (!(await answers(url))) {
    const hasEnded = child.exitCode !== null || child.signalCode !== null;
    if (hasEnded || Date.now() > deadline) {
      await endGroup(child);
      throw new Error(`code-server did not start:\n${output()}`);
    }
    await sleep(50);
  }
}

function answers(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const request = http.get(url, { timeout: 2000 }, (response) => {
      response.resume();
      resolve(true);
    });
    request.on('error', () => resolve(false));
    request.on('timeout', () => request.destroy());
  });
}

async function freePort(preferred = 0): Promise<number> {
  return (await tryPort(preferred)) ?? (await tryPort(0)) ?? 0;
}

function tryPort(wanted: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.once('error', () => resolve(undefined));
    probe.listen(wanted, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' ? address?.port : undefined;
      probe.close(() => resolve(port));
    });
  });
}
