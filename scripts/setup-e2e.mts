/** `npm run setup:e2e`: installs the programs that tests need, and says what it could not install. */
import { setUp, type ToolName } from './e2e/tools.mjs';

const names: readonly ToolName[] = ['host', 'chromium', 'neovim', 'plistutil'];
let missing = 0;
for (const name of names) {
  const state = await setUp(name);
  console.log(state.ok ? `${name}: ready` : `${name}: not available, because ${state.reason}`);
  if (!state.ok) missing += 1;
}
process.exitCode = missing > 0 ? 1 : 0;
