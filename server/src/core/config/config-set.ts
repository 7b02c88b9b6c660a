/**
 * Who decides about a finding. From weak to strong: the rule itself, the preset, `rules` and then `overrides` of the
 * nearest `background-modes.json`, and what the person has set in the editor. A case (`rule/entry`) is stronger than
 * its rule at the same place.
 */
import picomatch from 'picomatch';
import { codesOf, type RuleMeta } from '../rules/types';
import { dirnameUri, isInside, relativeUri } from '../uri';
import type { Level, Preset, RuleLevels, RuleSettings, Verdict } from './types';

type Matches = (path: string) => boolean;

interface Layer {
  readonly preset: Preset | undefined;
  readonly rules: RuleLevels;
  readonly overrides: readonly { readonly matches: Matches; readonly rules: RuleLevels }[];
  readonly ignores: Matches;
}

/** Whether a rule runs when nobody says anything about it. */
export type IsOnByDefault = (meta: Pick<RuleMeta, 'id' | 'isOptIn'>) => boolean;

export class ConfigSet {
  readonly #isOnByDefault: IsOnByDefault;
  readonly #editor: Layer;
  /** By folder, the deepest first. */
  readonly #folders: readonly (readonly [folder: string, layer: Layer])[];

  /** `files`: URI of each `background-modes.json` → what it says. */
  constructor(isOnByDefault: IsOnByDefault, editor: RuleSettings, files: ReadonlyMap<string, RuleSettings>) {
    this.#isOnByDefault = isOnByDefault;
    this.#editor = layerOf(editor);
    this.#folders = [...files]
      .map(([uri, settings]) => [dirnameUri(uri), layerOf(settings)] as const)
      .sort(([a], [b]) => b.length - a.length);
  }

  /** False when no file can have findings of the rule; a bound, which spares the work. */
  mayRun(meta: RuleMeta): boolean {
    const codes = codesOf(meta);
    const isAsked = (rules: RuleLevels) => codes.some((code) => (rules[code] ?? 'off') !== 'off');
    if (isAsked(this.#editor.rules)) return true;
    if (this.#editor.rules[meta.id] === 'off') return false;
    const layers = this.#folders.map(([, layer]) => layer);
    if (
      layers.some(({ rules, overrides }) => isAsked(rules) || overrides.some((one) => isAsked(one.rules)))
    ) {
      return true;
    }
    // Where no file speaks for a folder, the editor's preset or the rule's own default holds.
    const presets =
      this.#editor.preset === undefined ? layers.map(({ preset }) => preset) : [this.#editor.preset];
    if (presets.includes('strict')) return true;
    return this.#editor.preset !== 'none' && this.#isOnByDefault(meta);
  }

  verdict(meta: Pick<RuleMeta, 'id' | 'isOptIn'>, entry: string | undefined, uri: string): Verdict {
    const found = this.#folders.find(([folder]) => isInside(folder, uri));
    const path = found === undefined ? '' : relativeUri(found[0], uri);
    const layer = found?.[1];
    if (layer?.ignores(path) === true) return 'off';
    const preset = this.#editor.preset ?? layer?.preset ?? 'recommended';
    const own: Verdict =
      preset === 'strict' || (preset !== 'none' && this.#isOnByDefault(meta)) ? 'on' : 'off';
    const sources = [
      layer?.rules ?? {},
      ...(layer?.overrides ?? []).filter(({ matches }) => matches(path)).map(({ rules }) => rules),
      this.#editor.rules,
    ];
    return sources.reduce<Verdict>((verdict, rules) => levelIn(rules, meta.id, entry) ?? verdict, own);
  }
}

function levelIn(rules: RuleLevels, rule: string, entry: string | undefined): Level | undefined {
  const code = `${rule}/${entry}`;
  if (entry !== undefined && Object.hasOwn(rules, code)) return rules[code];
  return Object.hasOwn(rules, rule) ? rules[rule] : undefined;
}

function layerOf({ preset, rules = {}, overrides = [], ignore = [] }: RuleSettings): Layer {
  return {
    preset,
    rules,
    overrides: overrides.map(({ files, rules: levels }) => ({ matches: matcher(files), rules: levels })),
    ignores: matcher(ignore),
  };
}

/** A pattern without a slash is meant for files of that name at any depth, as in .gitignore. */
function matcher(patterns: readonly string[]): Matches {
  if (patterns.length === 0) return () => false;
  const globs = patterns.map((pattern) => {
    const trimmed = pattern.replace(/^\.?\//, '').replace(/\/$/, '/**');
    return trimmed.includes('/') ? trimmed : `**/${trimmed}`;
  });
  return picomatch(globs, { dot: true });
}
