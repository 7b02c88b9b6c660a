/** `npm run package`: a production build, packed as background-modes.vsix. */
import { packageExtension } from './e2e/vsix.mjs';

const { sizeInBytes, files } = await packageExtension();
console.log(`background-modes.vsix: ${(sizeInBytes / 1_000_000).toFixed(2)} MB, ${files.length} files`);
