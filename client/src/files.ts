/** Answers the server's questions about files that it cannot reach itself. */
import { type ExtensionContext, FileType, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type AssetParams,
  type DirectoryEntry,
  type FileKind,
  type FileParams,
  type FileStat,
  readAssetMethod,
  readDirectoryMethod,
  readFileMethod,
  statMethod,
} from './protocol';

/** `extension` where the server reads the product's own files through the client, too. */
export function offerFiles(client: BaseLanguageClient, extension?: ExtensionContext): void {
  client.onRequest(statMethod, ({ uri }: FileParams) => orNull(() => stat(Uri.parse(uri))));
  client.onRequest(readFileMethod, ({ uri }: FileParams) => orNull(() => read(Uri.parse(uri))));
  client.onRequest(readDirectoryMethod, ({ uri }: FileParams) => orNull(() => list(Uri.parse(uri))));
  if (extension === undefined) return;
  client.onRequest(readAssetMethod, ({ name }: AssetParams) =>
    read(Uri.joinPath(extension.extensionUri, 'dist', name)),
  );
}

/** Missing and unreadable are the same to the server. */
async function orNull<T>(action: () => Promise<T>): Promise<T | null> {
  try {
    return await action();
  } catch {
    return null;
  }
}

async function stat(uri: Uri): Promise<FileStat> {
  const { type, size } = await workspace.fs.stat(uri);
  return { kind: kindOf(type), size };
}

async function read(uri: Uri): Promise<string> {
  return base64(await workspace.fs.readFile(uri));
}

async function list(uri: Uri): Promise<DirectoryEntry[]> {
  const entries = await workspace.fs.readDirectory(uri);
  return entries.map(([name, type]) => ({ name, kind: kindOf(type) }));
}

function kindOf(type: FileType): FileKind {
  if (type === FileType.File) return 'file';
  return type === FileType.Directory ? 'directory' : 'other';
}

/** Characters that are made of bytes at a time: an argument for each would be too many for one call. */
const CHUNK = 0x8000;

function base64(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += CHUNK) {
    text += String.fromCharCode(...bytes.subarray(start, start + CHUNK));
  }
  return btoa(text);
}
