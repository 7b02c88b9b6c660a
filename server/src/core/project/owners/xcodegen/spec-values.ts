/** Values of a spec that several files may have written, and what merging makes of them. */
import type {
  PlistBoolean,
  PlistDict,
  PlistEntry,
  PlistNode,
  PlistScalar,
  SyntaxProblem,
} from '../../../syntax/plist-types';

export interface SpecFile {
  readonly uri: string;
  readonly text: string;
  readonly format: 'yaml' | 'json';
  readonly problems: readonly SyntaxProblem[];
  /** Folder that paths in it are relative to. */
  readonly base: string;
}

/** A dictionary as one file has it; keys that another file overrides are left out, variables are expanded. */
export interface SpecOrigin {
  readonly file: SpecFile;
  readonly node: PlistDict;
  /** Keys from the top of the file. */
  readonly path: readonly string[];
}

export interface SpecDict {
  readonly kind: 'dict';
  readonly entries: ReadonlyMap<string, SpecValue>;
  /** Keys that are marked to replace what they would be merged with. */
  readonly replaces: ReadonlySet<string>;
  /** The strongest first. */
  readonly origins: readonly SpecOrigin[];
}

export interface SpecList {
  readonly kind: 'list';
  readonly items: readonly SpecValue[];
}

export interface SpecScalar {
  readonly kind: 'scalar';
  readonly node: PlistScalar | PlistBoolean;
  readonly file: SpecFile;
}

export type SpecValue = SpecDict | SpecList | SpecScalar;

export const emptyDict: SpecDict = { kind: 'dict', entries: new Map(), replaces: new Set(), origins: [] };

const replaceMark = ':REPLACE';

function bareKey(key: string): string {
  return key.endsWith(replaceMark) ? key.slice(0, -replaceMark.length) : key;
}

export function specValue(node: PlistNode, file: SpecFile, path: readonly string[] = []): SpecValue {
  if (node.kind === 'dict') return specDict(node, file, path);
  if (node.kind !== 'array') return { kind: 'scalar', node, file };
  return { kind: 'list', items: node.items.map((item) => specValue(item, file)) };
}

export function specDict(node: PlistDict, file: SpecFile, path: readonly string[]): SpecDict {
  const entries = new Map<string, SpecValue>();
  const replaces = new Set<string>();
  for (const { key, value } of node.entries) {
    const bare = bareKey(key);
    if (bare !== key) replaces.add(bare);
    if (value !== undefined) entries.set(bare, specValue(value, file, [...path, key]));
  }
  const view = mapKeys(node, (entry) => ({ ...entry, key: bareKey(entry.key) }));
  return { kind: 'dict', entries, replaces, origins: [{ file, node: view, path }] };
}

/** Dictionaries are merged, lists joined, and of other values the own one stays. */
export function merged(own: SpecDict, base: SpecDict): SpecDict {
  const entries = new Map(base.entries);
  const overridden = new Set<string>();
  for (const [key, value] of own.entries) {
    const below = own.replaces.has(key) ? undefined : base.entries.get(key);
    if (value.kind === 'dict' && below?.kind === 'dict') entries.set(key, merged(value, below));
    else if (value.kind === 'list' && below?.kind === 'list') {
      entries.set(key, { kind: 'list', items: [...below.items, ...value.items] });
    } else {
      entries.set(key, value);
      overridden.add(key);
    }
  }
  const left = base.origins.map((origin) => withoutKeys(origin, overridden));
  return { ...own, entries, origins: [...own.origins, ...left] };
}

function withoutKeys(origin: SpecOrigin, keys: ReadonlySet<string>): SpecOrigin {
  const entries = origin.node.entries.filter((entry) => !keys.has(entry.key));
  return { ...origin, node: { ...origin.node, entries } };
}

function mapKeys(node: PlistDict, change: (entry: PlistEntry) => PlistEntry): PlistDict {
  return { ...node, entries: node.entries.map(change) };
}

export type Variables = ReadonlyMap<string, string>;

/** Replaces `${name}` in keys and texts; names that are not among `variables` stay as they are written. */
export function expanded(value: SpecValue, variables: Variables): SpecValue {
  if (value.kind === 'dict') return expandedDict(value, variables);
  if (value.kind === 'list') {
    return { kind: 'list', items: value.items.map((item) => expanded(item, variables)) };
  }
  const node = expandedNode(value.node, variables);
  return node.kind === 'dict' || node.kind === 'array' ? value : { ...value, node };
}

export function expandedDict(dict: SpecDict, variables: Variables): SpecDict {
  const entries = new Map<string, SpecValue>();
  for (const [key, value] of dict.entries) entries.set(expand(key, variables), expanded(value, variables));
  const origins = dict.origins.map((origin) => {
    const node = expandedNode(origin.node, variables);
    return node.kind === 'dict' ? { ...origin, node } : origin;
  });
  return { ...dict, entries, origins };
}

function expandedNode(node: PlistNode, variables: Variables): PlistNode {
  switch (node.kind) {
    case 'dict':
      return mapKeys(node, (entry) => ({
        ...entry,
        key: expand(entry.key, variables),
        value: entry.value && expandedNode(entry.value, variables),
      }));
    case 'array':
      return { ...node, items: node.items.map((item) => expandedNode(item, variables)) };
    case 'string':
      return node.value.includes('${') ? { ...node, value: expand(node.value, variables) } : node;
    default:
      return node;
  }
}

function expand(text: string, variables: Variables): string {
  return text.replace(/\$\{([^}]+)\}/g, (whole, name: string) => variables.get(name) ?? whole);
}

/** Whether a text depends on the environment of whoever generates the project. */
export function hasSpecVariable(text: string): boolean {
  return /\$\{[^}]+\}/.test(text);
}
