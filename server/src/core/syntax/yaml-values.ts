/**
 * YAML as plist values with exact ranges. Scalars are read as XcodeGen's reader does (Yams, which follows YAML 1.1):
 * unquoted `yes`, `no`, `on` and `off` are booleans, and what is left empty is an empty string.
 */
import {
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { TextRange } from '../text';
import type { PlistEntry, PlistNode, PlistScalar, SyntaxProblem } from './plist-types';
import { composeYaml, type YamlDocument } from './yaml-document';

export interface YamlValues {
  /** `undefined`: blank, or nothing of it could be read. */
  readonly root: PlistNode | undefined;
  readonly problems: readonly SyntaxProblem[];
}

/** After aliases are followed. */
const maxValues = 50_000;
const maxDepth = 200;
const maxProblems = 20;

/** Never throws. Only the first document of several is read. */
export function parseYamlValues(text: string): YamlValues {
  const offset = text.startsWith('\ufeff') ? 1 : 0;
  const composed = composeYaml(text.slice(offset));
  if (composed === undefined) return { root: undefined, problems: [] };
  if (composed === 'too-large') return { root: undefined, problems: [tooLarge(text)] };
  const { document, next } = composed;
  const builder = new Builder(composed, text, offset);
  const root = document.contents === null ? undefined : builder.value(document.contents, undefined, 0);
  const problems = document.errors.map((error) => ({
    range: clamp({ start: error.pos[0] + offset, end: error.pos[1] + offset }, text),
    message: messages[error.code] ?? 'This cannot be read as YAML',
  }));
  problems.push(...builder.problems);
  if (builder.isExhausted) problems.push(tooLarge(text));
  if (next !== undefined) {
    const range = clamp({ start: next + offset, end: next + offset }, text);
    problems.push({ range, message: 'Only the first document of the file is read' });
  }
  const isBlank = root?.kind === 'string' && root.range.start === root.range.end;
  return { root: isBlank ? undefined : root, problems: problems.slice(0, maxProblems) };
}

const messages: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'YAML is indented by blanks: with a tab the line is not read as meant',
  BAD_INDENT: 'The indentation does not fit the lines around it',
  MISSING_CHAR: 'Something is missing here, such as a quote, a bracket or a colon',
  MULTILINE_IMPLICIT_KEY: 'A key has to end with a colon on its own line',
  BLOCK_AS_IMPLICIT_KEY: 'A value that holds others has to begin on the next line',
};

function tooLarge(text: string): SyntaxProblem {
  return {
    range: { start: 0, end: text.length },
    message: 'The file is too large or too deeply nested to be read',
  };
}

function clamp({ start, end }: TextRange, text: string): TextRange {
  const from = Math.min(Math.max(0, start), text.length);
  return { start: from, end: Math.min(Math.max(from, end), text.length) };
}

class Builder {
  isExhausted = false;
  readonly problems: SyntaxProblem[] = [];
  readonly #aliases: YamlDocument['aliases'];
  readonly #text: string;
  readonly #offset: number;
  /** What is being read: an alias inside of its own value has none. */
  readonly #open = new Set<unknown>();
  #count = 0;

  constructor({ aliases }: YamlDocument, text: string, offset: number) {
    this.#aliases = aliases;
    this.#text = text;
    this.#offset = offset;
  }

  /** `at`: the alias that stands for the value; everything in it is found there. */
  value(node: unknown, at: TextRange | undefined, depth: number): PlistNode | undefined {
    if (++this.#count > maxValues || depth > maxDepth) {
      this.isExhausted = true;
      return undefined;
    }
    if (isScalar(node)) return this.#scalar(node, at);
    if (!isNode(node)) return undefined;
    if (this.#open.has(node)) return undefined;
    this.#open.add(node);
    const value = this.#compound(node, at, depth);
    this.#open.delete(node);
    return value;
  }

  #compound(node: Node, at: TextRange | undefined, depth: number): PlistNode | undefined {
    if (isMap(node)) return this.#map(node, at, depth);
    if (isSeq(node)) return this.#list(node, at, depth);
    const target = this.#target(node);
    if (target === undefined) {
      this.problems.push({ range: at ?? this.#range(node), message: 'Nothing before this has that name' });
      return undefined;
    }
    return this.value(target, at ?? this.#range(node), depth + 1);
  }

  #target(node: unknown): Node | undefined {
    return isAlias(node) ? this.#aliases.get(node) : undefined;
  }

  #list(list: YAMLSeq, at: TextRange | undefined, depth: number): PlistNode {
    const values = list.items.flatMap((item) => this.value(item, at, depth + 1) ?? []);
    const range = at ?? this.#container(list);
    return { kind: 'array', isSelfClosing: false, items: values, range, inner: this.#inner(range, at) };
  }

  #map(map: YAMLMap, at: TextRange | undefined, depth: number): PlistNode {
    const own: PlistEntry[] = [];
    const merged: PlistEntry[] = [];
    for (const pair of map.items) {
      if (isMergeKey(pair)) merged.push(...this.#merged(pair.value, at, depth));
      else own.push(...this.#entry(pair, at, depth));
    }
    const keys = new Set(own.map((entry) => entry.key));
    const range = at ?? this.#container(map);
    const entries = [...merged.filter((entry) => !keys.has(entry.key)), ...own];
    return { kind: 'dict', isSelfClosing: false, entries, range, inner: this.#inner(range, at) };
  }

  #entry({ key, value }: Pair, at: TextRange | undefined, depth: number): readonly PlistEntry[] {
    const name = this.#target(key) ?? key;
    if (!isScalar(name) || !isNode(key)) return [];
    const keyElement = at ?? this.#range(key);
    const keyRange = at ?? (isScalar(key) && isQuoted(key) ? shrink(keyElement) : keyElement);
    const read = value === null ? undefined : this.value(value, at, depth + 1);
    return [{ key: textOf(name), keyRange, keyElement, value: read }];
  }

  /** `<<: *one` and `<<: [*one, *two]`, of which the earlier ones are the stronger. */
  #merged(value: unknown, at: TextRange | undefined, depth: number): readonly PlistEntry[] {
    const sources = isSeq(value) ? value.items : [value];
    const found = new Map<string, PlistEntry>();
    for (const source of sources) {
      const read = this.value(source, at, depth + 1);
      if (read?.kind !== 'dict') continue;
      for (const entry of read.entries) if (!found.has(entry.key)) found.set(entry.key, entry);
    }
    return [...found.values()];
  }

  #scalar(scalar: Scalar, at: TextRange | undefined): PlistNode {
    const range = at ?? this.#range(scalar);
    const inner = at === undefined && isQuoted(scalar) ? shrink(range) : range;
    const value = textOf(scalar);
    const kind = kindOf(scalar, value);
    if (kind === 'boolean') return { kind, value: /^(?:true|yes|on)$/i.test(value), range, inner };
    return { kind, value, range, inner };
  }

  #range(node: Node): TextRange {
    const [start = 0, end = start] = node.range ?? [];
    return clamp({ start: start + this.#offset, end: end + this.#offset }, this.#text);
  }

  /** Containers in brackets end after them, others after their last value: what follows is not theirs. */
  #container(node: Node): TextRange {
    const { start } = this.#range(node);
    return clamp({ start, end: this.#endOf(node) }, this.#text);
  }

  #endOf(node: Node): number {
    const { start, end } = this.#range(node);
    if (!isCollection(node) || this.#isBracket(start)) return end;
    const last = node.items.at(-1);
    const inside = isPair(last) ? (last.value ?? last.key) : last;
    return isNode(inside) ? this.#endOf(inside) : end;
  }

  #isBracket(start: number): boolean {
    const char = this.#text[start];
    return char === '[' || char === '{';
  }

  #inner(range: TextRange, at: TextRange | undefined): TextRange {
    if (at !== undefined || !this.#isBracket(range.start)) return range;
    const isClosed = /[\]}]/.test(this.#text[range.end - 1] ?? '') && range.end - range.start > 1;
    return { start: range.start + 1, end: range.end - (isClosed ? 1 : 0) };
  }
}

function isNode(value: unknown): value is Node {
  return isScalar(value) || isMap(value) || isSeq(value) || isAlias(value);
}

function isMergeKey(pair: Pair): boolean {
  return isScalar(pair.key) && pair.key.type === 'PLAIN' && pair.key.source === '<<';
}

function isQuoted(scalar: Scalar): boolean {
  return scalar.type === 'QUOTE_DOUBLE' || scalar.type === 'QUOTE_SINGLE';
}

function shrink({ start, end }: TextRange): TextRange {
  return { start: Math.min(start + 1, end), end: Math.max(start + 1, end - 1) };
}

function textOf(scalar: Scalar): string {
  return typeof scalar.value === 'string' ? scalar.value : (scalar.source ?? '');
}

const booleans = /^(?:yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)$/;
const integers = /^[-+]?(?:0b[01_]+|0o?[0-7_]+|0|[1-9][\d_]*|0x[\da-fA-F_]+)$/;
const reals =
  /^(?:[-+]?(?:\d[\d_]*\.[\d_]*|\.\d[\d_]*)(?:[eE][-+]?\d+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
const dates = /^\d{4}-\d\d?-\d\d?(?:$|[Tt \t])/;

const tags: Readonly<Record<string, PlistScalar['kind'] | 'boolean'>> = {
  'tag:yaml.org,2002:str': 'string',
  'tag:yaml.org,2002:int': 'integer',
  'tag:yaml.org,2002:float': 'real',
  'tag:yaml.org,2002:bool': 'boolean',
  'tag:yaml.org,2002:timestamp': 'date',
  'tag:yaml.org,2002:binary': 'data',
};

function kindOf(scalar: Scalar, value: string): PlistScalar['kind'] | 'boolean' {
  const tagged = scalar.tag === undefined || !Object.hasOwn(tags, scalar.tag) ? undefined : tags[scalar.tag];
  if (tagged !== undefined) return tagged;
  if (scalar.type !== 'PLAIN') return 'string';
  if (booleans.test(value)) return 'boolean';
  if (integers.test(value)) return 'integer';
  if (reals.test(value)) return 'real';
  return dates.test(value) ? 'date' : 'string';
}
