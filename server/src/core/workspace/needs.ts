/** What files that name known APIs need to know from others: declarations of constants, and members of types. */

import { isSdkType } from '../catalog/inert-calls';
import { backgroundTaskObligation } from '../catalog/obligations';
import { ConstantIndex } from '../program/constants/constant-index';
import { evaluate, type Listener } from '../program/constants/evaluate';
import { storedProperty, wordsOf } from '../program/constants/mention-names';
import type { FileConstants } from '../program/constants/types';
import type { Effect, FileEffects } from '../program/effect-types';
import { lastComponent } from '../program/last-component';
import type { FileSummary } from '../program/summary';
import { grammarOf } from '../project/source-kinds';
import { includesName, mayMention, type Outline } from './outline';
import { typeNeeds } from './type-needs';

type Query =
  /** A declaration of that name; in a type of that name, if one is given. */
  | { readonly kind: 'name'; readonly name: string; readonly type: string | undefined }
  /** A part of a type, or a type that inherits from it. */
  | { readonly kind: 'members'; readonly type: string }
  /** A part of a type. */
  | { readonly kind: 'parts'; readonly type: string }
  /** What has a name of `mention-names.ts`: a call of a function. */
  | { readonly kind: 'calls'; readonly name: string };

type Question = Query & { readonly isDispensable?: true };

/**
 * Files that may have the answer to a question that can go without one: what values are and what receivers are is
 * unknown then. Names that more of them hold are as common as `push`, and to look into all would take longer than they
 * are worth.
 */
const maxAnswers = 40;

/** Types of one name that may have a member from elsewhere. */
const maxNamesakes = 8;

export interface Needs {
  /** Names of which all mentions count. */
  readonly wanted: ReadonlySet<string>;
  readonly queries: readonly Question[];
}

/** By URI. */
type Summaries = ReadonlyMap<string, FileSummary>;

/** What the files of a group need to know about types as well. */
export function withTypeNeeds({ wanted, queries }: Needs, summaries: Summaries): Needs {
  const types = typeNeeds(summaries).map(
    (query): Question => (query.kind === 'parts' ? { ...query, isDispensable: true } : query),
  );
  return { wanted, queries: [...queries, ...typeQueries(summaries), ...types] };
}

/** Files among `outlines` that may declare or call what is needed. */
export function neededBy({ queries }: Needs, outlines: ReadonlyMap<string, Outline>): readonly string[] {
  if (outlines.size === 0) return [];
  const found = new Set<string>();
  for (const query of queries) {
    const matching = [...outlines].filter(([uri, outline]) => answers(uri, outline, query));
    if (query.isDispensable === true && matching.length > maxAnswers) continue;
    // The type may have the name from a supertype, or be another name for a type that has it.
    const others =
      query.kind === 'name' && query.type !== undefined && matching.length === 0
        ? [...outlines].filter(([, { types }]) => includesName(types, query.type ?? ''))
        : [];
    // A name that that many types have is the name of none of them alone.
    const meant = others.length > maxNamesakes ? matching : [...matching, ...others];
    for (const [uri] of meant) found.add(uri);
  }
  return [...found];
}

function answers(uri: string, outline: Outline, query: Query): boolean {
  const { names, types, bases } = outline;
  switch (query.kind) {
    case 'name':
      return includesName(names, query.name) && (query.type === undefined || includesName(types, query.type));
    case 'members':
      return includesName(types, query.type) || includesName(bases, query.type);
    case 'parts':
      return includesName(types, query.type);
    case 'calls':
      return mayMention(outline, wordsOf(query.name, grammarOf(uri) ?? 'swift'));
  }
}

/**
 * What the files of a group need to know about constants. All calls of a function count, and all that the type of a
 * method conforms to.
 */
export function constantNeeds(summaries: Summaries): Needs {
  const index = new ConstantIndex(
    () => constantsIn(summaries),
    () => true,
  );
  const queries = new Map<string, Question>();
  const wanted = new Set<string>();
  const note = (query: Question): void => {
    queries.set(JSON.stringify(query), query);
  };
  const listener: Listener = {
    missing: (path) => {
      for (const query of declarationsOf(path, index)) note(query);
    },
    wanted: (names, owner) => {
      for (const name of names) {
        wanted.add(name);
        // Who declares a property says what it is set to.
        if (storedProperty(name) === undefined) note({ kind: 'calls', name, isDispensable: true });
      }
      if (owner !== '') note({ kind: 'members', type: lastComponent(owner) });
    },
  };
  for (const [uri, { constants, openUses }] of summaries) {
    for (const { value, owner } of [...(constants?.uses ?? []), ...openUses])
      evaluate(value, { uri, owner }, index, listener);
  }
  return { wanted, queries: [...queries.values()] };
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
  if (type === undefined || type === 'self' || type === 'Self') {
    // An instance variable may back a property of another file.
    const names = name.startsWith('_') ? [name, name.slice(1)] : [name];
    return names.map((each) => ({ kind: 'name', name: each, type: undefined }));
  }
  return [...index.supertypes(type)].map((each) => ({ kind: 'name', name, type: lastComponent(each) }));
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

/** Types of a file that begin background tasks, or keep their identifiers. */
export function beginningTypes({ functions, types: declared }: FileEffects): readonly string[] {
  const types = new Set<string>();
  for (const { name, properties } of declared)
    if (properties.some(({ type }) => type === backgroundTaskObligation.tokenType)) types.add(name);
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
