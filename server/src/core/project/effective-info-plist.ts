/** The Info.plist that a target ends up with, as far as its files and settings tell. */
import { booleanValue, dictEntry, hasVariable, isString, rootDict, stringValue } from '../syntax/plist-query';
import type { PlistArray, PlistNode } from '../syntax/plist-types';
import { generatedKeys } from './generated-keys';
import { distinct, infoPlistLayers, usesFile } from './owned-values';
import type {
  EffectiveInfoPlist,
  ModeArray,
  PlistFile,
  ResolvedSetting,
  Target,
  TargetConfiguration,
} from './types';

/** `read` answers a plist by URI; `undefined` when it is missing or unreadable. */
export function effectiveInfoPlist(
  target: Pick<Target, 'configurations'>,
  read: (uri: string) => PlistFile | undefined,
): EffectiveInfoPlist {
  return new MergedInfoPlist(target.configurations, read);
}

type ModeValue = ModeArray['values'][number];

class MergedInfoPlist implements EffectiveInfoPlist {
  readonly isResolved: boolean;
  readonly files: readonly PlistFile[];
  /** Those of `files`, and the dictionaries that options of a tool stand for. */
  readonly #all: readonly PlistFile[];
  readonly #configurations: readonly TargetConfiguration[];
  /** Some configuration's plist could not be found or read: what it adds is not known. */
  readonly #hasGap: boolean;

  constructor(configurations: readonly TargetConfiguration[], read: (uri: string) => PlistFile | undefined) {
    const layers = configurations.map((configuration) => infoPlistLayers(configuration, read));
    const resolved = layers.filter(({ isResolved }) => isResolved).length;
    this.files = distinct(layers.flatMap(({ editable }) => editable));
    this.#all = distinct([...this.files, ...layers.flatMap(({ implied }) => implied)]);
    this.isResolved = resolved > 0;
    this.#hasGap = resolved === 0 || layers.some(({ isResolved, isComplete }) => !isResolved || !isComplete);
    this.#configurations = configurations;
  }

  modes(key: ModeArray['key']): ModeArray {
    const values: ModeValue[] = [];
    let isUnknown = this.#hasGap;
    for (const file of this.#all) {
      const entry = dictEntry(rootDict(file.document), key);
      if (entry?.value?.kind === 'array') {
        const known = this.#items(entry.value, file);
        values.push(...known);
        if (known.length < entry.value.items.length) isUnknown = true;
      } else if (entry !== undefined || file.document.problems.length > 0) {
        // A wrong type, or a half-written file that may be about to get the key.
        isUnknown = true;
      }
    }
    return { key, values, isUnknown };
  }

  /** The items whose value is known. */
  #items(array: PlistArray, file: PlistFile): readonly ModeValue[] {
    return array.items.flatMap((item) => {
      const value = isString(item) ? this.#expand(item.value, file) : undefined;
      return value === undefined ? [] : [{ value, uri: file.uri, range: item.range }];
    });
  }

  /** A variable counts as known when all configurations that use the file give it the same value. */
  #expand(text: string, file: PlistFile): string | undefined {
    if (!hasVariable(text)) return text;
    const users = this.#configurations.filter((configuration) => usesFile(configuration, file));
    const [first, ...others] = users.map((configuration) => configuration.expand(text));
    return others.every((other) => other === first) ? first : undefined;
  }

  value(key: string): { readonly node: PlistNode; readonly file: PlistFile } | undefined {
    for (const file of this.#all) {
      const node = dictEntry(rootDict(file.document), key)?.value;
      if (node !== undefined) return { node, file };
    }
    return undefined;
  }

  generated(key: string): ResolvedSetting | undefined {
    if (!generatedKeys.has(key)) return undefined;
    for (const configuration of this.#configurations) {
      if (!configuration.generatesInfoPlist) continue;
      const setting = configuration.setting(`INFOPLIST_KEY_${key}`);
      if (setting !== undefined) return setting;
    }
    return undefined;
  }
}

/** What a plist says about the bundle it belongs to. */
export function bundleTraits(file: PlistFile | undefined): {
  readonly isExtension: boolean;
  readonly isWatch: boolean;
  readonly requiresIPhone: boolean;
  readonly packageType: string | undefined;
} {
  const root = file && rootDict(file.document);
  const value = (key: string) => dictEntry(root, key)?.value;
  const has = (...keys: readonly string[]) => keys.some((key) => dictEntry(root, key) !== undefined);
  return {
    isExtension: has('NSExtension', 'EXAppExtensionAttributes'),
    isWatch: has('WKApplication', 'WKWatchKitApp', 'WKBackgroundModes', 'WKCompanionAppBundleIdentifier'),
    requiresIPhone: booleanValue(value('LSRequiresIPhoneOS')) === true,
    packageType: stringValue(value('CFBundlePackageType')),
  };
}
