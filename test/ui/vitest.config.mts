import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Pictures for the documentation are taken when they are asked for, and nothing else is done then.
    include: process.env.BACKGROUND_MODES_SCREENSHOTS ? ['test/ui/pictures.ts'] : ['test/ui/**/*.test.ts'],
    globalSetup: ['test/ui/package.ts'],
    // Each file has an editor and a browser of its own, which are as much as a machine can bear at a time.
    fileParallelism: false,
    // Packing and installing the extension and starting an editor, on a machine that may be busy.
    hookTimeout: 300_000,
    testTimeout: 120_000,
    // The steps are those of one person in one window: after a failure the rest says nothing.
    bail: 1,
  },
});
