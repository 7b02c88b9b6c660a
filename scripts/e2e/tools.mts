/** The programs that tests need besides Node, by name. */
import path from 'node:path';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { type Availability, available, unavailable } from './availability.mjs';
import { ensureProgram, findProgram } from './debian.mjs';
import { installHost, isHostPlatform } from './install-host.mjs';
import { root } from './places.mjs';

/**
 * `vscode`: something that @vscode/test-electron can start. `host`: the VS Code server alone. `plistutil`: a second
 * reader of property lists.
 */
export type ToolName = 'vscode' | 'host' | 'chromium' | 'neovim' | 'plistutil';

const chromiumPrograms = ['chromium', 'chromium-browser', 'google-chrome'];

/** Installs the tool where that is needed and possible. */
export function setUp(name: ToolName): Promise<Availability> {
  switch (name) {
    case 'vscode':
      return setUpVsCode();
    case 'host':
      return installHost();
    case 'chromium':
      return ensureProgram(chromiumPrograms, ['chromium', 'fonts-dejavu-core']);
    case 'neovim':
      return ensureProgram(['nvim'], ['neovim']);
    case 'plistutil':
      return ensureProgram(['plistutil'], ['libplist-utils']);
  }
}

async function setUpVsCode(): Promise<Availability> {
  if (isHostPlatform) {
    const host = await setUp('host');
    return host.ok ? setUp('chromium') : host;
  }
  try {
    await downloadAndUnzipVSCode();
    return available;
  } catch (error) {
    return unavailable(`VS Code could not be downloaded: ${error instanceof Error ? error.message : error}`);
  }
}

/** What @vscode/test-electron should start; needs `setUp('vscode')`. */
export async function vscodeExecutable(): Promise<string> {
  return isHostPlatform ? path.join(root, 'scripts/e2e/code-stand-in.mjs') : downloadAndUnzipVSCode();
}

/** Full path of the Chromium that `setUp('chromium')` found. */
export function chromiumPath(): string {
  for (const program of chromiumPrograms) {
    const found = findProgram(program);
    if (found !== undefined) return found;
  }
  throw new Error('Chromium is not on PATH; run `npm run setup:e2e`');
}

/** Installs the tools where possible; rejects with the reason when one is not to be had. */
export async function requireTools(names: readonly ToolName[]): Promise<void> {
  for (const name of names) {
    const state = await setUp(name);
    if (!state.ok) throw new Error(`${name} is not available: ${state.reason}`);
  }
}
