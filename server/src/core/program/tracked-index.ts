/** A code index that notes what it is asked, and what can have another answer in the next version of a document. */
import type { CodeIndex, IndexedFunction, PlacedUse } from './code-index';
import type { ConstantIndex } from './constants/constant-index';
import { endTokens, type FunctionEnds } from './effect-ends';
import type { FileEffects, FunctionEffects, PropertyInfo, TypeInfo } from './effect-types';
import type { IndexTypes } from './index-types';
import { sameData } from './same-data';

/** What was asked for, or what has another answer. All other declarations are not noted: they are compared as a whole. */
export interface IndexReads {
  /** Of functions and methods. */
  readonly names: ReadonlySet<string>;
  /** Of properties that may be handed out. */
  readonly handedOut: ReadonlySet<string>;
  /** Which tasks are ended anywhere. */
  readonly ends: boolean;
  /** Which functions begin tasks for their callers. */
  readonly wrappers: boolean;
  /** Whether files could be parsed. */
  readonly isBroken: boolean;
  /** Anything else, which is not followed. */
  readonly others: boolean;
}

interface Notes {
  readonly names: Set<string>;
  readonly handedOut: Set<string>;
  ends: boolean;
  wrappers: boolean;
  isBroken: boolean;
  others: boolean;
}

export class TrackedIndex implements CodeIndex {
  readonly #index: CodeIndex;
  #notes: Notes | undefined;

  constructor(index: CodeIndex) {
    this.#index = index;
  }

  /** What `run` answers, and what it asked for. Runs inside of runs are noted for both. */
  reading<T>(run: () => T): { readonly result: T; readonly reads: IndexReads } {
    const outer = this.#notes;
    const notes: Notes = {
      names: new Set(),
      handedOut: new Set(),
      ends: false,
      wrappers: false,
      isBroken: false,
      others: false,
    };
    this.#notes = notes;
    try {
      return { result: run(), reads: notes };
    } finally {
      this.#notes = outer;
      if (outer !== undefined) join(outer, notes);
    }
  }

  get files(): ReadonlyMap<string, FileEffects> {
    this.#noteOthers();
    return this.#index.files;
  }

  get constants(): ConstantIndex {
    this.#noteOthers();
    return this.#index.constants;
  }

  get all(): readonly IndexedFunction[] {
    this.#noteOthers();
    return this.#index.all;
  }

  uses(row: string): readonly PlacedUse[] {
    this.#noteOthers();
    return this.#index.uses(row);
  }

  get ends(): readonly FunctionEnds[] {
    if (this.#notes !== undefined) this.#notes.ends = true;
    return this.#index.ends;
  }

  get wrappers(): readonly string[] {
    if (this.#notes !== undefined) this.#notes.wrappers = true;
    return this.#index.wrappers;
  }

  isHandedOut(types: ReadonlySet<string>, property: string): boolean {
    this.#notes?.handedOut.add(property);
    return this.#index.isHandedOut(types, property);
  }

  isPartlyUnread(types: ReadonlySet<string>): boolean {
    if (this.#notes !== undefined) this.#notes.isBroken = true;
    return this.#index.isPartlyUnread(types);
  }

  functions(name: string): readonly IndexedFunction[] {
    this.#notes?.names.add(name);
    return this.#index.functions(name);
  }

  methods(type: string, name: string): readonly IndexedFunction[] {
    this.#notes?.names.add(name);
    return this.#index.methods(type, name);
  }

  inheritedMethods(type: string, name: string): readonly IndexedFunction[] {
    this.#notes?.names.add(name);
    return this.#index.inheritedMethods(type, name);
  }

  declarations(type: string): readonly TypeInfo[] {
    return this.#index.declarations(type);
  }

  property(type: string, name: string): PropertyInfo | undefined {
    return this.#index.property(type, name);
  }

  family(type: string): ReadonlySet<string> {
    return this.#index.family(type);
  }

  get types(): IndexTypes {
    return this.#index.types;
  }

  #noteOthers(): void {
    if (this.#notes !== undefined) this.#notes.others = true;
  }
}

function join(into: Notes, { names, handedOut, ends, wrappers, isBroken, others }: IndexReads): void {
  for (const name of names) into.names.add(name);
  for (const name of handedOut) into.handedOut.add(name);
  into.ends ||= ends;
  into.wrappers ||= wrappers;
  into.isBroken ||= isBroken;
  into.others ||= others;
}

/**
 * What has another answer after a change inside of functions of the file `uri`; places do not count. `undefined` when
 * more has changed: what the file declares, or any other file.
 */
export function indexChange(before: CodeIndex, after: CodeIndex, uri: string): IndexReads | undefined {
  const [old, now] = [before.files.get(uri), after.files.get(uri)];
  if (old === undefined || now === undefined || !sameOthers(before, after, uri)) return undefined;
  if (!sameData(old.types, now.types, { ignored: 'handedOut' })) return undefined;
  if (!sameData(old.aliases, now.aliases) || !sameData(old.globals, now.globals)) return undefined;
  if (old.functions.length !== now.functions.length) return undefined;
  const names = new Set<string>();
  let ends = false;
  let wrappers = false;
  for (const [i, fn] of now.functions.entries()) {
    const known = old.functions[i];
    if (known === fn) continue;
    if (known === undefined || !sameHead(known, fn)) return undefined;
    if (sameData(known, fn, { ignored: 'at' })) continue;
    names.add(fn.name);
    ends ||= !sameData(endTokens(known.effects ?? []), endTokens(fn.effects ?? []), { ignored: 'at' });
    wrappers ||= !isSameWrapper(known, fn);
  }
  const handedOut = changedNames(handedOutBy(old), handedOutBy(now));
  return { names, handedOut, ends, wrappers, isBroken: old.isBroken !== now.isBroken, others: true };
}

function handedOutBy({ types }: FileEffects): ReadonlySet<string> {
  return new Set(types.flatMap(({ name, handedOut }) => handedOut.map((property) => `${name}.${property}`)));
}

/** Names, without their types, that only one of the sets has. */
function changedNames(a: ReadonlySet<string>, b: ReadonlySet<string>): ReadonlySet<string> {
  const changed = [...[...a].filter((each) => !b.has(each)), ...[...b].filter((each) => !a.has(each))];
  return new Set(changed.map((each) => each.slice(each.indexOf('.') + 1)));
}

function sameOthers({ files: a }: CodeIndex, { files: b }: CodeIndex, uri: string): boolean {
  return a.size === b.size && [...b].every(([each, effects]) => each === uri || a.get(each) === effects);
}

function sameHead(a: FunctionEffects, b: FunctionEffects): boolean {
  return a.type === b.type && a.name === b.name && a.returns === b.returns && sameData(a.params, b.params);
}

function isSameWrapper(a: FunctionEffects, b: FunctionEffects): boolean {
  const isSame = (a.effects === undefined) === (b.effects === undefined);
  return isSame && sameData(a.answers, b.answers, { ignored: 'at' });
}

/** Whether something that was asked for may have another answer now. */
export function isAffected(reads: IndexReads, change: IndexReads): boolean {
  if (reads.others || (reads.ends && change.ends) || (reads.wrappers && change.wrappers)) return true;
  if (reads.isBroken && change.isBroken) return true;
  return shares(reads.names, change.names) || shares(reads.handedOut, change.handedOut);
}

function shares(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const each of b) if (a.has(each)) return true;
  return false;
}
