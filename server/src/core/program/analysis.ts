/** Everything that is resolved about one file: names, types, calls, effects. */

import { EffectBuilder } from './effect-builder';
import type { ForeignTypes } from './foreign-types';
import type { CallExpr, ProgramFile } from './ir';
import { factsOf } from './member-facts';
import { type Member, membersMentioning, membersOf, walkMember } from './members';
import { parentsOf } from './parents';
import { type Resolver, resolverOf } from './resolve';
import type { FunctionScope } from './scopes';
import { TaskCalls } from './task-calls';
import { knownNames, type TextNames } from './text-names';
import { TypeInference } from './types';
import type { Visitor } from './walk';

export class FileAnalysis {
  readonly program: ProgramFile;
  readonly resolver: Resolver;
  readonly types: TypeInference;
  readonly calls: TaskCalls;
  readonly effects: EffectBuilder;
  readonly #names: TextNames | undefined;

  /** `foreign` knows the types of other files. With the `names` of its text fewer places are looked at. */
  constructor(program: ProgramFile, foreign?: ForeignTypes, names?: TextNames) {
    this.program = program;
    this.#names = names ?? knownNames(program);
    this.resolver = resolverOf(program);
    this.types = new TypeInference(this.resolver, foreign);
    this.calls = new TaskCalls(this.resolver, this.types);
    this.effects = new EffectBuilder(this.resolver, this.types, this.calls);
  }

  /** The members whose source may hold one of some names, or parts of names. */
  membersMentioning(names: readonly string[]): readonly Member[] {
    if (this.#names === undefined) return membersOf(this.program);
    return membersMentioning(this.program, this.#names, names);
  }

  /** The calls in those members, in source order. */
  callsMentioning(names: readonly string[]): readonly CallExpr[] {
    return parentsOf(this.resolver).callsIn(this.membersMentioning(names));
  }

  /** All functions and closures of those members, outer ones first. */
  scopesMentioning(names: readonly string[]): readonly FunctionScope[] {
    return this.membersMentioning(names).flatMap((member) => this.resolver.scopes.of(member));
  }

  /** Walks through those members. */
  walkMentioning(names: readonly string[], visitor: Visitor): void {
    for (const member of this.membersMentioning(names)) walkMember(member, visitor);
  }

  /** Names of types, and the other names that there are for them. */
  spellings(types: readonly string[]): readonly string[] {
    return this.types.spellings(types);
  }

  /** Methods, functions and local functions with one of some full names, in the order of `scopes.all`. */
  functionsNamed(names: Iterable<string>): readonly FunctionScope[] {
    const known = new Set(names);
    const members = this.membersMentioning([...known].map(longestPiece));
    const scopes = members.flatMap((member) =>
      factsOf(member).functions.some((name) => known.has(name)) ? this.resolver.scopes.of(member) : [],
    );
    return scopes.filter(({ fn }) => fn !== undefined && fn.kind !== 'closure' && known.has(fn.fullName));
  }
}

/** By the full name: all come from the catalogue. */
const pieces = new Map<string, string>();

/** Of a full name: the source of a function holds each label, and the longest one is the rarest. */
function longestPiece(fullName: string): string {
  const known = pieces.get(fullName);
  if (known !== undefined) return known;
  const longest = fullName.split(/[(:)]/).reduce((a, b) => (b.length > a.length ? b : a));
  pieces.set(fullName, longest);
  return longest;
}
