/** What the config plugins of an Expo app add to its Info.plist and entitlements. */
import {
  type ExpoCondition,
  type ExpoEffect,
  type ExpoPlugin,
  expoPlugins,
} from '../../../catalog/expo-plugins';
import { dictEntry, isString, stringItems, stringValue } from '../../../syntax/plist-query';
import type { PlistDict, PlistEntry, PlistNode } from '../../../syntax/plist-types';
import type { TextRange } from '../../../text';
import type { ValuePart } from '../../types';
import { dependencyRange } from '../package-json';
import { type ExpoApp, type ExpoConfigFile, isPlain, valueIn } from './app-config';

export interface PluginValues {
  readonly infoPlist: readonly ValuePart[];
  readonly entitlements: readonly ValuePart[];
  /** False when a plugin is listed whose effects are not known. */
  readonly isComplete: boolean;
}

/** A plugin at work. */
interface Use {
  readonly plugin: ExpoPlugin;
  readonly uri: string;
  readonly text: string;
  /** Where it is named. */
  readonly range: TextRange;
  readonly options: PlistDict | undefined;
}

export function pluginValues(app: ExpoApp): PluginValues {
  const { uses, isComplete } = listedUses(app);
  const listed = new Set(uses.map(({ plugin }) => plugin.name));
  const all = [...uses, ...automaticUses(app, listed)];
  const parts = (file: 'info-plist' | 'entitlements') => all.flatMap((use) => partOf(use, file));
  return { infoPlist: parts('info-plist'), entitlements: parts('entitlements'), isComplete };
}

function listedUses(app: ExpoApp): { readonly uses: readonly Use[]; readonly isComplete: boolean } {
  const lists = app.configs.map(usesIn);
  return {
    uses: lists.flatMap(({ uses }) => uses),
    isComplete: lists.every(({ isComplete }) => isComplete),
  };
}

/** Entries of `plugins`: a name, or a list of a name and options. */
function usesIn(config: ExpoConfigFile): { readonly uses: readonly Use[]; readonly isComplete: boolean } {
  const list = valueIn(config, 'plugins');
  const isWritten = isPlain(config, ['plugins']);
  if (list === undefined) return { uses: [], isComplete: isWritten };
  const { uri, text } = config;
  const items = list.kind === 'array' ? list.items : [];
  const uses = items.flatMap((item): readonly Use[] => {
    const [name, options] = item.kind === 'array' ? item.items : [item];
    const plugin = expoPlugins.find((known) => known.name === packageOf(stringValue(name)));
    if (name === undefined || plugin === undefined) return [];
    return [
      { plugin, uri, text, range: name.range, options: options?.kind === 'dict' ? options : undefined },
    ];
  });
  return { uses, isComplete: isWritten && list.kind === 'array' && uses.length === items.length };
}

/** A plugin may be named by its file inside of the package. */
function packageOf(name: string | undefined): string | undefined {
  return name?.replace(/\/app\.plugin(\.js)?$/, '');
}

function automaticUses(app: ExpoApp, listed: ReadonlySet<string>): readonly Use[] {
  const { packageJson } = app;
  if (packageJson === undefined) return [];
  return expoPlugins.flatMap((plugin) => {
    if (plugin.isAutomatic === undefined || listed.has(plugin.name)) return [];
    const range = dependencyRange(packageJson, plugin.name);
    return range === undefined
      ? []
      : [{ plugin, uri: packageJson.uri, text: packageJson.text, range, options: undefined }];
  });
}

/** The values as a dictionary whose parts all lie where the option or the plugin stands. */
function partOf(use: Use, file: 'info-plist' | 'entitlements'): readonly ValuePart[] {
  const entries = use.plugin.effects.flatMap((effect) => {
    const target = effect.kind === 'items' ? 'info-plist' : effect.file;
    return target === file ? (entryOf(effect, use) ?? []) : [];
  });
  if (entries.length === 0) return [];
  const { uri, text, range } = use;
  const root: PlistDict = { kind: 'dict', range, inner: range, isSelfClosing: false, entries };
  const document = { format: 'json', root, problems: [] } as const;
  return [{ owner: 'expo', file: { uri, text, document }, path: [], isImplied: true }];
}

/** `undefined` when the effect does not happen. */
function entryOf(effect: ExpoEffect, use: Use): PlistEntry | undefined {
  if (effect.kind === 'items') {
    const range = reasonFor(effect.when, use);
    if (range === undefined) return undefined;
    const items = effect.items.map((value) => ({ kind: 'string', range, inner: range, value }) as const);
    return entry(effect.key, range, { kind: 'array', range, inner: range, isSelfClosing: false, items });
  }
  const option = dictEntry(use.options, effect.option)?.value;
  if (option?.kind === 'boolean' && !option.value) return undefined;
  const value = isString(option) && option.value !== '' ? option.value : effect.text;
  const range = option?.range ?? use.range;
  return entry(effect.key, range, { kind: 'string', range, inner: range, value });
}

function entry(key: string, range: TextRange, value: PlistNode): PlistEntry {
  return { key, keyRange: range, keyElement: range, value };
}

/** Where it is said that the effect happens. */
function reasonFor(when: ExpoCondition | undefined, use: Use): TextRange | undefined {
  if (when === undefined) return use.range;
  if ('list' in when) {
    const items = stringItems(dictEntry(use.options, when.list)?.value);
    return items.find((item) => item.value === when.holds)?.range;
  }
  const values = when.anyOf.flatMap((option) => dictEntry(use.options, option)?.value ?? []);
  const on = values.find((value) => value.kind === 'boolean' && value.value);
  if (on !== undefined) return on.range;
  const isOnByDefault =
    when.onByDefault !== undefined && dictEntry(use.options, when.onByDefault) === undefined;
  return isOnByDefault ? use.range : undefined;
}
