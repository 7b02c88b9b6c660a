import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/{unit,rules,lsp,cli}/**/*.test.ts'],
    testTimeout: 30_000,
    // Examples of all rules are checked in one go before they are compared one by one.
    hookTimeout: 120_000,
  },
});
