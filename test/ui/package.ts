/** Packs the extension once for all tests that install it. */
import type { TestProject } from 'vitest/node';
import { requireTools } from '../../scripts/e2e/tools.mjs';
import { packageExtension } from '../../scripts/e2e/vsix.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    readonly packed: { readonly sizeInBytes: number; readonly files: string[] };
  }
}

export default async function setup({ provide }: TestProject): Promise<void> {
  await requireTools(['host', 'chromium']);
  provide('packed', await packageExtension());
}
