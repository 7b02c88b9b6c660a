/**
 * `npm run test:ui`: the packaged extension in a real window.
 * `--screenshots` also renews the pictures of the documentation.
 */
import { runVitest } from './e2e/legs.mjs';

const env = process.argv.includes('--screenshots') ? { BACKGROUND_MODES_SCREENSHOTS: '1' } : {};
process.exitCode = await runVitest('ui', ['--config', 'test/ui/vitest.config.mts'], env);
