/** Whether a member belongs to a type of the API table, as far as one file tells. */

import { isPlainType, isSdkType } from '../catalog/inert-calls';
import { firstPiece } from '../catalog/selectors';
import type { PatternOf } from './api-index';
import { isTypePath, typePaths } from './foreign-types';
import type { Expr, ProgramFile } from './ir';
import { type Resolver, resolverOf } from './resolve';
import type { OpenReceiver } from './summary';
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
    this.#types ??= new TypeInference(this.resolver, typePaths);
    return this.#types;
  }

  /** Whether the file declares a type of this name itself, so that it cannot be Apple's. */
  declares(type: string): boolean {
    return this.#ownTypes.has(type);
  }

  /** Whether a member of `receiver` is the one that the pattern means; an open receiver where other files decide. */
  belongs(receiver: Expr, use: MemberPattern): boolean | OpenReceiver {
    const { on } = use;
    if (on === undefined) return true;
    if (this.declares(on)) return false;
    const types = this.#inference;
    const named = types.namedType(receiver);
    const type = named ?? types.typeOf(receiver);
    if (type === undefined) return this.#isBelieved(receiver, use);
    if (named === undefined ? types.isKind(type, on) === 'yes' : named === on) return true;
    if (isTypePath(type)) return { type, on, otherwise: this.#isBelieved(receiver, use) };
    return this.#isOpen(type) && { type, on, otherwise: false };
  }

  /** The same, as far as the file alone can tell. */
  belongsAlone(receiver: Expr, use: MemberPattern): boolean {
    const of = this.belongs(receiver, use);
    return typeof of === 'boolean' ? of : of.otherwise;
  }

  /** Whether a member counts of which nothing is known but its name. */
  #isBelieved(receiver: Expr, use: MemberPattern): boolean {
    return use.evidence === 'name' ? !this.#declaresMember(use) : startsFrom(receiver, use.on ?? '');
  }

  /** Whether other files can say that a type of the app is one of the SDK. */
  #isOpen(type: string): boolean {
    if (isSdkType(type) || isPlainType(type)) return false;
    const declared = allTypes(this.#program).filter(
      ({ name, kind }) => name === type && kind !== 'extension',
    );
    return declared.every(
      ({ kind, inherits }) => kind === 'protocol' || inherits.some((each) => !isSdkType(each)),
    );
  }

  /** Whether a bare `member` at `place` is inherited from the pattern's type: in a subclass or an extension of it. */
  isOwnMember(place: Expr, use: MemberPattern): boolean {
    const around = this.resolver.typeAround(place);
    if (around === undefined || use.on === undefined || this.resolver.scopes.declaration(place) !== undefined)
      return false;
    return this.#inference.isKind(around, use.on) === 'yes';
  }

  /** Whether a type of this file has a member of that name, which an unknown receiver may well mean. */
  #declaresMember(use: MemberPattern): boolean {
    const names = use.kind === 'assign' ? [use.member] : [use.swift?.name, use.objc && firstPiece(use.objc)];
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
