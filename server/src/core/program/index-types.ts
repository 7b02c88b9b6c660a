/** What the files of a target say about types: other names, properties, results, and who conforms to what. */

import type { CodeIndex, IndexedFunction } from './code-index';
import type { ParamInfo, PropertyInfo, TypeInfo } from './effect-types';
import { type ForeignTypes, typeAtPath, type Verdict } from './foreign-types';
import type { TypeAlias } from './ir';
import { lastComponent } from './last-component';

/** Ways that lead through other ways are followed this far. */
const maxDepth = 8;

export type TypeSource = Pick<
  CodeIndex,
  'files' | 'declarations' | 'methods' | 'functions' | 'property' | 'family'
> & {
  /** Other names of types that files share. */
  aliases(name: string): readonly TypeAlias[];
  globals(name: string): readonly PropertyInfo[];
};

export class IndexTypes implements ForeignTypes {
  readonly #source: TypeSource;
  #names: ReadonlyMap<string, readonly string[]> | undefined;
  #depth = 0;

  constructor(source: TypeSource) {
    this.#source = source;
  }

  /** `undefined` where it may be one of several, or a function. */
  named(name: string): string | undefined {
    const aliases = this.#source.aliases(name);
    const [first] = aliases;
    if (first === undefined) return this.#isVariable(name) ? undefined : name;
    const isOne = aliases.every(({ type }) => type === first.type) && !this.#isDeclared(name);
    if (!isOne || first.type === '' || this.#depth > maxDepth) return undefined;
    return this.#deeper(() => this.named(first.type));
  }

  namesOf(type: string): readonly string[] {
    this.#names ??= this.#allNames();
    return this.#names.get(type) ?? [];
  }

  #allNames(): ReadonlyMap<string, readonly string[]> {
    const names = new Map<string, string[]>();
    for (const { aliases } of this.#source.files.values()) {
      for (const { name } of aliases ?? []) {
        const type = this.named(name);
        if (type !== undefined) names.set(type, [...(names.get(type) ?? []), name]);
      }
    }
    return names;
  }

  /** Whether a name stands for a type of functions. */
  isFunction(name: string): boolean {
    const aliases = this.#source.aliases(name);
    return (
      aliases.length > 0 && aliases.every((alias) => alias.isFunction === true) && !this.#isDeclared(name)
    );
  }

  /** Whether a parameter is a function, by whatever name. */
  takesFunction({ isFunction, type }: ParamInfo): boolean {
    return isFunction || (type !== undefined && this.isFunction(type));
  }

  /** In Objective-C dots call methods as well, and messages read properties. */
  property(type: string, name: string): string | undefined {
    const property = this.#source.property(type, name);
    return property === undefined
      ? this.#agreed(this.#source.methods(type, name), type)
      : this.#followed(property.type);
  }

  result(type: string, name: string): string | undefined {
    const methods = this.#source.methods(type, name);
    return methods.length === 0 ? this.property(type, name) : this.#agreed(methods, type);
  }

  shared(type: string, name: string): string | undefined {
    return this.property(type, name) ?? type;
  }

  bare(type: string | undefined, name: string): string | undefined {
    const property = type === undefined ? undefined : this.#source.property(type, name);
    if (property !== undefined) return this.#followed(property.type);
    const globals = this.#source.globals(name);
    const [first] = globals;
    return globals.every((each) => each.type === first?.type) ? this.#followed(first?.type) : undefined;
  }

  bareResult(type: string | undefined, name: string): string | undefined {
    const methods = type === undefined ? [] : this.#source.methods(type, name);
    return methods.length > 0
      ? this.#agreed(methods, type)
      : this.#agreed(this.#source.functions(name), undefined);
  }

  /** What functions return, if all agree. */
  #agreed([first, ...others]: readonly IndexedFunction[], type: string | undefined): string | undefined {
    const returned = first?.fn.returns;
    if (returned === undefined || others.some(({ fn }) => fn.returns !== returned)) return undefined;
    return returned === 'Self' ? type : this.#followed(returned);
  }

  superclass(type: string): string | undefined {
    const declared = this.#source.declarations(type).filter((each) => !each.isExtension && !each.isProtocol);
    const parent = declared.length === 1 ? declared[0]?.inherits[0] : undefined;
    return parent && lastComponent(parent);
  }

  isKind(type: string, of: string): Verdict {
    if (this.#source.declarations(of).some(isOwn)) return 'no';
    if (this.#supertypes(type).has(of)) return 'yes';
    if (!this.#isProtocol(type)) return 'no';
    const verdicts = [...this.#conforming(type)].map((each) => this.#supertypes(each).has(of));
    if (verdicts.every((isOne) => !isOne)) return 'no';
    return verdicts.every((isOne) => isOne) ? 'yes' : 'maybe';
  }

  #isVariable(name: string): boolean {
    return this.#source.globals(name).length > 0 && this.#source.declarations(name).length === 0;
  }

  #isDeclared(type: string): boolean {
    return this.#source.declarations(type).some(({ isExtension }) => !isExtension);
  }

  #isProtocol(type: string): boolean {
    return this.#source.declarations(type).some(({ isProtocol }) => isProtocol);
  }

  /** Everything but protocols that conforms to one. */
  #conforming(protocol: string): readonly string[] {
    return [...this.#source.family(protocol)].filter(
      (each) => each !== protocol && !this.#isProtocol(each) && this.#supertypes(each).has(protocol),
    );
  }

  #supertypes(type: string): ReadonlySet<string> {
    const found = new Set([type]);
    for (const each of found)
      for (const { inherits } of this.#source.declarations(each))
        for (const parent of inherits) {
          const name = this.named(lastComponent(parent));
          if (name !== undefined) found.add(name);
        }
    return found;
  }

  /** The type at the end of a way that a file knows the beginning of. */
  #followed(path: string | undefined): string | undefined {
    if (path === undefined || path === '' || this.#depth > maxDepth) return undefined;
    return this.#deeper(() => {
      const type = typeAtPath(path, this);
      return type === undefined ? undefined : this.named(type);
    });
  }

  #deeper<T>(follow: () => T): T {
    this.#depth++;
    try {
      return follow();
    } finally {
      this.#depth--;
    }
  }
}

/** Whether the name means that type everywhere in the target. */
function isOwn({ isExtension, mayBeOther }: TypeInfo): boolean {
  return !isExtension && mayBeOther !== true;
}
