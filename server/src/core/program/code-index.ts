/** Function summaries of all files of a target, looked up by type and name across extensions and categories. */

import { CodeTables, type IndexedFunction } from './code-tables';
import { ConstantIndex, type KnowsCallers } from './constants/constant-index';
import type { FileConstants } from './constants/types';
import { endsOf, type FunctionEnds } from './effect-ends';
import type { FileEffects, PropertyInfo, TypeInfo } from './effect-types';
import { IndexTypes } from './index-types';
import type { TypeAlias } from './ir';
import { lastComponent } from './last-component';
import { Memo } from './memo';
import { type PlacedUse, resolveUses } from './open-uses';
import type { FileUses } from './summary';
import { wrapperNames } from './wrapped-begins';

export type { IndexedFunction } from './code-tables';
export type { PlacedUse } from './open-uses';

/** What the code that is compiled together declares. Types are known by the last component of their name. */
export interface CodeIndex {
  readonly files: ReadonlyMap<string, FileEffects>;
  /** Named constants of all files. */
  readonly constants: ConstantIndex;
  /** Uses of a row of the API table. */
  uses(row: string): readonly PlacedUse[];
  /** Free functions of a name. */
  functions(name: string): readonly IndexedFunction[];
  /**
   * Every method of that name which a call on an instance of `type` can reach: its own in all extensions, those of
   * its known supertypes, and those of its subtypes, which may override them.
   */
  methods(type: string, name: string): readonly IndexedFunction[];
  /** As `methods`, for a call on `super`. */
  inheritedMethods(type: string, name: string): readonly IndexedFunction[];
  /** All declarations of a type; empty for types of the SDK and of files that were not read. */
  declarations(type: string): readonly TypeInfo[];
  property(type: string, name: string): PropertyInfo | undefined;
  /** `type`, its supertypes and its subtypes, as far as they are known. */
  family(type: string): ReadonlySet<string>;
  /** What the files say about types. */
  readonly types: IndexTypes;
  /** All functions of all files. */
  readonly all: readonly IndexedFunction[];
  /** Those that may end background tasks. */
  readonly ends: readonly FunctionEnds[];
  /** What the names of calls begin with that may begin background tasks for their callers. */
  readonly wrappers: readonly string[];
  /** Whether one of the types hands the value of a property out: someone else may hold it then. */
  isHandedOut(types: ReadonlySet<string>, property: string): boolean;
  /** Whether a file that declares a part of one of the types could not be parsed. */
  isPartlyUnread(types: ReadonlySet<string>): boolean;
}

/** What an index knows beside effects. */
export interface IndexValues {
  readonly constants: ConstantIndex;
  /** Uses of all files, in their order. */
  uses(): Iterable<readonly PlacedUse[]>;
}

/** Joins the summaries of files that are compiled together. Keys are document URIs. */
export function buildCodeIndex(
  files: ReadonlyMap<string, FileEffects>,
  constants: () => ReadonlyMap<string, FileConstants> = () => new Map(),
  uses: () => ReadonlyMap<string, FileUses> = () => new Map(),
  knowsCallers?: KnowsCallers,
): CodeIndex {
  const values = new ConstantIndex(constants, knowsCallers);
  const resolved = (uri: string, file: FileUses): readonly PlacedUse[] =>
    resolveUses(file, uri, values, () => index.types).map((use) => ({ uri, use }));
  const index: CodeIndex = new SummaryIndex(CodeTables.of(files), {
    constants: values,
    uses: () => [...uses()].map(([uri, file]) => resolved(uri, file)),
  });
  return index;
}

/** What files end hangs on their effects, which are the same objects until the file changes. */
const endsOfFiles = new Memo<FileEffects, readonly FunctionEnds[]>();
const wrappersOfFiles = new Memo<FileEffects, readonly string[]>();

export class SummaryIndex implements CodeIndex {
  readonly #tables: CodeTables;
  readonly #values: IndexValues;
  #all: readonly IndexedFunction[] | undefined;
  #ends: readonly FunctionEnds[] | undefined;
  #wrappers: readonly string[] | undefined;
  #uses: ReadonlyMap<string, readonly PlacedUse[]> | undefined;
  #types: IndexTypes | undefined;
  readonly #families = new Map<string, ReadonlySet<string>>();

  constructor(tables: CodeTables, values: IndexValues) {
    this.#tables = tables;
    this.#values = values;
  }

  /** The same with other effects of one of the files. */
  with(uri: string, effects: FileEffects): SummaryIndex {
    return new SummaryIndex(this.#tables.with(uri, effects), this.#values);
  }

  get types(): IndexTypes {
    this.#types ??= new IndexTypes(this);
    return this.#types;
  }

  aliases(name: string): readonly TypeAlias[] {
    return this.#tables.aliases(name);
  }

  globals(name: string): readonly PropertyInfo[] {
    return this.#tables.globals(name);
  }

  get files(): ReadonlyMap<string, FileEffects> {
    return this.#tables.files;
  }

  get constants(): ConstantIndex {
    return this.#values.constants;
  }

  get all(): readonly IndexedFunction[] {
    this.#all ??= [...this.files].flatMap(([uri, { functions }]) => functions.map((fn) => ({ uri, fn })));
    return this.#all;
  }

  uses(row: string): readonly PlacedUse[] {
    this.#uses ??= byRow(this.#values.uses());
    return this.#uses.get(row) ?? [];
  }

  get ends(): readonly FunctionEnds[] {
    this.#ends ??= [...this.files.values()].flatMap((file) => endsOfFiles.of(file, () => endsOf(file)));
    return this.#ends;
  }

  get wrappers(): readonly string[] {
    this.#wrappers ??= [...this.files.values()].flatMap((file) =>
      wrappersOfFiles.of(file, () => wrapperNames(file)),
    );
    return this.#wrappers;
  }

  isHandedOut(types: ReadonlySet<string>, property: string): boolean {
    for (const type of types)
      if (this.declarations(type).some(({ handedOut }) => handedOut.includes(property))) return true;
    return false;
  }

  isPartlyUnread(types: ReadonlySet<string>): boolean {
    for (const file of this.files.values())
      if (file.isBroken && file.types.some(({ name }) => types.has(name))) return true;
    return false;
  }

  functions(name: string): readonly IndexedFunction[] {
    return this.#tables.functions(name);
  }

  methods(type: string, name: string): readonly IndexedFunction[] {
    return this.#among(this.family(type), name);
  }

  inheritedMethods(type: string, name: string): readonly IndexedFunction[] {
    const supertypes = closure(type, (each) => this.#supertypes(each));
    supertypes.delete(type);
    return this.#among(supertypes, name);
  }

  #among(types: ReadonlySet<string>, name: string): readonly IndexedFunction[] {
    return [...types].flatMap((type) => this.#tables.methods(type, name));
  }

  declarations(type: string): readonly TypeInfo[] {
    return this.#tables.types(type);
  }

  property(type: string, name: string): PropertyInfo | undefined {
    for (const each of closure(type, (one) => this.#supertypes(one))) {
      for (const declaration of this.declarations(each)) {
        const found = declaration.properties.find((property) => property.name === name);
        if (found !== undefined) return found;
      }
    }
    return undefined;
  }

  family(type: string): ReadonlySet<string> {
    const known = this.#families.get(type);
    if (known !== undefined) return known;
    const supertypes = closure(type, (each) => this.#supertypes(each));
    const subtypes = closure(type, (each) => this.#tables.subtypes(each));
    const family = new Set([...supertypes, ...subtypes]);
    this.#families.set(type, family);
    return family;
  }

  #supertypes(type: string): readonly string[] {
    return this.declarations(type).flatMap(({ inherits }) => inherits.map(lastComponent));
  }
}

function byRow(files: Iterable<readonly PlacedUse[]>): ReadonlyMap<string, readonly PlacedUse[]> {
  const rows = new Map<string, PlacedUse[]>();
  for (const uses of files) {
    for (const use of uses) {
      const known = rows.get(use.use.row);
      if (known === undefined) rows.set(use.use.row, [use]);
      else known.push(use);
    }
  }
  return rows;
}

/** `start` and everything reachable from it. */
function closure(start: string, next: (type: string) => readonly string[]): Set<string> {
  const seen = new Set([start]);
  for (const type of seen) for (const each of next(type)) seen.add(each);
  return seen;
}
