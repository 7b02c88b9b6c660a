/** Whether a member belongs to a type of the API table, as far as one file tells. */
import type { PatternOf } from './api-index';
import type { Expr, ProgramFile } from './ir';
import { type Resolver, resolverOf } from './resolve';
import { TypeInference } from './types';
import { allTypes } from './walk';

type MemberPattern = PatternOf<'call'> | PatternOf<'assign'>;

export class ReceiverTypes {
  readonly #program: ProgramFile;
  readonly #ownTypes: ReadonlySet<string>;
  #types: TypeInference | undefined;

  constructor(program: ProgramFile) {
    this.#program = program;
    const own = allTypes(program).filter(({ kind }) => kind !== 'extension');
    this.#ownTypes = new Set(own.map(({ name }) => name));
  }

  /** Made when first asked for: most files use nothing of the table. */
  get resolver(): Resolver {
    return resolverOf(this.#program);
  }

  get #inference(): TypeInference {
    this.#types ??= new TypeInference(this.resolver);
    return this.#types;
  }

  /** Whether the file declares a type of this name itself, so that it cannot be Apple's. */
  declares(type: string): boolean {
    return this.#ownTypes.has(type);
  }

  /** Whether a member of `receiver` is the one that the pattern means. */
  belongs(receiver: Expr, use: MemberPattern): boolean {
    if (use.on === undefined) return true;
    if (this.declares(use.on)) return false;
    const verdict = this.#inference.isInstance(receiver, use.on);
    if (verdict !== 'maybe') return verdict === 'yes';
    const named = this.#inference.namedType(receiver);
    if (named !== undefined) return named === use.on;
    return use.evidence === 'name' ? !this.#declaresMember(use) : startsFrom(receiver, use.on);
  }

  /** Whether a bare `member` at `place` is inherited from the pattern's type: in a subclass or an extension of it. */
  isOwnMember(place: Expr, use: MemberPattern): boolean {
    const around = this.resolver.typeAround(place);
    if (around === undefined || use.on === undefined || this.resolver.scopes.declaration(place) !== undefined)
      return false;
    if (around === use.on) return true;
    return allTypes(this.#program).some(
      ({ name, inherits }) => name === around && inherits.includes(use.on ?? ''),
    );
  }

  /** Whether a type of this file has a member of that name, which an unknown receiver may well mean. */
  #declaresMember(use: MemberPattern): boolean {
    const names = use.kind === 'assign' ? [use.member] : [use.swift?.name, use.objc?.split(':')[0]];
    return allTypes(this.#program).some(({ properties, methods }) =>
      [...properties, ...methods].some(({ name }) => names.includes(name)),
    );
  }
}

/** `Builder().a().b()`: the methods of a builder answer the builder. */
function startsFrom(receiver: Expr, type: string): boolean {
  if (!type.endsWith('Builder') || receiver.kind !== 'call') return false;
  if (receiver.constructs !== undefined) return receiver.constructs === type;
  return receiver.receiver !== undefined && receiver.name !== 'build' && startsFrom(receiver.receiver, type);
}
