/** A workspace in memory: what tests hand to the core in place of the disk. */
import type { DirectoryEntry, FileSystem, Host, LogLevel } from '../../server/src/core/ports';
import { joinUri } from '../../server/src/core/uri';
import { decodeText } from '../../server/src/decode';
import { testWasm } from './wasm';

export interface MemoryHost extends Host {
  /**
   * URI → content, live: tests add, replace and delete entries between calls. Folders exist as far as a file
   * lies below them.
   */
  readonly contents: Map<string, string | Uint8Array>;
  /** URIs in the order in which their content was asked for. */
  readonly reads: string[];
  readonly logs: { readonly level: LogLevel; readonly message: string }[];
  /** Absolute URI of a path below the root given to `memoryHost`. */
  uri(path: string): string;
}

/** `files`: path relative to `root` (or an absolute URI) → text (as UTF-8) or bytes. */
export function memoryHost(
  files: Readonly<Record<string, string | Uint8Array>>,
  root = 'file:///ws',
): MemoryHost {
  const uri = (path: string) => (path.includes('://') ? path : joinUri(root, path));
  const contents = new Map<string, string | Uint8Array>();
  for (const [path, content] of Object.entries(files)) contents.set(uri(path), content);
  const reads: string[] = [];
  const logs: MemoryHost['logs'] = [];
  return {
    contents,
    reads,
    logs,
    uri,
    files: memoryFileSystem(contents, reads),
    wasm: testWasm,
    logger: { log: (level, message) => logs.push({ level, message }) },
    decode: decodeText,
    yield: () => new Promise((resolve) => setImmediate(resolve)),
  };
}

function memoryFileSystem(contents: Map<string, string | Uint8Array>, reads: string[]): FileSystem {
  const bytes = (uri: string) => {
    const content = contents.get(uri);
    return typeof content === 'string' ? new TextEncoder().encode(content) : content;
  };
  const childrenOf = (uri: string) => {
    const prefix = uri.endsWith('/') ? uri : `${uri}/`;
    const children = new Map<string, DirectoryEntry>();
    for (const file of contents.keys()) {
      if (!file.startsWith(prefix)) continue;
      const [name = '', ...rest] = file.slice(prefix.length).split('/');
      const decoded = decodeURIComponent(name);
      children.set(decoded, { name: decoded, kind: rest.length > 0 ? 'directory' : 'file' });
    }
    return [...children.values()];
  };
  return {
    async stat(uri) {
      const content = bytes(uri);
      if (content !== undefined) return { kind: 'file', size: content.byteLength };
      return childrenOf(uri).length > 0 ? { kind: 'directory', size: 0 } : undefined;
    },
    async readFile(uri) {
      reads.push(uri);
      return bytes(uri);
    },
    async readDirectory(uri) {
      const children = childrenOf(uri);
      return children.length > 0 ? children : undefined;
    },
  };
}
