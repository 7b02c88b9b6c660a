/** The programs that real-editor runs need, by name. */
import type { Availability } from './availability.mjs';
import { ensureProgram, findProgram } from './debian.mjs';
import { installHost } from './install-host.mjs';

export type ToolName = 'host' | 'chromium' | 'neovim';

const chromiumPrograms = ['chromium', 'chromium-browser', 'google-chrome'];

/** Installs the tool where that is needed and possible. */
export function setUp(name: ToolName): Promise<Availability> {
  switch (name) {
    case 'host':
      return installHost();
    case 'chromium':
      return ensureProgram(chromiumPrograms, ['chromium', 'fonts-dejavu-core']);
    case 'neovim':
      return ensureProgram(['nvim'], ['neovim']);
  }
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
