/** Targets out of a spec alone: its Xcode project is mostly not kept with the sources. */
import { joinUri, relativeUri } from '../../../uri';
import { type Assignment, BuildSettings, type SettingsLevel } from '../../build-settings';
import { linkGap } from '../../links/linkable';
import { primarySdk, productKind } from '../../platforms';
import { Spelling } from '../../spelling';
import type { Platform, Problem, ProductKind, Target, TargetConfiguration, TargetOwner } from '../../types';
import { XcconfigLoader } from '../../xcconfig-levels';
import {
  builtInSettings,
  type LocatedFile,
  type NamedSettings,
  targetConfiguration,
} from '../../xcode-configuration';
import { commonPlatforms } from '../../xcode-project';
import { nearbyCode } from '../nearby-code';
import type { OwnerContext } from '../types';
import { type Sibling, specDependencies } from './spec-dependencies';
import type { LoadedSpec } from './spec-loader';
import { platformLevel, projectPlatformLevel } from './spec-platforms';
import { type SpecPlist, specPlist } from './spec-plists';
import { dictAt, scalarAt, textAt, textOf } from './spec-query';
import { configurationNames, SpecSettings } from './spec-settings';
import { type SpecSources, specSources } from './spec-sources';
import { type SpecTarget, specTargets } from './spec-targets';
import { hasSpecVariable, type SpecDict, type SpecScalar } from './spec-values';

/** A target of the spec with the property lists that XcodeGen writes for it. */
export interface OwnedSpecTarget extends SpecTarget {
  readonly info: SpecPlist | undefined;
  readonly entitlements: SpecPlist | undefined;
  readonly owner: TargetOwner;
}

export class SpecProject {
  readonly targets: readonly OwnedSpecTarget[];
  readonly problems: readonly Problem[];
  readonly #spec: LoadedSpec;
  readonly #root: SpecDict;
  readonly #context: OwnerContext;
  readonly #settings: SpecSettings;
  readonly #xcconfigs: XcconfigLoader;
  readonly #spelling: Spelling;
  readonly #projectLevels = new Map<string, Promise<readonly SettingsLevel[]>>();

  constructor(spec: LoadedSpec, root: SpecDict, context: OwnerContext) {
    this.#spec = spec;
    this.#root = root;
    this.#context = context;
    this.#settings = new SpecSettings(root);
    this.#xcconfigs = new XcconfigLoader(context.files);
    this.#spelling = new Spelling(context.files);
    const problems: Problem[] = [];
    this.targets = specTargets(root).map((target) => {
      const isComplete = spec.isComplete && target.isComplete;
      const info = specPlist(target.spec, 'info', isComplete);
      const entitlements = specPlist(target.spec, 'entitlements', isComplete);
      problems.push(...info.problems, ...entitlements.problems);
      const owner = ownerOf(spec.uri, info.plist, entitlements.plist);
      return { ...target, info: info.plist, entitlements: entitlements.plist, owner };
    });
    this.problems = problems;
  }

  /** The name of the Xcode project; `undefined` when it is not known. */
  get name(): string | undefined {
    const name = textAt(this.#root, 'name');
    return name === undefined || hasSpecVariable(name) ? undefined : name;
  }

  /** A file of the spec, spelled as on disk where it exists; `undefined` outside of the workspace. */
  async locate(uri: string): Promise<LocatedFile | undefined> {
    if (!this.#context.files.isReadable(uri)) return undefined;
    const actual = await this.#spelling.actual(uri);
    if (actual !== undefined) return { uri: actual, isMissing: false };
    return { uri, isMissing: await this.#spelling.isMissing(uri) };
  }

  /** `ids`: of targets that have been resolved already, by name. */
  async target(target: OwnedSpecTarget, ids: ReadonlyMap<string, string>): Promise<Target> {
    const sources = await specSources(target.spec, this.#context);
    const named = await this.#namedSettings(target, sources);
    const platforms = commonPlatforms(named);
    const product = productOf(target.spec, platforms);
    const dependencies = specDependencies(target.spec, this.#root, this.#siblings(ids));
    const gaps = [
      ...dependencies.map(linkGap),
      ...sources.gaps,
      ...nearbyCode(this.#context.found, this.#spec.folder),
      ...(this.#spec.isComplete && target.isComplete
        ? []
        : ['The project spec could not be read completely']),
    ];
    return {
      id: this.#id(target.name),
      name: target.name,
      product,
      platforms,
      projectUri: undefined,
      configurations: await this.#configurations(target, named, platforms, sources),
      sources: sources.uris,
      owners: [target.owner],
      dependencies,
      isComplete: gaps.length === 0,
      gaps,
    };
  }

  #id(name: string): string {
    return `${this.#spec.uri}#${name}`;
  }

  #siblings(ids: ReadonlyMap<string, string>): ReadonlyMap<string, Sibling> {
    return new Map(
      this.targets.map(({ name, spec }) => {
        const product = productOf(spec, undefined);
        return [name, { id: ids.get(name) ?? this.#id(name), product }];
      }),
    );
  }

  async #configurations(
    target: OwnedSpecTarget,
    named: readonly NamedSettings[],
    platforms: readonly Platform[] | undefined,
    sources: SpecSources,
  ): Promise<readonly TargetConfiguration[]> {
    const sdk = primarySdk(platforms);
    const locate = (path: string) => this.locate(joinUri(this.#spec.folder, path));
    const configurations = await Promise.all(
      named.map(({ name, settings }) => targetConfiguration(name, settings.withSdk(sdk), platforms, locate)),
    );
    const owned = await Promise.all(configurations.map((each) => this.withOwned(each, target)));
    // XcodeGen takes the first that it comes by, in an order that nobody promises.
    const isAmbiguous = sources.infoPlists.length > 1;
    return owned.map((each) =>
      isAmbiguous && each.infoPlistUri === undefined ? { ...each, infoPlistUnresolved: true } : each,
    );
  }

  /** The values of the spec in place of the files that XcodeGen writes from them. */
  async withOwned(configuration: TargetConfiguration, target: OwnedSpecTarget): Promise<TargetConfiguration> {
    const { info, entitlements } = target;
    const isInfo = info && (await this.locate(info.uri))?.uri === configuration.infoPlistUri;
    const areEntitlements =
      entitlements && (await this.locate(entitlements.uri))?.uri === configuration.entitlementsUri;
    if (isInfo !== true && areEntitlements !== true) return configuration;
    // A file that is written again and again need not be there.
    const { infoPlistMissing, ...rest } = configuration;
    return {
      ...rest,
      ...(isInfo === true ? { ownedInfoPlist: info.values } : infoPlistMissing && { infoPlistMissing }),
      ...(areEntitlements === true ? { ownedEntitlements: entitlements.values } : {}),
    };
  }

  async #namedSettings(target: OwnedSpecTarget, sources: SpecSources): Promise<readonly NamedSettings[]> {
    const found: NamedSettings[] = [];
    for (const name of configurationNames(this.#root)) {
      const project = await this.#projectLevel(name);
      const levels = [...(await this.#targetLevels(target, name, sources)), ...project];
      const settings = new BuildSettings(levels, this.#builtIns(target, name), {
        sdk: undefined,
        configuration: name,
      });
      found.push({ name, settings });
    }
    return found;
  }

  async #targetLevels(
    target: OwnedSpecTarget,
    configuration: string,
    sources: SpecSources,
  ): Promise<readonly SettingsLevel[]> {
    const own = new Map(this.#settings.level(target.spec, configuration));
    const { info, entitlements } = target;
    if (entitlements !== undefined) own.set('CODE_SIGN_ENTITLEMENTS', [this.#pathSetting(entitlements)]);
    if (!own.has('INFOPLIST_FILE')) {
      if (info !== undefined) own.set('INFOPLIST_FILE', [this.#pathSetting(info)]);
      const [plist, ...others] = info === undefined ? sources.infoPlists : [];
      if (plist !== undefined && others.length === 0) own.set('INFOPLIST_FILE', [this.#pathSetting(plist)]);
    }
    const xcconfig = await this.#xcconfig(target.spec, configuration);
    const isSet = xcconfigKeys([...xcconfig, ...(await this.#xcconfig(this.#root, configuration))]);
    const presets = [...platformLevel(target.spec)].filter(([name]) => !isSet.has(name));
    return [own, ...xcconfig, new Map(presets)];
  }

  #pathSetting({ uri, path }: Pick<SpecPlist, 'uri' | 'path'>): Assignment {
    const value = hasSpecVariable(textOf(path)) ? textOf(path) : relativeUri(this.#spec.folder, uri);
    return { conditions: [], value, from: { uri: path.file.uri, range: path.node.range } };
  }

  #projectLevel(configuration: string): Promise<readonly SettingsLevel[]> {
    let level = this.#projectLevels.get(configuration);
    if (level === undefined) {
      level = this.#xcconfig(this.#root, configuration).then((xcconfig) => [
        this.#settings.level(this.#root, configuration),
        ...xcconfig,
        projectPlatformLevel(this.#root),
      ]);
      this.#projectLevels.set(configuration, level);
    }
    return level;
  }

  async #xcconfig(owner: SpecDict, configuration: string): Promise<readonly SettingsLevel[]> {
    const path: SpecScalar | undefined = scalarAt(dictAt(owner, 'configFiles'), configuration);
    const file = path && (await this.locate(joinUri(path.file.base, textOf(path))));
    return file === undefined ? [] : [await this.#xcconfigs.level(file.uri)];
  }

  #builtIns({ name, productName }: OwnedSpecTarget, configuration: string): ReadonlyMap<string, string> {
    const values = new Map(builtInSettings(this.#spec.folder, this.name ?? '', name, configuration));
    if (productName !== name) values.set('PRODUCT_NAME', productName);
    const prefix = textAt(this.#root, 'options', 'bundleIdPrefix');
    const suffix = name.replaceAll('_', '-').replace(/[^\p{L}\p{N}.-]/gu, '');
    if (prefix !== undefined) values.set('PRODUCT_BUNDLE_IDENTIFIER', `${prefix}.${suffix}`);
    return values;
  }
}

function ownerOf(uri: string, info: SpecPlist | undefined, entitlements: SpecPlist | undefined): TargetOwner {
  const generates: TargetOwner['generates'][number][] = ['project'];
  if (info !== undefined) generates.push('info-plist');
  if (entitlements !== undefined) generates.push('entitlements');
  return { kind: 'xcodegen', uri, generates };
}

function productOf(spec: SpecDict, platforms: readonly Platform[] | undefined): ProductKind {
  return productKind(textAt(spec, 'type'), platforms);
}

function xcconfigKeys(levels: readonly SettingsLevel[]): ReadonlySet<string> {
  return new Set(levels.flatMap((level) => [...level.keys()]));
}
