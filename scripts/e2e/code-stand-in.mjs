#!/usr/bin/env node
// Stands in for the `code` executable that @vscode/test-electron starts, where there is no desktop VS Code.
import { tsImport } from 'tsx/esm/api';

await tsImport('./code-stand-in.mts', import.meta.url);
