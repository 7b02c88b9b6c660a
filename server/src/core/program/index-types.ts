/** What the files of a target say about types: other names, properties, results, and who conforms to what. */
import type { CodeIndex } from './code-index';
import type { PropertyInfo, TypeInfo } from './effect-types';
import { type ForeignTypes, typeAtPath, type Verdict } from './foreign-types';
import type { TypeAlias } from './ir';

/** Ways that lead through other ways are followed this far. */
const maxDepth = 8;

export type TypeSource = Pick<CodeIndex, 'declarations' | 'methods' | 'functions' | 'property' | 'family'> & {
  /** Other names of types that files share. */
  aliases(name: string): readonly TypeAlias[];
  globals(name: string): readonly PropertyInfo[];
};

export class IndexTypes implements ForeignTypes {
  readonly #source: TypeSource;
  #depth = 0;

  constructor(source: TypeSource) {
    this.#source = source;
  }

  /** `undefined` where it may be one of several, or a function. */
  named(name: string): string | undefined {
    const aliases = this.#source.aliases(name);
    const [first] = aliases;
    if (first === undefined) return name;
    const isOne = aliases.every(({ type }) => type === first.type) && !this.#isDeclared(name);
    if (!isOne || first.type === '' || this.#depth > maxDepth) return undefined;
    return this.#deeper(() => this.named(first.type));
  }

  /** Whether a name stands for a type of functions. */
  isFunction(name: string): boolean {
    const aliases = this.#source.aliases(name);
    return (
      aliases.length > 0 && aliases.every((alias) => alias.isFunction === true) && !this.#isDeclared(name)
    );
  }

  property(type: string, name: string): string | undefined {
    return this.#followed(this.#source.property(type, name)?.type);
  }

  result(type: string | undefined, name: string): string | undefined {
    const functions = type === undefined ? this.#source.functions(name) : this.#source.methods(type, name);
    const [first, ...others] = functions;
    const returned = first?.fn.returns;
    if (returned === undefined || others.some(({ fn }) => fn.returns !== returned)) return undefined;
    return returned === 'Self' || returned === 'instancetype' ? type : this.#followed(returned);
  }

  bare(type: string | undefined, name: string): string | undefined {
    const property = type === undefined ? undefined : this.#source.property(type, name);
    if (property !== undefined) return this.#followed(property.type);
    const globals = this.#source.globals(name);
    const [first] = globals;
    return globals.every((each) => each.type === first?.type) ? this.#followed(first?.type) : undefined;
  }

  superclass(type: string): string | undefined {
    const declared = this.#source.declarations(type).filter((each) => !each.isExtension && !each.isProtocol);
    const parent = declared.length === 1 ? declared[0]?.inherits[0] : undefined;
    return parent?.slice(parent.lastIndexOf('.') + 1);
  }

  isKind(type: string, of: string): Verdict {
    if (this.#source.declarations(of).some(isOwn)) return 'no';
    if (this.#supertypes(type).has(of)) return 'yes';
    if (!this.#isProtocol(type)) return 'no';
    const verdicts = [...this.#conforming(type)].map((each) => this.#supertypes(each).has(of));
    if (verdicts.every((isOne) => !isOne)) return 'no';
    return verdicts.every((isOne) => isOne) ? 'yes' : 'maybe';
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
          const name = this.named(parent.slice(parent.lastIndexOf('.') + 1));
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
