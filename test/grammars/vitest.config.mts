import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['test/grammars/**/*.test.ts'], testTimeout: 60_000 },
});
