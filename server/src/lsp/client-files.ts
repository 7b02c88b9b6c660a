/** The core's file system over the connection: for files that only the client can reach. */
import type { Connection } from 'vscode-languageserver';
import type { DirectoryEntry, FileSystem, WasmSource } from '../core/ports';
import { type FileStat, readAssetMethod, readDirectoryMethod, readFileMethod, statMethod } from './protocol';

type Asking = Pick<Connection, 'sendRequest'>;

export function clientFiles(connection: Asking): FileSystem {
  const ask = async <T>(method: string, uri: string): Promise<T | undefined> => {
    try {
      return (await connection.sendRequest<T | null>(method, { uri })) ?? undefined;
    } catch {
      // A client that cannot, or that is about to go.
      return undefined;
    }
  };
  return {
    stat: (uri) => ask<FileStat>(statMethod, uri),
    readDirectory: (uri) => ask<readonly DirectoryEntry[]>(readDirectoryMethod, uri),
    async readFile(uri) {
      const text = await ask<string>(readFileMethod, uri);
      return text === undefined ? undefined : bytesOf(text);
    },
  };
}

/** Rejects when the client does not have the file. */
export function clientWasm(connection: Asking): WasmSource {
  const read = async (name: string) =>
    bytesOf(await connection.sendRequest<string>(readAssetMethod, { name }));
  return {
    runtime: () => read('web-tree-sitter.wasm'),
    grammar: (name) => read(`tree-sitter-${name}.wasm`),
  };
}

/** Files of the machine for `file:` URIs, files of the client for all others. */
export function filesByScheme(local: FileSystem, others: FileSystem): FileSystem {
  const of = (uri: string) => (uri.startsWith('file:') ? local : others);
  return {
    stat: (uri) => of(uri).stat(uri),
    readFile: (uri) => of(uri).readFile(uri),
    readDirectory: (uri) => of(uri).readDirectory(uri),
  };
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
