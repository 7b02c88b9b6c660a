/** What files that are compiled together are worth to each other, kept while somebody types in one of them. */
import { SummaryIndex } from '../program/code-index';
import { CodeTables } from '../program/code-tables';
import { ConstantIndex, type KnowsCallers } from '../program/constants/constant-index';
import type { FileConstants } from '../program/constants/types';
import type { FileEffects } from '../program/effects';
import type { IndexTypes } from '../program/index-types';
import { type PlacedUse, resolveUses } from '../program/open-uses';
import { sameData } from '../program/same-data';
import type { FileSummary, FileUses } from '../program/summary';
import { sameTypes } from '../program/type-declarations';
import type { Sources } from './sources';

/** A change of a file that was analysed before and still is, compared once for all groups that the file is in. */
export class SummaryChange {
  readonly before: FileSummary;
  readonly after: FileSummary;
  /** Whether its types are declared as before. */
  readonly isSameTypes: boolean;
  /** Whether its constants are the same, with what it does with them. */
  readonly isSameConstants: boolean;
  /** Whether names mean the same as before. */
  readonly isSameNames: boolean;

  constructor(before: FileSummary, after: FileSummary) {
    const [old, now] = [before.constants, after.constants];
    this.before = before;
    this.after = after;
    this.isSameTypes = sameTypes(before.effects, after.effects);
    this.isSameConstants = sameData(old, now);
    this.isSameNames =
      this.isSameConstants || (old !== undefined && now !== undefined && declaresSame(old, now));
  }
}

interface ResolvedUses {
  readonly file: FileUses;
  readonly placed: readonly PlacedUse[];
}

const none: readonly never[] = [];

export class CodeGroup {
  readonly #sources: Sources;
  readonly #members: ReadonlySet<string>;
  #constants: ConstantIndex;
  /** Asked for by uses that other files decide about. */
  #types: IndexTypes | undefined;
  /** By file. They hold as long as no file declares other constants or types. */
  readonly #resolved = new Map<string, ResolvedUses>();
  /** Of the files that have any, in their order. */
  #placed: Map<string, readonly PlacedUse[]> | undefined;

  /** `isComplete`: no other file is compiled with the members. */
  constructor(sources: Sources, members: Iterable<string>, isComplete: boolean) {
    this.#sources = sources;
    this.#members = new Set(members);
    this.#constants = new ConstantIndex(
      () => this.#allConstants(),
      isComplete ? this.#knowsCallers() : undefined,
    );
  }

  get members(): ReadonlySet<string> {
    return this.#members;
  }

  get constants(): ConstantIndex {
    return this.#constants;
  }

  /** Uses of each file that has any, with what the constants of all files are worth in them. */
  uses(): Iterable<readonly PlacedUse[]> {
    this.#placed ??= this.#allUses();
    return this.#placed.values();
  }

  #allUses(): Map<string, readonly PlacedUse[]> {
    const placed = new Map<string, readonly PlacedUse[]>();
    for (const uri of this.#members) {
      const summary = this.#sources.summary(uri);
      if (summary !== undefined && hasUses(summary)) placed.set(uri, this.#usesOf(uri, summary));
    }
    return placed;
  }

  /** Takes over the change of a member; `false` when everything has to be looked up again. */
  adopt(uri: string, { after, isSameTypes, isSameConstants, isSameNames }: SummaryChange): boolean {
    if (!isSameNames || (this.#types !== undefined && !isSameTypes)) return false;
    if (!isSameConstants && after.constants !== undefined)
      this.#constants = this.#constants.withUsesOf(uri, after.constants);
    this.#place(uri, after);
    return true;
  }

  /** Files keep their places among the others. */
  #place(uri: string, summary: FileSummary): void {
    if (this.#placed === undefined) return;
    if (this.#placed.has(uri) !== hasUses(summary)) this.#placed = undefined;
    else if (hasUses(summary)) this.#placed.set(uri, this.#usesOf(uri, summary));
  }

  #usesOf(uri: string, file: FileSummary): readonly PlacedUse[] {
    const known = this.#resolved.get(uri);
    if (known?.file === file) return known.placed;
    const placed = resolveUses(file, uri, this.#constants, () => this.#allTypes()).map((use) => ({
      uri,
      use,
    }));
    this.#resolved.set(uri, { file, placed });
    return placed;
  }

  #allTypes(): IndexTypes {
    if (this.#types === undefined) {
      const files = new Map<string, FileEffects>();
      for (const uri of this.#members) {
        const effects = this.#sources.summary(uri)?.effects;
        if (effects !== undefined) files.set(uri, effects);
      }
      this.#types = new SummaryIndex(CodeTables.of(files), this).types;
    }
    return this.#types;
  }

  #allConstants(): ReadonlyMap<string, FileConstants> {
    const files = new Map<string, FileConstants>();
    for (const uri of this.#members) {
      const constants = this.#sources.summary(uri)?.constants;
      if (constants !== undefined) files.set(uri, constants);
    }
    return files;
  }

  /** Whether all calls of a function in the files are known. */
  #knowsCallers(): KnowsCallers {
    return (name) => [...this.#members].every((uri) => this.#sources.knowsCalls(uri, name));
  }
}

function hasUses({ uses, openUses }: FileUses): boolean {
  return uses.length + openUses.length > 0;
}

/** Whether names mean the same with both. */
function declaresSame(before: FileConstants, after: FileConstants): boolean {
  return sameData({ ...before, uses: none }, { ...after, uses: none });
}
