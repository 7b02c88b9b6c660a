/** Lowered members that an edit in front of them has moved. */
import type { TextRange } from '../text';
import type { Block, Condition, Expr, FunctionDecl, FunctionKind, Param, TypeRef, VariableDecl } from './ir';

type Member = FunctionDecl | VariableDecl;

/**
 * The object as which a member of an open document was first lowered: the same for every version in which only its
 * place differs, so that what is found out about a member can be kept by it. All ranges inside of `member` lie
 * `member.range.start - originOf(member).range.start` further than in its origin. Other members are their own origins.
 * Type, file and everything else around a member may differ between two members of one origin.
 */
export function originOf<T extends Member>(member: T): T {
  // What a moved member was made of is of its own type.
  return member instanceof Moved ? (member.origin() as T) : member;
}

/** Whether a function does something. To ask for its body would move all of it. */
export function hasBody(fn: FunctionDecl): boolean {
  return originOf(fn).body !== undefined;
}

/** Members whose ranges lie `delta` further. What is inside of them is moved when somebody asks for it. */
export function movedMembers<T extends Member | readonly Member[]>(members: T, delta: number): T {
  if (delta === 0) return members;
  return (
    isList(members) ? members.map((each) => movedMember(each, delta)) : movedMember(members, delta)
  ) as T;
}

function isList(members: Member | readonly Member[]): members is readonly Member[] {
  return Array.isArray(members);
}

function movedMember(member: Member, delta: number): Member {
  return 'params' in member ? new MovedFunction(member, delta) : new MovedVariable(member, delta);
}

/**
 * Each keystroke moves all that stands behind it, so a moved member is small, and knows by heart only what was asked for.
 * Its fields are those of a class: with getters of its own each object would get a shape of its own, which keeps it in
 * memory for long. To copy it with `...` copies nothing.
 */
class Moved<T extends Member> {
  readonly #origin: T;
  readonly #delta: number;
  #nameRange: TextRange | undefined;
  #range: TextRange | undefined;

  constructor(origin: T, delta: number) {
    this.#origin = origin;
    this.#delta = delta;
  }

  origin(): T {
    return this.#origin;
  }

  get name(): string {
    return this.#origin.name;
  }

  get nameRange(): TextRange {
    this.#nameRange ??= this.moved(this.#origin.nameRange);
    return this.#nameRange;
  }

  get range(): TextRange {
    this.#range ??= this.moved(this.#origin.range);
    return this.#range;
  }

  get isStatic(): boolean {
    return this.#origin.isStatic;
  }

  get attributes(): readonly string[] {
    return this.#origin.attributes;
  }

  get when(): readonly Condition[] {
    return this.#origin.when;
  }

  moved<V>(value: V): V {
    return movedValue(value, this.#delta);
  }

  movedMembers(members: readonly FunctionDecl[]): readonly FunctionDecl[] {
    return movedMembers(members, this.#delta);
  }
}

class MovedFunction extends Moved<FunctionDecl> implements FunctionDecl {
  #params: readonly Param[] | undefined;
  #body: Block | undefined;

  get kind(): FunctionKind {
    return this.origin().kind;
  }

  get fullName(): string {
    return this.origin().fullName;
  }

  get params(): readonly Param[] {
    this.#params ??= this.moved(this.origin().params);
    return this.#params;
  }

  get returns(): TypeRef | undefined {
    return this.origin().returns;
  }

  get body(): Block | undefined {
    this.#body ??= this.moved(this.origin().body);
    return this.#body;
  }

  get isAsync(): boolean {
    return this.origin().isAsync;
  }

  get throws(): boolean {
    return this.origin().throws;
  }
}

class MovedVariable extends Moved<VariableDecl> implements VariableDecl {
  #initial: Expr | undefined;
  #accessors: readonly FunctionDecl[] | undefined;

  get type(): TypeRef | undefined {
    return this.origin().type;
  }

  get initial(): Expr | undefined {
    this.#initial ??= this.moved(this.origin().initial);
    return this.#initial;
  }

  get isConstant(): boolean {
    return this.origin().isConstant;
  }

  get isLazy(): boolean {
    return this.origin().isLazy;
  }

  get isWeak(): boolean {
    return this.origin().isWeak;
  }

  get accessors(): readonly FunctionDecl[] {
    const { accessors } = this.origin();
    this.#accessors ??= accessors.length === 0 ? accessors : this.movedMembers(accessors);
    return this.#accessors;
  }
}

for (const { prototype } of [Moved, MovedFunction, MovedVariable]) showFields(prototype);

/** So that comparisons see them as they see those of other members. */
function showFields(prototype: object): void {
  for (const [name, { get }] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
    if (get !== undefined) Object.defineProperty(prototype, name, { enumerable: true });
  }
}

/** A copy whose ranges lie `delta` further. Plain data holds numbers named `start` and `end` in ranges only. */
function movedValue<T>(value: T, delta: number): T {
  return typeof value === 'object' && value !== null ? (movedCopy(value, delta) as T) : value;
}

function movedCopy(value: object, delta: number): object {
  if (Array.isArray(value)) return value.map((item) => movedValue<unknown>(item, delta));
  if (isRange(value)) return { start: value.start + delta, end: value.end + delta };
  // A spread keeps the object's shape, which makes this several times faster than building it name by name.
  const copy: Record<string, unknown> = { ...value };
  for (const name in copy) copy[name] = movedValue(copy[name], delta);
  return copy;
}

function isRange(value: object): value is { start: number; end: number } {
  return (
    'start' in value && 'end' in value && typeof value.start === 'number' && typeof value.end === 'number'
  );
}
