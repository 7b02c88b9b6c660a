/** What files that name known APIs need to know from others: declarations of constants, and members of types. */
import { isSdkType } from '../catalog/inert-calls';
import { ConstantIndex } from '../program/constants/constant-index';
import { evaluate } from '../program/constants/evaluate';
import { passedIn } from '../program/constants/foreign-callers';
import type { FileConstants, PassedExpr } from '../program/constants/types';
import type { Effect, FileEffects } from '../program/effect-types';
import type { FileSummary } from '../program/summary';
import { includesName, mayMention, type Outline } from './outline';

type Query =
  /** A declaration of that name; in a type of that name, if one is given. */
  | { readonly kind: 'name'; readonly name: string; readonly type: string | undefined }
  /** A part of a type, or a type that inherits from it. */
  | { readonly kind: 'members'; readonly type: string }
  /** A part of a type. */
  | { readonly kind: 'parts'; readonly type: string }
  /** A call of a function. */
  | { readonly kind: 'calls'; readonly name: string };

/** By URI. */
type Summaries = ReadonlyMap<string, FileSummary>;

/** Files among `outlines` that may declare what `summaries` lack. */
export function neededBy(summaries: Summaries, outlines: ReadonlyMap<string, Outline>): readonly string[] {
  if (outlines.size === 0) return [];
  const found = new Set<string>();
  const queries = [...constantQueries(summaries), ...typeQueries(summaries), ...callQueries(summaries)];
  for (const query of queries) {
    const matching = [...outlines].filter(([, outline]) => answers(outline, query));
    // The type may have the name from a supertype, or be another name for a type that has it.
    const others =
      query.kind === 'name' && query.type !== undefined && matching.length === 0
        ? [...outlines].filter(([, { types }]) => includesName(types, query.type ?? ''))
        : [];
    for (const [uri] of [...matching, ...others]) found.add(uri);
  }
  return [...found];
}

function answers(outline: Outline, query: Query): boolean {
  const { names, types, bases } = outline;
  switch (query.kind) {
    case 'name':
      return includesName(names, query.name) && (query.type === undefined || includesName(types, query.type));
    case 'members':
      return includesName(types, query.type) || includesName(bases, query.type);
    case 'parts':
      return includesName(types, query.type);
    case 'calls':
      return mayMention(outline, query.name);
  }
}

function constantQueries(summaries: Summaries): readonly Query[] {
  const index = new ConstantIndex(
    () => constantsIn(summaries),
    () => true,
  );
  const queries = new Map<string, Query>();
  const note = (path: readonly string[]): void => {
    for (const query of declarationsOf(path, index)) queries.set(JSON.stringify(query), query);
  };
  for (const [uri, { constants, openUses }] of summaries) {
    for (const { value, owner } of [...(constants?.uses ?? []), ...openUses])
      evaluate(value, { uri, owner }, index, note);
  }
  return [...queries.values()];
}

function constantsIn(summaries: Summaries): ReadonlyMap<string, FileConstants> {
  const files = new Map<string, FileConstants>();
  for (const [uri, { constants }] of summaries) if (constants !== undefined) files.set(uri, constants);
  return files;
}

/** Where a missing name may be declared. */
function declarationsOf(path: readonly string[], index: ConstantIndex): readonly Query[] {
  // The first piece of a selector.
  const name = path.at(-1)?.split(':')[0] ?? '';
  const type = path.at(-2);
  if (type === undefined || type === 'self' || type === 'Self')
    return [{ kind: 'name', name, type: undefined }];
  return [...index.supertypes(type)].map((each) => ({ kind: 'name', name, type: lastComponent(each) }));
}

function lastComponent(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

/** Parameters whose values the calls in other files decide. */
function passedTo({ constants, openUses }: FileSummary): readonly PassedExpr[] {
  return [...(constants?.uses ?? []), ...openUses].flatMap(({ value }) => passedIn(value));
}

/** Names of functions whose calls decide what the files hand to an API. */
export function wantedFunctions(summaries: Iterable<FileSummary>): ReadonlySet<string> {
  return new Set([...summaries].flatMap((summary) => passedTo(summary).map(({ name }) => name)));
}

/** All calls count, and all that the type of a method conforms to. */
function callQueries(summaries: Summaries): readonly Query[] {
  return [...summaries.values()].flatMap(passedTo).flatMap(({ name, owner }): readonly Query[] => {
    const calls = { kind: 'calls', name } as const;
    return owner === '' ? [calls] : [calls, { kind: 'members', type: lastComponent(owner) }];
  });
}

/** Any member of a type that begins background tasks may end them: its own ones and those that it inherits. */
function typeQueries(summaries: Summaries): readonly Query[] {
  const types = new Set([...summaries.values()].flatMap(({ effects }) => beginningTypes(effects)));
  if (types.size === 0) return [];
  const declared = [...summaries.values()].flatMap(({ effects }) => effects.types);
  const supertypes = declared.flatMap(({ name, inherits }) => (types.has(name) ? inherits : []));
  return [
    ...[...types].map((type) => ({ kind: 'members', type }) as const),
    ...supertypes.filter((type) => !isSdkType(type)).map((type) => ({ kind: 'parts', type }) as const),
  ];
}

/** Types of a file that begin background tasks. */
export function beginningTypes({ functions }: FileEffects): readonly string[] {
  const types = new Set<string>();
  for (const { type, effects } of functions)
    if (type !== undefined && (effects ?? []).some(begins)) types.add(type);
  return [...types];
}

function begins(effect: Effect): boolean {
  switch (effect.kind) {
    case 'begin':
      return true;
    case 'call':
      return effect.args.some((arg) => (arg.effects ?? []).some(begins));
    case 'hop':
    case 'maybe':
      return effect.effects.some(begins);
    default:
      return false;
  }
}
