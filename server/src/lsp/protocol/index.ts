/**
 * What this server speaks beyond LSP. The folders `server/src/lsp/protocol` and `client/src/protocol` hold the same texts
 * (a test compares them), because the client imports nothing of the server.
 */
export * from './capabilities';
export * from './checklist';
export * from './commands';
export * from './describe-target';
export * from './files';
export * from './mechanisms';
export * from './new-task';
export * from './places';
export * from './tasks';
