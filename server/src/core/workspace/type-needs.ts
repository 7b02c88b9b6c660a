/** Which types files name without declaring them, where these decide what an API is used of. */
import { isSdkType } from '../catalog/inert-calls';
import { SummaryIndex } from '../program/code-index';
import { CodeTables } from '../program/code-tables';
import { ConstantIndex } from '../program/constants/constant-index';
import type { FileEffects } from '../program/effect-types';
import { type ForeignTypes, typeAtPath } from '../program/foreign-types';
import type { FileSummary, OpenReceiver } from '../program/summary';

/** `parts`: where the type is declared or extended. `members`: what conforms to it as well. */
export interface TypeNeed {
  readonly kind: 'parts' | 'members';
  readonly type: string;
}

type Summaries = ReadonlyMap<string, FileSummary>;

export function typeNeeds(summaries: Summaries): readonly TypeNeed[] {
  const held = new Set([...summaries.values()].flatMap(({ effects }) => typesHeld(effects)));
  // Whoever holds something of the API names the API, and has been read. Without that nothing is one of the API's.
  const receivers = [...summaries.values()].flatMap(({ openUses }) =>
    openUses.flatMap(({ receiver }) =>
      receiver !== undefined && (receiver.otherwise || held.has(receiver.on)) ? [receiver] : [],
    ),
  );
  const protocols = new Set([...summaries.values()].flatMap(conformances));
  if (receivers.length + protocols.size === 0) return [];
  const needs = new Needs(summaries);
  for (const protocol of protocols) needs.declaration(protocol);
  for (const receiver of receivers) needs.receiver(receiver);
  return needs.found;
}

/** Types that are extended, and that something is declared to be, to return, to inherit from or to be a name for. */
function typesHeld({ types, functions, globals, aliases }: FileEffects): readonly (string | undefined)[] {
  return [
    ...types.flatMap(({ name, properties, inherits }) => [
      name,
      ...properties.map(({ type }) => type),
      ...inherits,
    ]),
    ...functions.map(({ returns }) => returns),
    ...(globals ?? []).map(({ type }) => type),
    ...(aliases ?? []).map(({ type }) => type),
  ];
}

/** What extensions make types of the SDK conform to: a type of the app that does so too may be meant instead. */
function conformances({ effects }: FileSummary): readonly string[] {
  return effects.types.flatMap(({ isExtension, name, inherits }) =>
    isExtension && isSdkType(name) ? inherits.filter((each) => !isSdkType(each)) : [],
  );
}

class Needs {
  readonly #index: SummaryIndex;
  readonly #parts = new Set<string>();
  readonly #members = new Set<string>();

  constructor(summaries: Summaries) {
    const files = new Map([...summaries].map(([uri, { effects }]) => [uri, effects]));
    const constants = new ConstantIndex(() => new Map());
    this.#index = new SummaryIndex(CodeTables.of(files), { constants, uses: () => [] });
  }

  get found(): readonly TypeNeed[] {
    return [
      ...[...this.#parts].map((type) => ({ kind: 'parts', type }) as const),
      ...[...this.#members].map((type) => ({ kind: 'members', type }) as const),
    ];
  }

  receiver({ type: path }: OpenReceiver): void {
    const end = typeAtPath(path, this.#listening());
    if (end !== undefined) this.declaration(end);
  }

  /** What a type is, and, of a protocol, what conforms to it. */
  declaration(type: string): void {
    if (isSdkType(type)) return;
    const declared = this.#index.declarations(type).filter(({ isExtension }) => !isExtension);
    if (declared.length === 0) this.#parts.add(type);
    else if (declared.some(({ isProtocol }) => isProtocol)) this.#members.add(type);
    else for (const parent of declared.flatMap(({ inherits }) => inherits)) this.#superclass(parent);
  }

  #superclass(type: string): void {
    const isRead = this.#index.declarations(type).some(({ isExtension }) => !isExtension);
    if (!isRead && !isSdkType(type)) this.#parts.add(type);
  }

  /** The types of the index; those that lack what they are asked for are noted. */
  #listening(): ForeignTypes {
    const { types } = this.#index;
    const noted = (type: string | undefined, found: string | undefined): string | undefined => {
      if (found === undefined && type !== undefined) this.#lacks(type);
      return found;
    };
    return {
      named: (name) => types.named(name),
      namesOf: (type) => types.namesOf(type),
      superclass: (type) => types.superclass(type),
      isKind: (type, of) => types.isKind(type, of),
      property: (type, name) => noted(type, types.property(type, name)),
      result: (type, name) => noted(type, types.result(type, name)),
      bare: (type, name) => noted(type, types.bare(type, name)),
      bareResult: (type, name) => noted(type, types.bareResult(type, name)),
      shared: (type, name) => {
        if (this.#index.declarations(type).length === 0) this.#lacks(type);
        return types.shared(type, name);
      },
    };
  }

  /** A type and what it inherits from may have the member elsewhere. */
  #lacks(type: string): void {
    for (const each of this.#index.family(type)) if (!isSdkType(each)) this.#parts.add(each);
  }
}
