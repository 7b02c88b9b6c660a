import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/{unit,rules,lsp,cli}/**/*.test.ts'],
    testTimeout: 30_000,
  },
});
