/** Other names that a file gives to types: `typealias Handler = () -> Void`. */
import type { NormalisedSwift } from '../../syntax/swift-normalise';
import type { SyntaxNode } from '../../syntax/swift-tree';
import type { TypeAlias } from '../ir';

/** An alias of an alias of an alias… is followed this far. */
const MAX_STEPS = 8;

const BODIES: ReadonlySet<string> = new Set(['class_body', 'enum_class_body', 'protocol_body']);
const TYPES: ReadonlySet<string> = new Set(['class_declaration', 'protocol_declaration']);

export class TypeAliases {
  readonly #source: NormalisedSwift;
  /** What stands behind the `=`; `undefined` for a name that means several things, or something with parameters. */
  readonly #types = new Map<string, SyntaxNode | undefined>();
  readonly #fileLocal = new Set<string>();
  #signature: string | undefined;

  /** Those at file level and in types. `root` is the copied tree of the file. */
  constructor(root: SyntaxNode, source: NormalisedSwift) {
    this.#source = source;
    this.#collect(root, false);
  }

  /** Equal for files that give the same names to the same types. */
  get signature(): string {
    this.#signature ??= [...this.#types]
      .map(([name, type]) => `${name}=${type === undefined ? '' : this.#text(type)}`)
      .sort()
      .join(';');
    return this.#signature;
  }

  /** The type that a name stands for, itself no alias; `undefined` for names that are not known to be aliases. */
  find(name: string): SyntaxNode | undefined {
    let found: SyntaxNode | undefined;
    for (let step = 0, at = name; step < MAX_STEPS; step++) {
      const next = this.#types.get(at);
      if (next === undefined) return this.#types.has(at) ? undefined : found;
      found = next;
      if (next.type !== 'user_type') return found;
      at = this.#text(next);
    }
    return undefined;
  }

  /** The name of the plain type that a name stands for. */
  nameOf(name: string): string | undefined {
    const type = this.find(name);
    const last = type?.type === 'user_type' ? type.children.at(-1) : undefined;
    return last?.type === 'type_identifier' ? this.#text(last) : undefined;
  }

  /** All names that stand for plain types and functions. */
  named(): TypeAlias[] {
    return [...this.#types.keys()].flatMap((name): TypeAlias[] => {
      const isLocal = this.#fileLocal.has(name) ? ({ isFileLocal: true } as const) : {};
      const type = this.nameOf(name);
      if (type !== undefined) return [{ name, type, ...isLocal }];
      return isFunction(this.find(name)) ? [{ name, type: '', isFunction: true, ...isLocal }] : [];
    });
  }

  #collect(parent: SyntaxNode, isInType: boolean): void {
    for (const node of parent.children) {
      if (node.type === 'typealias_declaration') this.#add(node, isInType);
      else if (BODIES.has(node.type)) this.#collect(node, true);
      else if (TYPES.has(node.type)) {
        // A type of that name may be meant instead.
        const name = node.children.find(({ type }) => type === 'type_identifier');
        if (name !== undefined) this.#types.set(this.#text(name), undefined);
        this.#collect(node, isInType);
      }
    }
  }

  #add({ children, isBroken }: SyntaxNode, isInType: boolean): void {
    const name = children.find(({ type }) => type === 'type_identifier');
    const equals = children.findIndex(({ type }) => type === '=');
    const type = children[equals + 1];
    if (name === undefined || equals < 0 || type === undefined) return;
    // Types that stand for associated types have names that type parameters of others have as well: `Element`.
    if (isInType && type.type === 'user_type') return;
    const key = this.#text(name);
    const modifiers = children.find((child) => child.type === 'modifiers');
    if (modifiers !== undefined && /\b(?:file)?private\b/.test(this.#text(modifiers)))
      this.#fileLocal.add(key);
    const isPlain = !isBroken && !children.some((child) => child.type === 'type_parameters');
    const isSame = isPlain && this.#isSame(this.#types.get(key), type);
    this.#types.set(key, isPlain && (isSame || !this.#types.has(key)) ? type : undefined);
  }

  #isSame(known: SyntaxNode | undefined, type: SyntaxNode): boolean {
    return known !== undefined && this.#text(known) === this.#text(type);
  }

  #text({ start, end }: SyntaxNode): string {
    return this.#source.original.slice(start, end);
  }
}

/** Optional ones and those in parentheses included. */
function isFunction(type: SyntaxNode | undefined): boolean {
  if (type === undefined || type.type === 'function_type') return type !== undefined;
  const inner = type.children.filter(({ type: kind }) => /_(?:type|item)$/.test(kind));
  const isWrapper = ['optional_type', 'tuple_type', 'tuple_type_item'].includes(type.type);
  return isWrapper && inner.length === 1 && isFunction(inner[0]);
}
