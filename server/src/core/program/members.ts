/** The parts of a file that share no scope with each other. */
import type { TextRange } from '../text';
import type { Block, FunctionDecl, ProgramFile, TypeDecl, VariableDecl } from './ir';
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

const cache = new WeakMap<ProgramFile, readonly Member[]>();

/** All members of a file, those of types first. */
export function membersOf(program: ProgramFile): readonly Member[] {
  let known = cache.get(program);
  if (known === undefined) {
    known = collect(program);
    cache.set(program, known);
  }
  return known;
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

/** Members whose source in `text` holds one of `names`; of nothing else can code inside of them be called. */
export function membersMentioning(
  program: ProgramFile,
  text: string,
  names: readonly string[],
): readonly Member[] {
  const places = names.flatMap((name) => placesOf(text, name)).sort((a, b) => a - b);
  if (places.length === 0) return [];
  return membersOf(program).filter(({ range }) => {
    const first = places[lowerBound(places, range.start)];
    return first !== undefined && first < range.end;
  });
}

function placesOf(text: string, name: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) places.push(at);
  return places;
}

/** Position of the first of sorted numbers that is not less than `wanted`. */
function lowerBound(sorted: readonly number[], wanted: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
