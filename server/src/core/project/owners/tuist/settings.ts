/** Build settings in a Tuist manifest. */
import type { Expr } from '../../../program/ir';
import type { TextRange } from '../../../text';
import type { ManifestScope } from '../../packages/manifest-scope';
import { argument, callOf, caseName, type ManifestPath, pathOf, plainArgument } from './expressions';

export interface SettingText {
  readonly value: string;
  /** Of the value in the manifest. */
  readonly range: TextRange;
}

/** Name of a setting, conditions included → its value. */
export type SettingTexts = ReadonlyMap<string, SettingText>;

export interface TuistConfiguration {
  readonly name: string;
  readonly settings: SettingTexts;
  readonly xcconfig: ManifestPath | undefined;
}

export interface TuistSettings {
  readonly base: SettingTexts;
  /** Empty: Debug and Release. */
  readonly configurations: readonly TuistConfiguration[];
  /** False where code puts settings together. */
  readonly isComplete: boolean;
}

const none: SettingTexts = new Map();

/** `.settings(base: [...], debug: [...], release: [...], configurations: [...])` */
export function tuistSettings(expr: Expr | undefined, scope: ManifestScope): TuistSettings {
  if (expr === undefined || (expr.kind === 'literal' && expr.type === 'nil')) {
    return { base: none, configurations: [], isComplete: true };
  }
  const call = callOf(expr, scope);
  if (call === undefined || (call.name !== 'settings' && call.constructs !== 'Settings')) {
    return { base: none, configurations: [], isComplete: false };
  }
  const base = settingTexts(argument(call, 'base'), scope);
  const debug = settingTexts(argument(call, 'debug'), scope);
  const release = settingTexts(argument(call, 'release'), scope);
  const list = scope.items(argument(call, 'configurations'));
  const configurations = list.items.map((item) => configuration(item, scope));
  const known = configurations.filter((each) => each !== undefined);
  const plain =
    argument(call, 'debug') === undefined && argument(call, 'release') === undefined
      ? []
      : [
          { name: 'Debug', settings: debug ?? none, xcconfig: undefined },
          { name: 'Release', settings: release ?? none, xcconfig: undefined },
        ];
  return {
    base: base ?? none,
    configurations: [...known, ...plain],
    isComplete:
      list.isComplete &&
      known.length === configurations.length &&
      [base, debug, release, ...known.map(({ settings }) => settings)].every((each) => each !== undefined),
  };
}

/** `.debug(name: "Debug", settings: [...], xcconfig: "...")` */
function configuration(
  item: Expr,
  scope: ManifestScope,
): (Omit<TuistConfiguration, 'settings'> & { readonly settings: SettingTexts }) | undefined {
  const call = callOf(item, scope);
  if (call === undefined) return undefined;
  const written = argument(call, 'name');
  const name = scope.text(written) ?? standardName(caseName(written, scope) ?? call.name);
  const settings = settingTexts(argument(call, 'settings'), scope);
  const xcconfig = argument(call, 'xcconfig');
  const path = pathOf(xcconfig, scope);
  if (name === undefined || settings === undefined || (xcconfig !== undefined && path === undefined)) {
    return undefined;
  }
  return { name, settings, xcconfig: path };
}

function standardName(name: string): string | undefined {
  if (name === 'debug') return 'Debug';
  return name === 'release' ? 'Release' : undefined;
}

/** `undefined`: not all of it is readable. Without a dictionary: empty. */
function settingTexts(expr: Expr | undefined, scope: ManifestScope): SettingTexts | undefined {
  if (expr === undefined) return none;
  const value = scope.resolve(expr);
  if (value?.kind !== 'collection') return undefined;
  if (value.form !== 'dictionary') return value.elements.length === 0 ? none : undefined;
  const texts = new Map<string, SettingText>();
  for (let i = 0; i + 1 < value.elements.length; i += 2) {
    const name = scope.text(value.elements[i]);
    const written = value.elements[i + 1];
    if (name === undefined || written === undefined) return undefined;
    // A value that is not known is one that stays unknown when it is asked for.
    texts.set(name, { value: settingText(written, scope) ?? unknownSetting, range: written.range });
  }
  return texts;
}

/** Expands to nothing that is known. */
const unknownSetting = '$(value that the manifest computes)';

function settingText(expr: Expr | undefined, scope: ManifestScope): string | undefined {
  const text = scope.text(expr);
  if (text !== undefined) return text;
  const call = callOf(expr, scope);
  if (call !== undefined) return settingText(plainArgument(call), scope);
  const value = expr && scope.resolve(expr);
  if (value?.kind === 'literal' && value.type === 'bool') return value.value === 'true' ? 'YES' : 'NO';
  if (value?.kind === 'literal' && value.type === 'number') return value.value;
  if (value?.kind !== 'collection' || value.form !== 'array') return undefined;
  const texts = value.elements.map((each) => scope.text(each));
  return texts.includes(undefined) ? undefined : texts.join(' ');
}
