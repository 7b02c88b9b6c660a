/** Property lists and project files, parsed once for each text. */
import type { PlistFile, ProjectFile } from '../project/types';
import { parseOpenStep } from '../syntax/openstep';
import { parsePlist } from '../syntax/plist';
import type { WorkspaceFiles } from './files';

export class ParsedFiles<T extends { readonly text: string }> {
  readonly #files: WorkspaceFiles;
  readonly #parse: (uri: string, text: string) => T;
  readonly #known = new Map<string, T>();

  constructor(files: WorkspaceFiles, parse: (uri: string, text: string) => T) {
    this.#files = files;
    this.#parse = parse;
  }

  /** What was last loaded. */
  get(uri: string): T | undefined {
    return this.#known.get(uri);
  }

  /** Reads the file again; the same text gives the same object. `undefined` when it is missing or unreadable. */
  async load(uri: string): Promise<T | undefined> {
    const text = await this.#files.text(uri);
    const known = this.#known.get(uri);
    if (text === undefined) {
      this.#known.delete(uri);
      return undefined;
    }
    if (known?.text === text) return known;
    const parsed = this.#parse(uri, text);
    this.#known.set(uri, parsed);
    return parsed;
  }

  async loadAll(uris: Iterable<string>): Promise<void> {
    await Promise.all([...uris].map((uri) => this.load(uri)));
  }
}

export function plistFiles(files: WorkspaceFiles): ParsedFiles<PlistFile> {
  return new ParsedFiles(files, (uri, text) => ({ uri, text, document: parsePlist(text) }));
}

export function projectFiles(files: WorkspaceFiles): ParsedFiles<ProjectFile> {
  return new ParsedFiles(files, (uri, text) => ({ uri, text, document: parseOpenStep(text) }));
}
