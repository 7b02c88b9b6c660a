/**
 * Files that only the client can reach: those of virtual workspaces, and all of them for a server that runs in a browser.
 * The server asks; a client that does not know the requests has no such files.
 */

/** Request with `FileParams`; answers a `FileStat`, or `null` for what is missing or unreadable. */
export const statMethod = 'backgroundModes/stat';
/** Request with `FileParams`; answers the bytes in base64, or `null`. */
export const readFileMethod = 'backgroundModes/readFile';
/** Request with `FileParams`; answers `DirectoryEntry[]`, or `null`. */
export const readDirectoryMethod = 'backgroundModes/readDirectory';
/** Request with `AssetParams`, of servers in a browser only; answers the bytes of a file of the product in base64. */
export const readAssetMethod = 'backgroundModes/readAsset';

/** `initializationOptions`, beside the settings. */
export interface ClientOptions {
  /** Address of the folder with the rules' pages, where the server cannot know it. */
  readonly pages?: string;
}

export interface FileParams {
  readonly uri: string;
}

export interface AssetParams {
  /** `tree-sitter-swift.wasm` */
  readonly name: string;
}

/** Symbolic links are `other`: they are not followed. */
export type FileKind = 'file' | 'directory' | 'other';

export interface FileStat {
  readonly kind: FileKind;
  /** Bytes. */
  readonly size: number;
}

export interface DirectoryEntry {
  readonly name: string;
  readonly kind: FileKind;
}
