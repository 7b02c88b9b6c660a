/** The BUILD files of a workspace: rules by their labels, and lists as far as they are literal. */
import {
  argument,
  parseStarlark,
  type StarlarkCall,
  type StarlarkFile,
  type StarlarkValue,
} from '../../../syntax/starlark';
import { basenameUri, dirnameUri, isInside, joinUri, relativeUri } from '../../../uri';
import { globMatcher, globRoot } from '../../glob';
import { markersNamed } from '../owned-targets';
import type { OwnerContext } from '../types';

/** One BUILD file. */
export interface BazelPackage {
  readonly uri: string;
  readonly folder: string;
  /** Where `//` begins. */
  readonly root: string;
  readonly file: StarlarkFile;
}

export interface BazelRule {
  readonly package: BazelPackage;
  readonly name: string;
  readonly call: StarlarkCall;
}

/** The strings of a list; `isComplete` is false when part of it is computed. */
export interface BazelList {
  readonly items: readonly string[];
  readonly isComplete: boolean;
}

const nothing: BazelList = { items: [], isComplete: true };
const unknown: BazelList = { items: [], isComplete: false };
const rootFiles: readonly string[] = ['MODULE.bazel', 'WORKSPACE', 'WORKSPACE.bazel', 'REPO.bazel'];
/** Of another repository, or of one of the two that define the rules. */
const ruleFiles = /^@|^\/\/(apple|swift):\w+\.bzl$/;
const maxNames = 20;

export class BuildFiles {
  readonly #context: OwnerContext;
  readonly #uris = new Map<string, string>();
  readonly #texts = new Map<string, Promise<string | undefined>>();
  readonly #named = new Map<BazelPackage, ReadonlyMap<string, StarlarkCall>>();
  readonly #packages = new Map<string, Promise<BazelPackage | undefined>>();

  constructor(context: OwnerContext) {
    this.#context = context;
    for (const { uri, folder } of markersNamed(context.found, /^BUILD(\.bazel)?$/)) {
      // BUILD.bazel wins over BUILD.
      if (!this.#uris.has(folder) || uri.endsWith('.bazel')) this.#uris.set(folder, uri);
    }
  }

  get folders(): readonly string[] {
    return [...this.#uris.keys()].sort();
  }

  /** Whether the BUILD file has one of the words: most are not worth to be parsed. */
  async mentions(folder: string, words: readonly string[]): Promise<boolean> {
    const text = await this.#text(folder);
    return text !== undefined && words.some((word) => text.includes(word));
  }

  #text(folder: string): Promise<string | undefined> {
    const uri = this.#uris.get(folder);
    let text = this.#texts.get(folder);
    if (text === undefined) {
      text = uri === undefined ? Promise.resolve(undefined) : this.#context.files.text(uri);
      this.#texts.set(folder, text);
    }
    return text;
  }

  package(folder: string): Promise<BazelPackage | undefined> {
    let known = this.#packages.get(folder);
    if (known === undefined) {
      known = this.#read(folder);
      this.#packages.set(folder, known);
    }
    return known;
  }

  async #read(folder: string): Promise<BazelPackage | undefined> {
    const uri = this.#uris.get(folder);
    const text = await this.#text(folder);
    if (uri === undefined || text === undefined) return undefined;
    return { uri, folder, root: await this.#rootOf(folder), file: parseStarlark(text) };
  }

  async #rootOf(folder: string): Promise<string> {
    const { roots, files } = this.#context;
    const top = roots.find((root) => isInside(root, folder)) ?? folder;
    for (let at = folder; isInside(top, at); at = dirnameUri(at)) {
      const entries = (await files.list(at)) ?? [];
      if (entries.some(({ name }) => rootFiles.includes(name))) return at;
      if (at === top) break;
    }
    return top;
  }

  /** The rule that a label names from inside of a package; `undefined` when it is elsewhere or made by a macro. */
  async rule(label: string, from: BazelPackage): Promise<BazelRule | undefined> {
    const place = placeOf(label, from);
    const target = place === undefined ? undefined : await this.package(place.folder);
    if (place === undefined || target === undefined) return undefined;
    const call = this.#rules(target).get(place.name);
    return call && { package: target, name: place.name, call };
  }

  /** The calls of a file by the name that they give; the first of several. */
  #rules(target: BazelPackage): ReadonlyMap<string, StarlarkCall> {
    let rules = this.#named.get(target);
    if (rules === undefined) {
      const named = target.file.calls.map(
        (call) => [this.text(argument(call, 'name'), target) ?? '', call] as const,
      );
      rules = new Map(named.reverse());
      this.#named.set(target, rules);
    }
    return rules;
  }

  /** Whether a call is of the rule of that name, not of a macro of the repository that has taken the name. */
  isRule(call: StarlarkCall, { file }: BazelPackage): boolean {
    const loads = file.calls.filter(({ name }) => name === 'load').map(({ args }) => args.map(loaded));
    const load = loads.find(([, ...names]) => names.includes(call.name));
    return load === undefined || ruleFiles.test(load[0] ?? '');
  }

  /** A string, given itself or by a name of the file. */
  text(value: StarlarkValue | undefined, from: BazelPackage): string | undefined {
    const literal = named(value, from);
    return literal?.kind === 'string' ? literal.value : undefined;
  }

  /** The strings of a list; `glob` answers paths of sources that exist. */
  list(value: StarlarkValue | undefined, from: BazelPackage): BazelList {
    const literal = named(value, from);
    if (literal === undefined) return nothing;
    if (literal.kind === 'string') return { items: [literal.value], isComplete: true };
    if (literal.kind === 'list') return joined(literal.items.map((item) => this.list(item, from)));
    if (literal.kind === 'sum') return joined(literal.operands.map((item) => this.list(item, from)));
    if (literal.kind !== 'call')
      return literal.kind === 'name' && literal.name === 'None' ? nothing : unknown;
    return /^(native\.)?glob$/.test(literal.name) ? this.#glob(literal, from) : unknown;
  }

  #glob(call: StarlarkCall, from: BazelPackage): BazelList {
    const first = call.args.find(({ name }) => name === undefined)?.value;
    const include = this.list(argument(call, 'include') ?? first, from);
    const exclude = this.list(argument(call, 'exclude'), from);
    if (!include.isComplete || !exclude.isComplete) return unknown;
    const excluded = exclude.items.map((pattern) => globMatcher(pattern, { coversFolders: false }));
    const items = new Set<string>();
    for (const pattern of include.items) {
      const matches = globMatcher(pattern, { coversFolders: false });
      const around = joinUri(from.folder, globRoot(pattern));
      for (const uri of this.#context.found.sources) {
        if (!isInside(around, uri) || this.#ownerOf(uri) !== from.folder) continue;
        const path = relativeUri(from.folder, uri);
        if (matches(path) && !excluded.some((isExcluded) => isExcluded(path))) items.add(path);
      }
    }
    return { items: [...items], isComplete: true };
  }

  /** A glob does not reach into folders with a BUILD file of their own. */
  #ownerOf(uri: string): string | undefined {
    for (let at = dirnameUri(uri); at !== dirnameUri(at); at = dirnameUri(at)) {
      if (this.#uris.has(at)) return at;
    }
    return undefined;
  }
}

/** What a `load` brings in; `undefined` where it is brought in from another name. */
function loaded({ name, value }: StarlarkCall['args'][number]): string | undefined {
  return name ?? (value.kind === 'string' ? value.value : undefined);
}

/** Follows names of the file to what they stand for. */
function named(value: StarlarkValue | undefined, { file }: BazelPackage): StarlarkValue | undefined {
  let literal = value;
  for (let i = 0; i < maxNames && literal?.kind === 'name'; i++) {
    const next = file.names.get(literal.name);
    if (next === undefined) return literal;
    literal = next;
  }
  return literal;
}

function joined(lists: readonly BazelList[]): BazelList {
  return {
    items: lists.flatMap(({ items }) => items),
    isComplete: lists.every(({ isComplete }) => isComplete),
  };
}

export interface LabelPlace {
  readonly folder: string;
  readonly name: string;
}

/** `//pkg:name`, `//pkg`, `:name` or `name`; `undefined` for labels of other repositories. */
export function placeOf(label: string, from: BazelPackage): LabelPlace | undefined {
  const match = /^(?:@@?(?=\/\/))?(?:\/\/([^:]*))?:?([^:]*)$/.exec(label);
  if (match === null || (label.startsWith('@') && !/^@@?\/\//.test(label))) return undefined;
  const [, path, name = ''] = match;
  if (path === undefined) return { folder: from.folder, name };
  const folder = path === '' ? from.root : joinUri(from.root, path);
  return { folder, name: label.includes(':') ? name : basenameUri(folder) };
}

/** The file that a label names, existing or not. */
export function fileOf(label: string, from: BazelPackage): string | undefined {
  const place = placeOf(label, from);
  return place === undefined || place.name === '' ? undefined : joinUri(place.folder, place.name);
}
