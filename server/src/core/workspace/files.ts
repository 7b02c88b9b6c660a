/** Open documents over the disk, inside of the workspace's folders only. */
import type { DirectoryEntry, Host } from '../ports';
import type { ProjectFiles } from '../project/project-files';
import { basenameUri, dirnameUri, isInside } from '../uri';
import type { OpenDocuments } from './documents';

/** Files that are larger are generated, or no text: no reader waits for them. In bytes. */
export const maxFileSize = 12_000_000;

export type ReadResult =
  | { readonly kind: 'text'; readonly text: string }
  /** Not there, or not allowed to be read. */
  | { readonly kind: 'missing' }
  /** There, but no text that can be analysed. */
  | { readonly kind: 'unreadable'; readonly reason: string };

export class WorkspaceFiles implements ProjectFiles {
  readonly #host: Host;
  readonly #documents: OpenDocuments;
  #roots: readonly string[] = [];
  readonly #listings = new Map<string, Promise<readonly DirectoryEntry[] | undefined>>();
  /** What the listings have answered: names in lower case. */
  readonly #names = new Map<string, ReadonlySet<string>>();

  constructor(host: Host, documents: OpenDocuments) {
    this.#host = host;
    this.#documents = documents;
  }

  get roots(): readonly string[] {
    return this.#roots;
  }

  setRoots(roots: readonly string[]): void {
    this.#roots = roots;
    this.#listings.clear();
    this.#names.clear();
  }

  isReadable(uri: string): boolean {
    return this.#roots.some((root) => isInside(root, uri));
  }

  async text(uri: string): Promise<string | undefined> {
    const result = await this.read(uri);
    return result.kind === 'text' ? result.text : undefined;
  }

  /** The document if it is open when the disk has answered: what is typed meanwhile is not missed. */
  async read(uri: string): Promise<ReadResult> {
    const result = this.#documents.has(uri) ? undefined : await this.#readDisk(uri);
    const open = this.#documents.get(uri);
    if (open !== undefined) return { kind: 'text', text: open.text };
    return result ?? this.#readDisk(uri);
  }

  async #readDisk(uri: string): Promise<ReadResult> {
    if (!this.isReadable(uri)) return { kind: 'missing' };
    const stat = await this.#host.files.stat(uri);
    if (stat?.kind !== 'file') return { kind: 'missing' };
    if (stat.size > maxFileSize) return { kind: 'unreadable', reason: 'too large to be analysed' };
    const bytes = await this.#host.files.readFile(uri);
    if (bytes === undefined) return { kind: 'missing' };
    const text = this.#host.decode(bytes);
    return text === undefined ? { kind: 'unreadable', reason: 'not a text file' } : { kind: 'text', text };
  }

  /** Listings are kept until `forget`. */
  list(uri: string): Promise<readonly DirectoryEntry[] | undefined> {
    let listing = this.#listings.get(uri);
    if (listing === undefined) {
      listing = this.isReadable(uri) ? this.#host.files.readDirectory(uri) : Promise.resolve(undefined);
      this.#listings.set(uri, listing);
      this.#keepNames(uri, listing);
    }
    return listing;
  }

  /** Unless it has been forgotten meanwhile. */
  #keepNames(uri: string, listing: Promise<readonly DirectoryEntry[] | undefined>): void {
    void listing.then((entries) => {
      if (entries === undefined || this.#listings.get(uri) !== listing) return;
      this.#names.set(uri, new Set(entries.map(({ name }) => name.toLowerCase())));
    });
  }

  /**
   * Whether something is there, open documents included. `undefined` when its folder has not been listed. Upper and lower
   * case are the same, as on most disks of those who build for iOS.
   */
  exists(uri: string): boolean | undefined {
    if (this.#documents.has(uri)) return true;
    return this.#names.get(dirnameUri(uri))?.has(basenameUri(uri).toLowerCase());
  }

  /** Symbolic links are no files: what they stand for may lie anywhere. */
  async isFile(uri: string): Promise<boolean> {
    if (!this.isReadable(uri)) return false;
    if (this.#documents.has(uri)) return true;
    const name = basenameUri(uri);
    const entries = await this.list(dirnameUri(uri));
    return entries?.some((entry) => entry.kind === 'file' && entry.name === name) ?? false;
  }

  #forgetFolder(uri: string): void {
    this.#listings.delete(uri);
    this.#names.delete(uri);
  }

  /** Something appeared or disappeared at `uri`: what is known about the folders around it and below it is void. */
  forget(uri: string): void {
    for (const folder of [...this.#listings.keys()]) {
      if (isInside(uri, folder)) this.#forgetFolder(folder);
    }
    for (let folder = dirnameUri(uri); this.isReadable(folder); folder = dirnameUri(folder)) {
      this.#forgetFolder(folder);
      if (folder === dirnameUri(folder)) break;
    }
  }
}
