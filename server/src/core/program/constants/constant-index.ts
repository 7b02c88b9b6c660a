/** Looks names up among the constants of files that are compiled together. */

import { lastComponent } from '../last-component';
import { bindArguments } from './arguments';
import type { ConstantArg, ConstantDeclaration, FileConstants, Mention, StoredMention } from './types';

export interface FoundConstant {
  readonly uri: string;
  readonly declaration: ConstantDeclaration;
}

/** Where a name is written. */
export interface ConstantScope {
  readonly uri: string;
  /** Path of the type around it; '' outside of types. */
  readonly owner: string;
}

/** What a name can mean. Several: they exclude each other by `#if`, or nobody can tell which it is. */
export interface LookUp {
  readonly found: readonly FoundConstant[];
  /** `.rawValue` was read from it. */
  readonly isRaw: boolean;
}

interface Tables {
  /** By `owner.name`. */
  readonly members: ReadonlyMap<string, readonly FoundConstant[]>;
  readonly supertypes: ReadonlyMap<string, readonly string[]>;
  /** By the last component of what they inherit from. */
  readonly subtypes: ReadonlyMap<string, readonly string[]>;
  /** Names that are assigned somewhere, and in which files. */
  readonly changed: ReadonlyMap<string, readonly string[]>;
  /** By what was asked for. */
  readonly mentions: ReadonlyMap<string, readonly PlacedMention[]>;
}

export interface PlacedMention {
  readonly uri: string;
  readonly mention: Mention;
}

export interface PlacedStored {
  readonly uri: string;
  readonly mention: StoredMention;
}

/** Whether all that may call a function of that name has been looked at. */
export type KnowsCallers = (name: string) => boolean;

const maxSupertypes = 24;

export class ConstantIndex {
  readonly #load: () => ReadonlyMap<string, FileConstants>;
  #files: ReadonlyMap<string, FileConstants> | undefined;
  #built: Tables | undefined;
  readonly #knowsCallers: KnowsCallers;
  /** What has been known once stays so: files that come or go make another index. */
  readonly #known = new Set<string>();

  /** `files` is asked for once, when the first name is looked up. Keys are document URIs. */
  constructor(files: () => ReadonlyMap<string, FileConstants>, knowsCallers: KnowsCallers = () => false) {
    this.#load = files;
    this.#knowsCallers = knowsCallers;
  }

  /** Of one file alone. */
  static ofFile(uri: string, constants: () => FileConstants | undefined): ConstantIndex {
    return new ConstantIndex(() => {
      const known = constants();
      return new Map(known === undefined ? [] : [[uri, known]]);
    });
  }

  /**
   * The same after a change of a file that declares what it declared before (`declaresSame`): nothing has to be looked
   * up again.
   */
  withUsesOf(uri: string, constants: FileConstants): ConstantIndex {
    const files = new Map(this.files).set(uri, constants);
    const index = new ConstantIndex(() => files, this.#knowsCallers);
    index.#built = this.#built;
    return index;
  }

  /** The same, with parameters worth what their own files pass for them. */
  withoutCallers(): ConstantIndex {
    return new ConstantIndex(() => this.files);
  }

  /** Files that declare or use something. */
  get files(): ReadonlyMap<string, FileConstants> {
    this.#files ??= this.#load();
    return this.#files;
  }

  lookUp(path: readonly string[], scope: ConstantScope): LookUp {
    const whole = this.#find(path, scope);
    if (whole.length > 0 || path.at(-1) !== 'rawValue') return { found: whole, isRaw: false };
    return { found: this.#find(path.slice(0, -1), scope), isRaw: true };
  }

  /** Members of an object of a type that is named in `scope`. The object may be of a subclass. */
  membersOf(type: string, name: string, scope: ConstantScope): readonly FoundConstant[] {
    for (const owner of [...enclosing(scope.owner).map((each) => `${each}.${type}`), type]) {
      const found = this.#own(owner, name, scope.uri);
      if (found.length > 0) return found;
    }
    return [];
  }

  /** Whether some code gives another value to something of that name; `except`: none of that file counts. */
  isChanged(name: string, except?: string): boolean {
    return this.#tables.changed.get(name)?.some((uri) => uri !== except) === true;
  }

  /** Wherever something is named; `undefined` when it may be named elsewhere too. See `mention-names.ts`. */
  mentions(name: string): readonly PlacedMention[] | undefined {
    if (!this.#known.has(name)) {
      if (!this.#knowsCallers(name)) return undefined;
      this.#known.add(name);
    }
    return this.#tables.mentions.get(name) ?? [];
  }

  /** What a property is set to, for a name made by `storedName`; `undefined` unless one file says all about it. */
  stored(name: string): PlacedStored | undefined {
    const found = (this.#tables.mentions.get(name) ?? []).flatMap(({ mention, uri }) =>
      mention.kind === 'stored' ? [{ mention, uri }] : [],
    );
    const [first, ...others] = found;
    return others.length === 0 && first?.mention.isAll === true ? first : undefined;
  }

  /** Whether a type inherits from one of that name. */
  hasSubtypes(name: string): boolean {
    return this.#subtypesOf(name).length > 0;
  }

  /** A type and what it is known to inherit from, by their paths as written. */
  supertypes(type: string): Iterable<string> {
    return closure(type, (each) => this.#supertypesOf(each));
  }

  /** Those of `found` that a call with these arguments can mean. */
  fitting(found: readonly FoundConstant[], args: readonly ConstantArg[]): readonly FoundConstant[] {
    return found.filter(({ declaration: { params, name } }) =>
      params === undefined ? false : bindArguments(args, params, name.endsWith(':')) !== undefined,
    );
  }

  #find(path: readonly string[], scope: ConstantScope): readonly FoundConstant[] {
    const [head, ...rest] = path;
    const name = path.at(-1);
    if (head === undefined || name === undefined || head === 'super') return [];
    if (head === 'self' || head === 'Self')
      return rest.length === 1 ? this.#own(scope.owner, name, scope.uri) : [];
    const around = enclosing(scope.owner);
    if (rest.length === 0) {
      for (const owner of around) {
        const found = this.#own(owner, name, scope.uri);
        if (found.length > 0) return found;
      }
      return this.#visible('', name, scope.uri);
    }
    const type = path.slice(0, -1).join('.');
    for (const owner of [...around.map((each) => `${each}.${type}`), type]) {
      const found = this.#inherited(owner, name, scope.uri);
      if (found.length > 0) return found;
    }
    return [];
  }

  /** A member of the object at hand, which may be of a subclass that has its own. */
  #own(owner: string, name: string, uri: string): readonly FoundConstant[] {
    const found = this.#inherited(owner, name, uri);
    if (found.length === 0) return found;
    const subtypes = closure(lastComponent(owner), (each) => this.#subtypesOf(each).map(lastComponent));
    const owners = [...subtypes].flatMap((each) => this.#subtypesOf(each));
    return [...found, ...owners.flatMap((each) => this.#visible(each, name, uri))];
  }

  /** Of a type or, failing that, of the nearest of its supertypes. */
  #inherited(owner: string, name: string, uri: string): readonly FoundConstant[] {
    for (const each of closure(owner, (type) => this.#supertypesOf(type))) {
      const found = this.#visible(each, name, uri);
      if (found.length > 0) return found;
    }
    return [];
  }

  #visible(owner: string, name: string, uri: string): readonly FoundConstant[] {
    const found = this.#tables.members.get(`${owner}.${name}`) ?? [];
    const local = found.filter((each) => each.declaration.isFileLocal === true && each.uri === uri);
    return local.length > 0 ? local : found.filter(({ declaration }) => declaration.isFileLocal !== true);
  }

  get #tables(): Tables {
    this.#built ??= build(this.files);
    return this.#built;
  }

  #supertypesOf(type: string): readonly string[] {
    return this.#tables.supertypes.get(type) ?? [];
  }

  #subtypesOf(name: string): readonly string[] {
    return this.#tables.subtypes.get(name) ?? [];
  }
}

function build(files: ReadonlyMap<string, FileConstants>): Tables {
  const tables = {
    members: new Map<string, FoundConstant[]>(),
    supertypes: new Map<string, string[]>(),
    subtypes: new Map<string, string[]>(),
    changed: new Map<string, string[]>(),
    mentions: new Map<string, PlacedMention[]>(),
  };
  for (const [uri, { declarations, types, changed, mentions }] of files) {
    for (const declaration of declarations)
      push(tables.members, `${declaration.owner}.${declaration.name}`, { uri, declaration });
    for (const { path, inherits } of types) {
      for (const parent of inherits) {
        push(tables.supertypes, path, parent);
        push(tables.subtypes, lastComponent(parent), path);
      }
    }
    for (const name of changed ?? []) push(tables.changed, name, uri);
    for (const mention of mentions ?? []) push(tables.mentions, mention.name, { uri, mention });
  }
  return tables;
}

/** `A.B.C`, `A.B`, `A`. */
function enclosing(owner: string): readonly string[] {
  if (owner === '') return [];
  const end = owner.lastIndexOf('.');
  return end < 0 ? [owner] : [owner, ...enclosing(owner.slice(0, end))];
}

function closure(start: string, next: (each: string) => readonly string[]): ReadonlySet<string> {
  const seen = new Set([start]);
  for (const each of seen) {
    if (seen.size > maxSupertypes) break;
    for (const other of next(each)) seen.add(other);
  }
  return seen;
}

function push<V>(map: Map<string, V[]>, key: string, value: V): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}
