/** Files by their true spelling: projects are made on disks that do not tell upper from lower case. */
import { basenameUri, dirnameUri, joinUri } from '../uri';
import type { ProjectFiles } from './project-files';

interface Folder {
  readonly uri: string;
  readonly names: ReadonlySet<string>;
}

/** Looks entries up in folder listings, each of which is read once. */
export class Spelling {
  readonly #files: ProjectFiles;
  readonly #folders = new Map<string, Promise<Folder | undefined>>();

  constructor(files: ProjectFiles) {
    this.#files = files;
  }

  /** URI under which a file or folder exists; `undefined` when none does, or several differ by case alone. */
  async actual(uri: string): Promise<string | undefined> {
    const parent = dirnameUri(uri);
    const written = basenameUri(uri);
    const folder = await this.#folder(parent);
    const name = folder && matching(folder.names, written);
    if (folder === undefined || name === undefined) return undefined;
    return folder.uri === parent && name === written ? uri : joinUri(folder.uri, name);
  }

  /** Whether the folders that are there certainly hold nothing of this name. Links, which nobody follows, may. */
  async isMissing(uri: string): Promise<boolean> {
    const parent = dirnameUri(uri);
    if (parent === uri || !this.#files.isReadable(parent)) return false;
    const entries = await this.#files.list(parent);
    if (entries === undefined) return this.isMissing(parent);
    const name = basenameUri(uri).toLowerCase();
    return !entries.some((entry) => entry.name.toLowerCase() === name);
  }

  #folder(uri: string): Promise<Folder | undefined> {
    let folder = this.#folders.get(uri);
    if (folder === undefined) {
      folder = this.#read(uri);
      this.#folders.set(uri, folder);
    }
    return folder;
  }

  async #read(uri: string): Promise<Folder | undefined> {
    if (!this.#files.isReadable(uri)) return undefined;
    const entries = await this.#files.list(uri);
    if (entries !== undefined) return { uri, names: new Set(entries.map((entry) => entry.name)) };
    if (!this.#files.isReadable(dirnameUri(uri))) return undefined;
    const other = await this.actual(uri);
    return other === undefined || other === uri ? undefined : this.#folder(other);
  }
}

function matching(names: ReadonlySet<string>, name: string): string | undefined {
  if (names.has(name)) return name;
  const lower = name.toLowerCase();
  const similar = [...names].filter((other) => other.toLowerCase() === lower);
  return similar.length === 1 ? similar[0] : undefined;
}
