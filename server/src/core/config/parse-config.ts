/** Reads `background-modes.json`: JSON with comments. What is wrong in it costs only itself. */
import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { TextRange } from '../text';
import {
  type Level,
  levels,
  type Override,
  type Preset,
  presets,
  type RuleLevels,
  type RuleSettings,
} from './types';

export const CONFIG_NAME = 'background-modes.json';

export interface ConfigProblem {
  readonly range: TextRange;
  readonly message: string;
}

export interface ParsedConfig {
  readonly settings: RuleSettings;
  readonly problems: readonly ConfigProblem[];
}

/** `codes`: ids of rules and `rule/entry` that exist. Never throws. */
export function parseConfig(text: string, codes: ReadonlySet<string>): ParsedConfig {
  const reader = new ConfigReader(codes);
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true, allowEmptyContent: true });
  for (const { error, offset, length } of errors) {
    const message = `This is no JSON: ${words(printParseErrorCode(error))}`;
    reader.problems.push({ range: { start: offset, end: offset + length }, message });
  }
  const settings = root === undefined ? {} : reader.settings(root);
  return { settings, problems: reader.problems };
}

/** `CommaExpected` → `comma expected`. */
function words(code: string): string {
  return code.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
}

class ConfigReader {
  readonly problems: ConfigProblem[] = [];
  readonly #codes: ReadonlySet<string>;

  constructor(codes: ReadonlySet<string>) {
    this.#codes = codes;
  }

  settings(root: Node): RuleSettings {
    const settings: { -readonly [K in keyof RuleSettings]: RuleSettings[K] } = {};
    for (const [key, value, keyNode] of this.#properties(root, 'The configuration')) {
      if (key === 'preset') settings.preset = this.#oneOf(value, presets) ?? 'recommended';
      else if (key === 'rules') settings.rules = this.#rules(value);
      else if (key === 'overrides')
        settings.overrides = this.#items(value, 'overrides').flatMap((item) => this.#override(item) ?? []);
      else if (key === 'ignore') settings.ignore = this.#strings(value, 'ignore');
      else if (key !== '$schema') this.#problem(keyNode, `There is no setting '${key}'`);
    }
    return settings;
  }

  #override(node: Node): Override | undefined {
    let files: readonly string[] | undefined;
    let rules: RuleLevels = {};
    for (const [key, value, keyNode] of this.#properties(node, 'An override')) {
      if (key === 'files') files = this.#strings(value, 'files');
      else if (key === 'rules') rules = this.#rules(value);
      else this.#problem(keyNode, `An override has no '${key}'`);
    }
    if (files === undefined) this.#problem(node, "An override needs 'files'");
    return files && { files, rules };
  }

  #rules(node: Node): RuleLevels {
    const rules: Record<string, Level> = {};
    for (const [code, value, keyNode] of this.#properties(node, "'rules'")) {
      if (!this.#codes.has(code)) this.#problem(keyNode, `There is no rule '${code}'`);
      const level = this.#oneOf(value, levels);
      if (level !== undefined && this.#codes.has(code)) rules[code] = level;
    }
    return rules;
  }

  #oneOf<T extends Preset | Level>(node: Node, allowed: readonly T[]): T | undefined {
    const found = allowed.find((candidate) => candidate === node.value);
    if (found === undefined)
      this.#problem(node, `One of ${allowed.map((one) => `'${one}'`).join(', ')} is expected`);
    return found;
  }

  #strings(node: Node, name: string): readonly string[] {
    return this.#items(node, name).flatMap((item) => {
      if (typeof item.value === 'string') return [item.value];
      this.#problem(item, `'${name}' holds strings only`);
      return [];
    });
  }

  #items(node: Node, name: string): readonly Node[] {
    if (node.type === 'array') return node.children ?? [];
    this.#problem(node, `'${name}' must be an array`);
    return [];
  }

  #properties(node: Node, name: string): readonly (readonly [string, Node, Node])[] {
    if (node.type !== 'object') {
      this.#problem(node, `${name} must be an object`);
      return [];
    }
    return (node.children ?? []).flatMap(({ children: [key, value] = [] }) =>
      key === undefined || value === undefined ? [] : [[String(key.value), value, key] as const],
    );
  }

  #problem({ offset, length }: Node, message: string): void {
    this.problems.push({ range: { start: offset, end: offset + length }, message });
  }
}
