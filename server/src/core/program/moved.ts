/** Lowered members that an edit in front of them has moved. */
import type { FunctionDecl, VariableDecl } from './ir';

type Member = FunctionDecl | VariableDecl;

const origins = new WeakMap<Member, Member>();

/**
 * The object as which a member of an open document was first lowered: the same for every version in which only its
 * place differs, so that what is found out about a member can be kept by it. All ranges inside of `member` lie
 * `member.range.start - originOf(member).range.start` further than in its origin. Other members are their own origins.
 * Type, file and everything else around a member may differ between two members of one origin.
 */
export function originOf<T extends Member>(member: T): T {
  // A moved member is stored with what it was made of, which is of its type.
  return (origins.get(member) as T | undefined) ?? member;
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
  const result = 'params' in member ? movedFunction(member, delta) : movedVariable(member, delta);
  origins.set(result, originOf(member));
  return result;
}

// Each keystroke moves what stands behind it: fewer closures for each member are fewer pauses to collect them.
function movedFunction(member: FunctionDecl, delta: number): FunctionDecl {
  let params: FunctionDecl['params'] | undefined;
  let body: FunctionDecl['body'];
  return {
    ...member,
    nameRange: movedValue(member.nameRange, delta),
    range: movedValue(member.range, delta),
    get params() {
      params ??= movedValue(member.params, delta);
      return params;
    },
    get body() {
      body ??= movedValue(member.body, delta);
      return body;
    },
  };
}

function movedVariable(member: VariableDecl, delta: number): VariableDecl {
  let initial: VariableDecl['initial'];
  let accessors: VariableDecl['accessors'] | undefined;
  return {
    ...member,
    nameRange: movedValue(member.nameRange, delta),
    range: movedValue(member.range, delta),
    get initial() {
      initial ??= movedValue(member.initial, delta);
      return initial;
    },
    get accessors() {
      accessors ??= member.accessors.map((accessor) => movedFunction(accessor, delta));
      return accessors;
    },
  };
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
