/** The parts of a file that share no scope with each other. */
import type { TextRange } from '../text';
import type { Block, FunctionDecl, ProgramFile, TypeDecl, VariableDecl } from './ir';
import { Memo } from './memo';
import { originOf } from './moved';
import { knownNames, type TextNames } from './text-names';
import { allTypes, type Visitor, walkBlock, walkFunction, walkVariable } from './walk';

/** A method or function, a property or global variable with its accessors, or the statements at file level. */
export type Member = {
  /** Everything inside lies in it; that of the file level is the whole file. */
  readonly range: TextRange;
  /** The type that declares it; the one that is extended for extensions. */
  readonly type: TypeDecl | undefined;
} & (
  | { readonly kind: 'function'; readonly node: FunctionDecl }
  | { readonly kind: 'variable'; readonly node: VariableDecl }
  | { readonly kind: 'block'; readonly node: Block }
);

interface Members {
  readonly all: readonly Member[];
  /** Those other than the file level, by where they start. */
  readonly sorted: readonly Member[];
  /** Up to each of `sorted`, the furthest end. */
  readonly ends: readonly number[];
}

const cache = new Memo<ProgramFile, Members>();

/** All members of a file, those of types first. */
export function membersOf(program: ProgramFile): readonly Member[] {
  return indexOf(program).all;
}

/** The members around an offset, innermost first. The file level is only one of them where there is no other. */
export function membersAt(program: ProgramFile, offset: number): readonly Member[] {
  const { all, sorted, ends } = indexOf(program);
  const found: Member[] = [];
  const after = lowerBound(sorted.length, (i) => (sorted[i]?.range.start ?? 0) > offset);
  for (let i = after - 1; i >= 0 && (ends[i] ?? 0) > offset; i--) {
    const member = sorted[i];
    if (member !== undefined && offset < member.range.end) found.push(member);
  }
  return found.length > 0 ? found : all.slice(-1);
}

function indexOf(program: ProgramFile): Members {
  return cache.of(program, () => {
    const all = collect(program);
    const sorted = all.slice(0, -1).sort((a, b) => a.range.start - b.range.start);
    let furthest = 0;
    const ends = sorted.map(({ range }) => (furthest = Math.max(furthest, range.end)));
    return { all, sorted, ends };
  });
}

function collect(program: ProgramFile): Member[] {
  const members: Member[] = [];
  const variable = (node: VariableDecl, type: TypeDecl | undefined): void => {
    members.push({ kind: 'variable', node, type, range: node.range });
  };
  const fn = (node: FunctionDecl, type: TypeDecl | undefined): void => {
    members.push({ kind: 'function', node, type, range: node.range });
  };
  for (const type of allTypes(program)) {
    for (const property of type.properties) variable(property, type);
    for (const method of type.methods) fn(method, type);
  }
  for (const each of program.functions) fn(each, undefined);
  for (const each of program.globals) variable(each, undefined);
  const { topLevel } = program;
  members.push({ kind: 'block', node: topLevel, type: undefined, range: topLevel.range });
  return members;
}

/** As a member of an open document was first lowered: the same object for as long as only its place differs. */
export function originalMember(member: Exclude<Member, { kind: 'block' }>): Member {
  return member.kind === 'function'
    ? { ...member, node: originOf(member.node) }
    : { ...member, node: originOf(member.node) };
}

export function walkMember(member: Member, visitor: Visitor): void {
  switch (member.kind) {
    case 'function':
      walkFunction(member.node, visitor);
      return;
    case 'variable':
      walkVariable(member.node, visitor);
      return;
    case 'block':
      walkBlock(member.node, visitor);
  }
}

/** Walks through the members that may hold one of some names: all of them, unless the names of the text are known. */
export function walkNaming(program: ProgramFile, names: readonly string[], visitor: Visitor): void {
  const text = knownNames(program);
  const members = text === undefined ? membersOf(program) : membersMentioning(program, text, names);
  for (const member of members) walkMember(member, visitor);
}

/** Members whose source holds one of `names`, or parts of longer ones. `text` is that of the program. */
export function membersMentioning(
  program: ProgramFile,
  text: TextNames,
  names: readonly string[],
): readonly Member[] {
  // What has no name, in unfinished code, may be anything.
  if (names.includes('')) return membersOf(program);
  const places = names.flatMap((name) => text.places(name));
  if (places.length === 0) return [];
  places.sort((a, b) => a - b);
  return membersOf(program).filter(({ range }) => {
    const first = places[lowerBound(places.length, (i) => (places[i] ?? 0) >= range.start)];
    return first !== undefined && first < range.end;
  });
}

/** The first of `count` positions that a test holds for; it holds for all after that as well. */
function lowerBound(count: number, test: (position: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (test(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
