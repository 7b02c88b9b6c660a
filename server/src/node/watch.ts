/** Watches folders for clients that cannot: changes of the files in them, not of what lies deeper. */
import { type FSWatcher, statSync, watch } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export interface FileChange {
  readonly uri: string;
  readonly type: 'created' | 'changed' | 'deleted';
}

/** More folders than this are not watched: the system has a limit of its own, for all programs together. */
const maxFolders = 1000;

/** Milliseconds over which changes are gathered: saving one file gives several. */
const gatherTime = 100;

export class FolderWatcher {
  readonly #report: (changes: readonly FileChange[]) => void;
  readonly #watchers = new Map<string, FSWatcher>();
  readonly #gathered = new Map<string, FileChange['type']>();
  #timer: NodeJS.Timeout | undefined;

  constructor(report: (changes: readonly FileChange[]) => void) {
    this.#report = report;
  }

  /** Watches exactly these folders, given as `file:` URIs. Folders that cannot be watched are left out. */
  watch(folders: readonly string[]): void {
    const wanted = new Set(folders.slice(0, maxFolders));
    for (const [uri, watcher] of this.#watchers) {
      if (wanted.has(uri)) continue;
      watcher.close();
      this.#watchers.delete(uri);
    }
    for (const uri of wanted) if (!this.#watchers.has(uri)) this.#add(uri);
  }

  dispose(): void {
    this.watch([]);
    clearTimeout(this.#timer);
  }

  #add(uri: string): void {
    try {
      const folder = fileURLToPath(uri);
      const watcher = watch(folder, { persistent: false }, (event, name) => {
        if (name !== null) this.#gather(path.join(folder, name), event);
      });
      watcher.on('error', () => watcher.close());
      this.#watchers.set(uri, watcher);
    } catch {
      // Gone, not a folder, or over the system's limit: changes there are seen when something else reads it again.
    }
  }

  #gather(file: string, event: string): void {
    const exists = statSync(file, { throwIfNoEntry: false }) !== undefined;
    const type = !exists ? 'deleted' : event === 'rename' ? 'created' : 'changed';
    const uri = pathToFileURL(file).href;
    // A file that was made and then written is new all the same.
    if (!(type === 'changed' && this.#gathered.get(uri) === 'created')) this.#gathered.set(uri, type);
    this.#timer ??= setTimeout(() => this.#flush(), gatherTime);
  }

  #flush(): void {
    this.#timer = undefined;
    const changes = [...this.#gathered].map(([uri, type]) => ({ uri, type }));
    this.#gathered.clear();
    this.#report(changes);
  }
}
