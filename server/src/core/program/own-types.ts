/** Types and what they inherit from, as far as one file says. */
import type { FunctionDecl, ProgramFile, VariableDecl } from './ir';
import { propertyName, type Resolver } from './resolve';
import { allTypes } from './walk';

const maxSupertypes = 12;

export class OwnTypes {
  readonly #resolver: Resolver;
  readonly #supertypes = new Map<string, readonly string[]>();
  readonly #superclasses = new Map<string, string>();
  readonly #declared = new Set<string>();

  constructor(resolver: Resolver) {
    this.#resolver = resolver;
    this.#read(resolver.program);
  }

  #read(program: ProgramFile): void {
    for (const { name, inherits, kind, when } of allTypes(program)) {
      this.#supertypes.set(name, [...(this.#supertypes.get(name) ?? []), ...inherits]);
      if (kind === 'class' && inherits[0] !== undefined) this.#superclasses.set(name, inherits[0]);
      if (kind !== 'extension' && when.length === 0) this.#declared.add(name);
    }
  }

  /** Whether a type of that name is the file's own, under all conditions. */
  declares(type: string): boolean {
    return this.#declared.has(type);
  }

  superclass(type: string): string | undefined {
    return this.#superclasses.get(type);
  }

  /** A type and what it inherits from, nearest first. */
  lineage(type: string): ReadonlySet<string> {
    const found = new Set([type]);
    for (const each of found)
      for (const parent of this.#supertypes.get(each) ?? [])
        if (found.size < maxSupertypes) found.add(parent);
    return found;
  }

  /** `name` as it is written: instance variables and the properties that they back are one. */
  property(type: string, name: string): VariableDecl | undefined {
    const plain = propertyName(name, this.#resolver.language);
    for (const each of this.lineage(type)) {
      const property = this.#resolver.property(each, plain);
      if (property !== undefined) return property;
    }
    return undefined;
  }

  /** Methods of a base name and, where it is known, a selector. */
  methods(type: string, name: string, selector: string | undefined): readonly FunctionDecl[] {
    const named = [...this.lineage(type)].flatMap((each) => this.#resolver.functions(each, name));
    return selector === undefined ? named : named.filter(({ fullName }) => fullName === selector);
  }
}
