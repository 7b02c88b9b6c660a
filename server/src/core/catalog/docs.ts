/** What people are told about modes and APIs: own words, with links to where the facts come from. */
import { apiDocs } from './api-docs';
import modeDocs from './mode-docs.json';
import type { ModeKey } from './requirement-types';

export interface Doc {
  readonly what: string;
  /** What iOS promises, one sentence each. */
  readonly promises: readonly string[];
  /** What it does not promise, and what it asks for. */
  readonly limits: readonly string[];
  readonly links: readonly string[];
}

export interface ModeDoc extends Doc {
  /** As Xcode names it; our own words for values that Xcode has no box for. */
  readonly label: string;
}

export interface ApiDoc extends Doc {
  readonly id: string;
  readonly title: string;
  readonly symbols: readonly ApiSymbol[];
  /** The mode that matters to the API, if any. */
  readonly mode?: { readonly key: ModeKey; readonly value: string };
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

/** Documents of which some symbol has this name. */
export function apiDocsNamed(name: string): readonly ApiDoc[] {
  return apiDocs.filter((doc) => doc.symbols.some(({ names }) => names.includes(name)));
}
