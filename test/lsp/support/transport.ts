/** Connections to a server: in this process over streams, or to the built bundle over stdio. */
import { type ChildProcess, spawn } from 'node:child_process';
import { PassThrough } from 'node:stream';
import {
  createConnection,
  ProposedFeatures,
  StreamMessageReader as ServerReader,
  StreamMessageWriter as ServerWriter,
} from 'vscode-languageserver/node';
import {
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import type { Logger } from '../../../server/src/core/ports';
import type { Workspace } from '../../../server/src/core/workspace-types';
import { type Platform, startServer } from '../../../server/src/lsp/server';
import { builtFile } from '../../support/build';

export interface Transport {
  readonly connection: ProtocolConnection;
  /** Writes bytes past the protocol library. */
  raw(bytes: string): void;
  close(): void;
  /** The server's process, when it has one. */
  readonly process: ChildProcess | undefined;
}

export function inMemory(
  createWorkspace: (logger: Logger) => Workspace,
  platform: Omit<Platform, 'createWorkspace'> = {},
): Transport {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  const server = createConnection(
    ProposedFeatures.all,
    new ServerReader(toServer),
    new ServerWriter(toClient),
  );
  startServer(server, { ...platform, createWorkspace });
  const connection = createProtocolConnection(
    new StreamMessageReader(toClient),
    new StreamMessageWriter(toServer),
  );
  return {
    connection,
    raw: (bytes) => toServer.write(bytes),
    process: undefined,
    close() {
      connection.dispose();
      server.dispose();
    },
  };
}

export async function overStdio(): Promise<Transport> {
  const child = spawn(process.execPath, [await builtFile('server.js'), '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  return {
    connection,
    raw: (bytes) => child.stdin.write(bytes),
    process: child,
    close() {
      connection.dispose();
      child.kill();
    },
  };
}
