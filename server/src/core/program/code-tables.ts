/** What files that are compiled together declare, by name; rebuilt for one of them alone while somebody types in it. */

import type { FileEffects, FunctionEffects, PropertyInfo, TypeInfo } from './effect-types';
import type { TypeAlias } from './ir';
import { lastComponent } from './last-component';

export interface IndexedFunction {
  readonly uri: string;
  readonly fn: FunctionEffects;
}

/** Values of several files under one name. */
interface Bucket<V> {
  readonly values: V[];
  /** For each value the position of its file. */
  readonly positions: number[];
}

const none: readonly never[] = [];

/** Values by name, in the order of their files. */
class Table<V> {
  readonly #buckets = new Map<string, Bucket<V>>();

  add(name: string, value: V, position: number): void {
    const known = this.#buckets.get(name);
    if (known === undefined) {
      this.#buckets.set(name, { values: [value], positions: [position] });
    } else {
      known.values.push(value);
      known.positions.push(position);
    }
  }

  /** Together with those of a table of one more file. */
  get(name: string, other: Table<V> | undefined): readonly V[] {
    const own = this.#buckets.get(name);
    const more = other === undefined ? undefined : other.#buckets.get(name);
    if (more === undefined) return own?.values ?? none;
    return own === undefined ? more.values : merged(own, more);
  }
}

/** `more`: of one file, which is not among those of `bucket`. */
function merged<V>({ values, positions }: Bucket<V>, more: Bucket<V>): readonly V[] {
  const position = more.positions[0] ?? 0;
  const found = positions.findIndex((each) => each > position);
  const at = found < 0 ? values.length : found;
  return [...values.slice(0, at), ...more.values, ...values.slice(at)];
}

class Tables {
  readonly functions = new Table<IndexedFunction>();
  /** By `type.name`. */
  readonly methods = new Table<IndexedFunction>();
  readonly types = new Table<TypeInfo>();
  /** Names of types by what they inherit from. */
  readonly subtypes = new Table<string>();

  readonly aliases = new Table<TypeAlias>();
  readonly globals = new Table<PropertyInfo>();

  add(uri: string, { types, functions, aliases, globals }: FileEffects, position: number): void {
    for (const alias of aliases ?? []) this.aliases.add(alias.name, alias, position);
    for (const variable of globals ?? []) this.globals.add(variable.name, variable, position);
    for (const fn of functions) {
      const entry = { uri, fn };
      if (fn.type === undefined) this.functions.add(fn.name, entry, position);
      else this.methods.add(memberKey(fn.type, fn.name), entry, position);
    }
    for (const type of types) {
      this.types.add(type.name, type, position);
      for (const parent of type.inherits) this.subtypes.add(lastComponent(parent), type.name, position);
    }
  }
}

type Files = ReadonlyMap<string, FileEffects>;

export class CodeTables {
  readonly files: Files;
  /** Of all files but `#edited`. */
  readonly #others: Tables;
  readonly #edited: string | undefined;
  readonly #own: Tables | undefined;

  private constructor(files: Files, others: Tables, edited?: string) {
    this.files = files;
    this.#others = others;
    this.#edited = edited;
    this.#own = edited === undefined ? undefined : tablesOf(files, (uri) => uri === edited);
  }

  static of(files: Files): CodeTables {
    return new CodeTables(
      files,
      tablesOf(files, () => true),
    );
  }

  /** The same with other effects of one of the files. The second time for the same file costs no more than that file. */
  with(uri: string, effects: FileEffects): CodeTables {
    const files = new Map(this.files).set(uri, effects);
    const others = this.#edited === uri ? this.#others : tablesOf(files, (other) => other !== uri);
    return new CodeTables(files, others, uri);
  }

  functions(name: string): readonly IndexedFunction[] {
    return this.#others.functions.get(name, this.#own?.functions);
  }

  methods(type: string, name: string): readonly IndexedFunction[] {
    return this.#others.methods.get(memberKey(type, name), this.#own?.methods);
  }

  types(name: string): readonly TypeInfo[] {
    return this.#others.types.get(name, this.#own?.types);
  }

  aliases(name: string): readonly TypeAlias[] {
    return this.#others.aliases.get(name, this.#own?.aliases);
  }

  globals(name: string): readonly PropertyInfo[] {
    return this.#others.globals.get(name, this.#own?.globals);
  }

  subtypes(name: string): readonly string[] {
    return this.#others.subtypes.get(name, this.#own?.subtypes);
  }
}

function tablesOf(files: Files, isMeant: (uri: string) => boolean): Tables {
  const tables = new Tables();
  let position = 0;
  for (const [uri, effects] of files) {
    if (isMeant(uri)) tables.add(uri, effects, position);
    position++;
  }
  return tables;
}

function memberKey(type: string, name: string): string {
  return `${type}.${name}`;
}
