/** The `settings` of a spec as levels of build settings. */
import { type Assignment, parseSettingName, type SettingsLevel } from '../../build-settings';
import { dictAt, specAt, textOf, textsAt } from './spec-query';
import type { SpecDict, SpecScalar, SpecValue } from './spec-values';

const maxDepth = 20;

/** Names of the configurations that the spec asks for, in their order in the project. */
export function configurationNames(root: SpecDict): readonly string[] {
  const names = [...(dictAt(root, 'configs')?.entries.keys() ?? [])];
  return names.length === 0 ? ['Debug', 'Release'] : names.sort();
}

export class SpecSettings {
  readonly #groups: SpecDict | undefined;
  readonly #configurations: readonly string[];

  constructor(root: SpecDict) {
    this.#groups = dictAt(root, 'settingGroups') ?? dictAt(root, 'settingPresets');
    this.#configurations = configurationNames(root);
  }

  /** What `owner.settings` sets in one configuration: groups, then the base, then what is for the configuration alone. */
  level(owner: SpecDict, configuration: string): SettingsLevel {
    const found = new Map<string, SpecValue>();
    this.#collect(specAt(owner, 'settings'), configuration, found, 0);
    const level = new Map<string, Assignment[]>();
    for (const [key, value] of found) {
      const text = settingText(value);
      const from = firstScalar(value);
      if (text === undefined || from === undefined) continue;
      const { name, conditions } = parseSettingName(key);
      const provenance = { uri: from.file.uri, range: from.node.range };
      level.set(name, [...(level.get(name) ?? []), { conditions, value: text, from: provenance }]);
    }
    return level;
  }

  #collect(
    settings: SpecValue | undefined,
    configuration: string,
    found: Map<string, SpecValue>,
    depth: number,
  ): void {
    if (settings?.kind !== 'dict' || depth > maxDepth) return;
    if (!['configs', 'groups', 'base'].some((key) => settings.entries.has(key))) {
      for (const [key, value] of settings.entries) found.set(key, value);
      return;
    }
    for (const group of textsAt(settings, 'groups')) {
      this.#collect(specAt(this.#groups, group), configuration, found, depth + 1);
    }
    for (const [key, value] of dictAt(settings, 'base')?.entries ?? []) found.set(key, value);
    for (const [variant, value] of dictAt(settings, 'configs')?.entries ?? []) {
      if (this.#isFor(variant, configuration)) this.#collect(value, configuration, found, depth + 1);
    }
  }

  /** By a part of its name, unless another configuration has exactly that name. */
  #isFor(variant: string, configuration: string): boolean {
    if (!configuration.toLowerCase().includes(variant.toLowerCase())) return false;
    return variant === configuration || !this.#configurations.includes(variant);
  }
}

function settingText(value: SpecValue): string | undefined {
  if (value.kind === 'scalar') return scalarText(value);
  if (value.kind === 'dict') return undefined;
  return value.items.flatMap((item) => (item.kind === 'scalar' ? scalarText(item) : [])).join(' ');
}

function scalarText(scalar: SpecScalar): string {
  const { node } = scalar;
  if (node.kind === 'boolean') return node.value ? 'YES' : 'NO';
  return node.kind === 'real' ? String(Number(node.value)) : textOf(scalar);
}

function firstScalar(value: SpecValue): SpecScalar | undefined {
  if (value.kind === 'scalar') return value;
  return value.kind === 'list' ? value.items.find((item) => item.kind === 'scalar') : undefined;
}
