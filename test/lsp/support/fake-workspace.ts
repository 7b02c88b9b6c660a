/**
 * A workspace with two mistakes of its own, so that the server can be tested without the analysis, and made slow:
 * `play` in a Swift file needs `audio` in some plist, and `wrong` is wrong wherever it stands.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CancellationToken, Progress } from '../../../server/src/core/ports';
import type { Finding, Fix } from '../../../server/src/core/rules/types';
import type { TextEdit } from '../../../server/src/core/text';
import { applyEdits } from '../../../server/src/core/text';
import { isInside, normaliseUri } from '../../../server/src/core/uri';
import type { TargetModel, Workspace } from '../../../server/src/core/workspace-types';

export class FakeWorkspace implements Workspace {
  readonly files: Map<string, string>;
  readonly problems = [];
  /** Awaited before an answer of `findings`, to let changes happen meanwhile. */
  beforeAnswer: () => Promise<void> = async () => {};
  /** All of the work of `load`. */
  beforeLoad: (progress?: Progress) => Promise<void> = async () => {};
  cancellations = 0;
  disposed = false;
  #folders: readonly string[] = [];
  readonly #open = new Map<string, { version: number; text: string }>();
  #reported = new Map<string, string>();

  constructor(files: Readonly<Record<string, string>> = {}) {
    this.files = new Map(Object.entries(files));
  }

  setFolders(uris: readonly string[]): void {
    this.#folders = uris;
  }

  async load({ progress }: { progress?: Progress } = {}): Promise<void> {
    await this.beforeLoad(progress);
  }

  didOpen(uri: string, version: number, text: string): void {
    this.#open.set(normaliseUri(uri), { version, text });
  }

  didChange(uri: string, version: number, text: string, edits: readonly TextEdit[] | undefined): void {
    const old = this.text(normaliseUri(uri)) ?? '';
    if (edits && applyEdits(old, edits) !== text) throw new Error('Edits and text disagree');
    this.#open.set(normaliseUri(uri), { version, text });
  }

  didClose(uri: string): void {
    this.#open.delete(normaliseUri(uri));
  }

  didChangeFiles(): void {
    // `files` is read anew each time.
  }

  text(uri: string): string | undefined {
    return this.#open.get(normaliseUri(uri))?.text ?? this.files.get(normaliseUri(uri));
  }

  setSettings(): void {}

  async read(uri: string): Promise<string | undefined> {
    return this.text(uri);
  }

  async isFile(uri: string): Promise<boolean> {
    return this.text(uri) !== undefined;
  }

  version(uri: string): number | undefined {
    return this.#open.get(normaliseUri(uri))?.version;
  }

  isOpen(uri: string): boolean {
    return this.#open.has(normaliseUri(uri));
  }

  async unit(): Promise<undefined> {
    return undefined;
  }

  async findings(uri: string, token?: CancellationToken): Promise<readonly Finding[]> {
    const found = this.#uris().includes(normaliseUri(uri)) ? this.#find(normaliseUri(uri)) : [];
    await this.beforeAnswer();
    await nextTurn();
    if (token?.isCancellationRequested) this.cancellations++;
    return found;
  }

  async allFindings(): Promise<readonly Finding[]> {
    return this.#uris().flatMap((uri) => this.#find(uri));
  }

  async targetFindings(): Promise<readonly Finding[]> {
    return [];
  }

  async update(): Promise<readonly string[]> {
    const current = new Map(this.#uris().map((uri) => [uri, JSON.stringify(this.#find(uri))]));
    const changed = [...new Set([...current.keys(), ...this.#reported.keys()])].filter(
      (uri) => (current.get(uri) ?? '[]') !== (this.#reported.get(uri) ?? '[]'),
    );
    this.#reported = current;
    return changed;
  }

  async targets(): Promise<readonly TargetModel[]> {
    return [];
  }

  async targetContext(): Promise<undefined> {
    return undefined;
  }

  async targetsOf(): Promise<readonly TargetModel[]> {
    return [];
  }

  dispose(): void {
    this.disposed = true;
  }

  #uris(): string[] {
    const files = [...this.files.keys()].filter((uri) =>
      this.#folders.some((folder) => isInside(folder, uri)),
    );
    return [...new Set([...files, ...this.#open.keys()])].sort();
  }

  #find(uri: string): Finding[] {
    const text = this.text(uri) ?? '';
    if (text.includes('crash')) throw new Error('The fake rule crashed');
    return [...this.#missing(uri, text), ...words(text, 'wrong').map((start) => wrong(uri, start))];
  }

  #missing(uri: string, text: string): Finding[] {
    const plist = this.#uris().find((other) => other.endsWith('.plist'));
    if (!uri.endsWith('.swift') || (plist && this.text(plist)?.includes('audio'))) return [];
    return words(text, 'play').map((start) => missing(uri, start, plist));
  }
}

function words(text: string, word: string): number[] {
  return [...text.matchAll(new RegExp(`\\b${word}\\b`, 'g'))].map(({ index }) => index);
}

function missing(uri: string, start: number, plist: string | undefined): Finding {
  const fix: Fix =
    plist === undefined
      ? {
          title: 'Create Info.plist',
          isPreferred: false,
          files: [{ uri: 'file:///ws/Info.plist', edits: [], create: 'audio' }],
        }
      : {
          title: 'Declare it',
          isPreferred: true,
          files: [{ uri: plist, edits: [{ range: { start: 0, end: 0 }, newText: 'audio ' }] }],
        };
  const related = plist ? [{ uri: plist, range: { start: 0, end: 0 }, message: 'Declared here' }] : [];
  return {
    ...base,
    rule: 'missing',
    entry: 'play',
    uri,
    range: { start, end: start + 4 },
    fixes: [fix],
    related,
  };
}

function wrong(uri: string, start: number): Finding {
  const range = { start, end: start + 5 };
  const files = [{ uri, edits: [{ range, newText: 'right' }] }];
  const fixes = [{ title: 'Make it right', isPreferred: true, files }];
  return { ...base, rule: 'unused-suppression', entry: undefined, uri, range, fixes, related: [] };
}

const base = { severity: 'warning', message: 'This is a mistake', target: undefined } as const;
