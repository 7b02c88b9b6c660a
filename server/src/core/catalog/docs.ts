/** What people are told about modes, APIs and keys: own words, with links to where the facts come from. */

import type { Platform } from '../project/types';
import { apiDocs } from './api-docs';
import { apiRows } from './apis';
import { keyDocs } from './key-docs';
import modeDocs from './mode-docs.json';
import type { ApiRow, ModeKey, UsePattern } from './requirement-types';
import { firstPiece } from './selectors';

export interface Doc {
  readonly what: string;
  /** What iOS promises, one sentence each. */
  readonly promises: readonly string[];
  /** What it does not promise, and what it asks for. */
  readonly limits: readonly string[];
  readonly links: readonly string[];
  /** First versions of the systems. Missing: not known, or older than anything that is still in use. */
  readonly since?: Readonly<Partial<Record<Platform, string>>>;
  /** Ids of rules that find common mistakes, the most common first. */
  readonly rules?: readonly string[];
}

export interface ModeDoc extends Doc {
  /** As Xcode names it; our own words for values that Xcode has no box for. */
  readonly label: string;
}

export interface ApiDoc extends Doc {
  readonly id: string;
  readonly title: string;
  /** Rows of the API table that it explains, with what the requirements say about them. */
  readonly apis: readonly string[];
  /** Names beside those of the rows. */
  readonly symbols?: readonly ApiSymbol[];
  /** Methods that the system calls, by full names and selectors. */
  readonly methods?: readonly { readonly swift: readonly string[]; readonly objc: readonly string[] }[];
  /** The mode that matters to the API though it can be used without, if any. */
  readonly mode?: { readonly key: ModeKey; readonly value: string };
  /** Its identifiers have to stand among the permitted ones. */
  readonly permits?: true;
}

/** A key of an Info.plist or of entitlements. */
export interface KeyDoc extends Doc {
  readonly key: string;
  readonly file: 'info' | 'entitlements';
  /** What stands at the key. */
  readonly value: 'strings' | 'text' | 'yes' | 'no';
  /** Values that the system knows, for keys that take a few. */
  readonly values?: readonly string[];
  /** Platforms on which it means something. Missing: all. */
  readonly platforms?: readonly Platform[];
  /** Nobody should write it any more. */
  readonly isObsolete?: true;
}

/** Names under which an API appears in code. */
export interface ApiSymbol {
  /** Members of this class; without it the names are types and constants. */
  readonly on?: string;
  readonly names: readonly string[];
  /** `type`: the receiver has to be known to be of `on`; `name`: it must not be known to be something else. */
  readonly evidence: 'type' | 'name';
}

const modes = new Map<string, ModeDoc>(Object.entries(modeDocs));

/** By the value: no value belongs to both keys. `undefined` for what is no mode. */
export function modeDoc(value: string): ModeDoc | undefined {
  return modes.get(value);
}

export function keyDoc(key: string, file: KeyDoc['file']): KeyDoc | undefined {
  return keyDocs.find((doc) => doc.key === key && doc.file === file);
}

/** The document of a row of the API table. */
export function apiDocOf(row: string): ApiDoc | undefined {
  return apiDocs.find(({ apis }) => apis.includes(row));
}

/** The document of a method that the system calls, by its full name or selector. */
export function methodDoc(fullName: string): ApiDoc | undefined {
  return apiDocs.find(({ methods = [] }) =>
    methods.some(({ swift, objc }) => swift.includes(fullName) || objc.includes(fullName)),
  );
}

let spellings: ReadonlyMap<string, string> | undefined;

/** The name of an API, a method or a key as it is written in code, by the last part of its page's address (all small letters). */
export function spelledName(page: string): string | undefined {
  if (spellings === undefined) {
    const methods = apiDocs.flatMap((doc) => doc.methods ?? []).flatMap(({ swift }) => swift);
    const names = [...docsByName().keys(), ...keyDocs.map(({ key }) => key), ...methods];
    spellings = new Map(names.map((name) => [name.toLowerCase(), name]));
  }
  const [name = ''] = page.split('(');
  return spellings.get(page) ?? spellings.get(name);
}

interface NamedDoc {
  readonly doc: ApiDoc;
  readonly symbol: ApiSymbol;
}

/** Documents of which some symbol has this name. */
export function apiDocsNamed(name: string): readonly NamedDoc[] {
  return docsByName().get(name) ?? [];
}

let byName: ReadonlyMap<string, readonly NamedDoc[]> | undefined;

function docsByName(): ReadonlyMap<string, readonly NamedDoc[]> {
  if (byName !== undefined) return byName;
  const found = new Map<string, NamedDoc[]>();
  const rows = new Map<string, ApiRow>(apiRows.map((row) => [row.id, row]));
  for (const doc of apiDocs) {
    const ofRows = doc.apis.flatMap((id) => rows.get(id)?.uses ?? []).flatMap(symbolsOf);
    for (const symbol of [...(doc.symbols ?? []), ...ofRows]) {
      for (const name of symbol.names) found.set(name, [...(found.get(name) ?? []), { doc, symbol }]);
    }
  }
  byName = found;
  return found;
}

/**
 * Names that say by themselves what is meant. Calls and values that mean something only with a certain argument are
 * found by the uses of the file.
 */
function symbolsOf(use: UsePattern): readonly ApiSymbol[] {
  switch (use.kind) {
    case 'call': {
      const names = [use.swift?.name, use.objc && firstPiece(use.objc)].filter((name) => name !== undefined);
      return use.on === undefined || use.argument !== undefined
        ? []
        : [{ on: use.on, names, evidence: use.evidence }];
    }
    case 'assign':
      return use.beside === undefined
        ? [{ ...(use.on !== undefined && { on: use.on }), names: [use.member], evidence: use.evidence }]
        : [];
    case 'name':
      return [{ names: [use.name], evidence: 'name' }];
    case 'construct':
      return use.argument === undefined ? [{ names: [use.type], evidence: 'name' }] : [];
    case 'implement':
    case 'mention':
      return [];
  }
}
