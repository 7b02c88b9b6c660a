/** Function summaries of all files of a target, looked up by type and name across extensions and categories. */
import { ConstantIndex, type KnowsCallers } from './constants/constant-index';
import type { FileConstants } from './constants/types';
import { endsOf, type FunctionEnds } from './effect-ends';
import type { FileEffects, FunctionEffects, PropertyInfo, TypeInfo } from './effect-types';
import { resolveUses } from './open-uses';
import type { ApiUse, FileUses } from './summary';

export interface IndexedFunction {
  readonly uri: string;
  readonly fn: FunctionEffects;
}

/** A use of an API and its file. */
export interface PlacedUse {
  readonly uri: string;
  readonly use: ApiUse;
}

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
  /** All functions of all files. */
  readonly all: readonly IndexedFunction[];
  /** Those that may end background tasks. */
  readonly ends: readonly FunctionEnds[];
  /** Whether one of the types hands the value of a property out: someone else may hold it then. */
  isHandedOut(types: ReadonlySet<string>, property: string): boolean;
  /** Whether a file that declares a part of one of the types could not be parsed. */
  isPartlyUnread(types: ReadonlySet<string>): boolean;
}

/** Joins the summaries of files that are compiled together. Keys are document URIs. */
export function buildCodeIndex(
  files: ReadonlyMap<string, FileEffects>,
  constants: () => ReadonlyMap<string, FileConstants> = () => new Map(),
  uses: () => ReadonlyMap<string, FileUses> = () => new Map(),
  knowsCallers?: KnowsCallers,
): CodeIndex {
  return new Index(files, new ConstantIndex(constants, knowsCallers), uses);
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}

class Index implements CodeIndex {
  readonly files: ReadonlyMap<string, FileEffects>;
  readonly constants: ConstantIndex;
  readonly all: IndexedFunction[] = [];
  #ends: readonly FunctionEnds[] | undefined;
  readonly #free = new Map<string, IndexedFunction[]>();
  readonly #methods = new Map<string, IndexedFunction[]>();
  readonly #types = new Map<string, TypeInfo[]>();
  readonly #subtypes = new Map<string, string[]>();

  readonly #loadUses: () => ReadonlyMap<string, FileUses>;
  #uses: ReadonlyMap<string, readonly PlacedUse[]> | undefined;

  constructor(
    files: ReadonlyMap<string, FileEffects>,
    constants: ConstantIndex,
    uses: () => ReadonlyMap<string, FileUses>,
  ) {
    this.files = files;
    this.constants = constants;
    this.#loadUses = uses;
    for (const [uri, { types, functions }] of files) {
      for (const fn of functions) this.#addFunction({ uri, fn });
      for (const type of types) {
        push(this.#types, type.name, type);
        for (const parent of type.inherits) push(this.#subtypes, lastComponent(parent), type.name);
      }
    }
  }

  #addFunction(entry: IndexedFunction): void {
    this.all.push(entry);
    if (entry.fn.type === undefined) push(this.#free, entry.fn.name, entry);
    else push(this.#methods, memberKey(entry.fn.type, entry.fn.name), entry);
  }

  uses(row: string): readonly PlacedUse[] {
    if (this.#uses === undefined) {
      const uses = new Map<string, PlacedUse[]>();
      for (const [uri, file] of this.#loadUses())
        for (const use of resolveUses(file, uri, this.constants)) push(uses, use.row, { uri, use });
      this.#uses = uses;
    }
    return this.#uses.get(row) ?? [];
  }

  get ends(): readonly FunctionEnds[] {
    this.#ends ??= [...this.files.values()].flatMap(endsOf);
    return this.#ends;
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
    return this.#free.get(name) ?? [];
  }

  methods(type: string, name: string): readonly IndexedFunction[] {
    return this.#among(this.family(type), name);
  }

  inheritedMethods(type: string, name: string): readonly IndexedFunction[] {
    const supertypes = this.#closure(type, (each) => this.#supertypes(each));
    supertypes.delete(type);
    return this.#among(supertypes, name);
  }

  #among(types: ReadonlySet<string>, name: string): readonly IndexedFunction[] {
    return [...types].flatMap((type) => this.#methods.get(memberKey(type, name)) ?? []);
  }

  declarations(type: string): readonly TypeInfo[] {
    return this.#types.get(type) ?? [];
  }

  property(type: string, name: string): PropertyInfo | undefined {
    for (const each of this.#closure(type, (one) => this.#supertypes(one))) {
      for (const declaration of this.declarations(each)) {
        const found = declaration.properties.find((property) => property.name === name);
        if (found !== undefined) return found;
      }
    }
    return undefined;
  }

  family(type: string): ReadonlySet<string> {
    const supertypes = this.#closure(type, (each) => this.#supertypes(each));
    const subtypes = this.#closure(type, (each) => this.#subtypes.get(each) ?? []);
    return new Set([...supertypes, ...subtypes]);
  }

  #supertypes(type: string): readonly string[] {
    return this.declarations(type).flatMap(({ inherits }) => inherits.map(lastComponent));
  }

  /** `start` and everything reachable from it. */
  #closure(start: string, next: (type: string) => readonly string[]): Set<string> {
    const seen = new Set([start]);
    for (const type of seen) for (const each of next(type)) seen.add(each);
    return seen;
  }
}

function memberKey(type: string, name: string): string {
  return `${type}.${name}`;
}

function lastComponent(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}
