/** Reads a Project.swift as far as it is written in literals and constants. */
import type { CallExpr, Expr, ProgramFile } from '../../../program/ir';
import type { PlistNode } from '../../../syntax/plist-types';
import { SwiftValues } from '../../../syntax/swift-values';
import { ManifestScope } from '../../packages/manifest-scope';
import { deploymentSetting } from '../../platforms';
import type { Platform, ProductKind } from '../../types';
import { argument, callOf, caseName, type ManifestPath, pathOf, plainArgument } from './expressions';
import { type SettingText, type SettingTexts, type TuistSettings, tuistSettings } from './settings';
import { destinations, products } from './tables';

export type TuistPlist =
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'file'; readonly path: ManifestPath }
  /** A build setting tells the path. */
  | { readonly kind: 'setting'; readonly value: string }
  /** Tuist writes it; `root` is `undefined` when it has nothing but what every target gets. */
  | { readonly kind: 'generated'; readonly root: PlistNode | undefined; readonly isComplete: boolean };

export interface TuistSource {
  readonly glob: ManifestPath;
  readonly excluding: readonly ManifestPath[];
}

export interface TuistDependency {
  readonly kind: 'target' | 'project' | 'package' | 'framework';
  readonly name: string;
  /** The other project's folder. */
  readonly path?: ManifestPath;
}

export interface TuistTarget {
  readonly name: string;
  readonly product: ProductKind;
  readonly platforms: readonly Platform[] | undefined;
  readonly bundleId: string | undefined;
  readonly deployment: SettingTexts;
  readonly infoPlist: TuistPlist;
  readonly entitlements: TuistPlist;
  readonly sources: readonly TuistSource[];
  /** Folders, as Xcode's synchronized ones. */
  readonly folders: readonly ManifestPath[];
  readonly dependencies: readonly TuistDependency[];
  readonly settings: TuistSettings;
  /** Sources and dependencies are all known. */
  readonly isComplete: boolean;
}

export interface TuistProject {
  readonly name: string | undefined;
  readonly targets: readonly TuistTarget[];
  readonly settings: TuistSettings;
  /** Every target could be read. */
  readonly isComplete: boolean;
}

/** `undefined` when the manifest makes its project in a way that is not seen, such as by a helper. */
export function readProject(program: ProgramFile, text: string): TuistProject | undefined {
  const scope = new ManifestScope(program);
  const made = scope.construction('Project');
  return made && new ProjectReader(program, text, scope).project(made.name, made.call);
}

class ProjectReader {
  readonly #program: ProgramFile;
  readonly #text: string;
  readonly #scope: ManifestScope;
  /** Half-written code may be read as something else than is meant. */
  readonly #isSound: boolean;

  constructor(program: ProgramFile, text: string, scope: ManifestScope) {
    this.#program = program;
    this.#text = text;
    this.#scope = scope;
    this.#isSound = program.errors.length === 0;
  }

  project(variable: string, call: CallExpr): TuistProject {
    const list = this.#scope.items(argument(call, 'targets'), `${variable}.targets`);
    const targets = list.items.map((item) => this.#target(item));
    const known = targets.filter((target) => target !== undefined);
    return {
      name: this.#scope.text(argument(call, 'name')),
      targets: known,
      settings: tuistSettings(argument(call, 'settings'), this.#scope),
      isComplete:
        this.#isSound && list.isComplete && known.length === targets.length && !this.#scope.isUnsure,
    };
  }

  #target(item: Expr): TuistTarget | undefined {
    const call = callOf(item, this.#scope);
    const isTarget = call !== undefined && (call.name === 'target' || call.constructs === 'Target');
    const name = isTarget ? this.#scope.text(argument(call, 'name')) : undefined;
    if (call === undefined || name === undefined) return undefined;
    const sources = this.#sources(argument(call, 'sources'));
    const folders = this.#folders(argument(call, 'buildableFolders'));
    const dependencies = this.#dependencies(argument(call, 'dependencies'));
    const product = caseName(argument(call, 'product'), this.#scope) ?? '';
    const info = argument(call, 'infoPlist');
    return {
      name,
      product: (Object.hasOwn(products, product) ? products[product] : undefined) ?? 'other',
      platforms: this.#platforms(argument(call, 'destinations', 'platform')),
      bundleId: this.#scope.text(argument(call, 'bundleId')),
      deployment: this.#deployment(argument(call, 'deploymentTargets', 'deploymentTarget')),
      infoPlist: info === undefined ? generatedPlist : this.#plist(info),
      entitlements: this.#plist(argument(call, 'entitlements')),
      sources: sources.found,
      folders: folders.found,
      dependencies: dependencies.found,
      settings: tuistSettings(argument(call, 'settings'), this.#scope),
      isComplete: this.#isSound && sources.isComplete && folders.isComplete && dependencies.isComplete,
    };
  }

  #platforms(expr: Expr | undefined): readonly Platform[] | undefined {
    const single = caseName(expr, this.#scope);
    const names =
      single === undefined
        ? this.#scope.items(expr).items.map((item) => caseName(item, this.#scope))
        : [single];
    const known = names.map((name) =>
      name !== undefined && Object.hasOwn(destinations, name) ? destinations[name] : undefined,
    );
    const platforms = known.filter((platform) => platform !== undefined);
    if (platforms.length === 0 || platforms.length < names.length) return undefined;
    return [...new Set(platforms)];
  }

  /** `.iOS("17.0")`, `.iOS(targetVersion: "17.0", devices: …)`, `.multiplatform(iOS: "17.0", macOS: "14.0")`. */
  #deployment(expr: Expr | undefined): SettingTexts {
    const call = callOf(expr, this.#scope);
    const versions = new Map<string, SettingText>();
    for (const { label, value } of call?.args ?? []) {
      const platform = label === undefined || label === 'targetVersion' ? call?.name : label;
      const setting = platform === undefined ? undefined : deploymentSetting(platform);
      const version = this.#scope.text(value);
      if (setting !== undefined && version !== undefined) {
        versions.set(setting, { value: version, range: value.range });
      }
    }
    return versions;
  }

  #plist(expr: Expr | undefined): TuistPlist {
    if (expr === undefined || (expr.kind === 'literal' && expr.type === 'nil')) return { kind: 'none' };
    if (caseName(expr, this.#scope) === 'default') return generatedPlist;
    const call = callOf(expr, this.#scope);
    const values = call && (argument(call, 'with') ?? plainArgument(call));
    if (call?.name === 'extendingDefault' || call?.name === 'dictionary') return this.#generated(values);
    if (call?.name === 'variable') {
      const value = this.#scope.text(values);
      return value === undefined ? { kind: 'unknown' } : { kind: 'setting', value };
    }
    const path = pathOf(expr, this.#scope);
    return path === undefined ? { kind: 'unknown' } : { kind: 'file', path };
  }

  #generated(expr: Expr | undefined): TuistPlist {
    const values = new SwiftValues(this.#program, this.#text, this.#scope);
    const root = expr && values.value(expr);
    const isReadable = root?.kind === 'dict';
    return {
      kind: 'generated',
      root: isReadable ? root : undefined,
      isComplete: this.#isSound && isReadable && values.isComplete,
    };
  }

  #sources(expr: Expr | undefined): Read<TuistSource> {
    if (expr === undefined) return { found: [], isComplete: true };
    const list = callOf(expr, this.#scope);
    const isList = list !== undefined && !globCalls.has(list.name) && argument(list, 'globs') !== undefined;
    return this.#each(isList ? argument(list, 'globs') : expr, (item) => this.#source(item));
  }

  #source(item: Expr): TuistSource | undefined {
    const call = callOf(item, this.#scope);
    const isGlob = call !== undefined && globCalls.has(call.name);
    const glob = pathOf(isGlob ? plainArgument(call) : item, this.#scope);
    const excluded = isGlob ? argument(call, 'excluding') : undefined;
    const excluding = this.#each(excluded, (each) => pathOf(each, this.#scope));
    return glob === undefined || !excluding.isComplete ? undefined : { glob, excluding: excluding.found };
  }

  #folders(expr: Expr | undefined): Read<ManifestPath> {
    return this.#each(expr, (item) => {
      // Exceptions of a folder are not followed.
      const call = callOf(item, this.#scope);
      return call !== undefined && argument(call, 'exceptions') ? undefined : pathOf(item, this.#scope);
    });
  }

  #dependencies(expr: Expr | undefined): Read<TuistDependency> {
    const read = this.#each(expr, (item) => this.#dependency(item));
    return { found: read.found.filter((each) => each !== 'apple'), isComplete: read.isComplete };
  }

  #dependency(item: Expr): TuistDependency | 'apple' | undefined {
    const call = callOf(item, this.#scope);
    if (call === undefined) return caseName(item, this.#scope) === 'xctest' ? 'apple' : undefined;
    const text = (label: string) => this.#scope.text(argument(call, label));
    const named = (kind: TuistDependency['kind'], name: string | undefined) => name && { kind, name };
    switch (call.name) {
      case 'sdk':
        return 'apple';
      case 'target':
        return named('target', text('name')) || undefined;
      case 'external':
        return named('package', text('name')) || undefined;
      case 'package':
        return named('package', text('product')) || undefined;
      case 'project': {
        const [name, path] = [text('target'), pathOf(argument(call, 'path'), this.#scope)];
        return name === undefined || path === undefined ? undefined : { kind: 'project', name, path };
      }
      case 'framework':
      case 'xcframework':
      case 'library': {
        const path = pathOf(argument(call, 'path'), this.#scope)?.path;
        return (
          named('framework', path?.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '')) || undefined
        );
      }
      default:
        return undefined;
    }
  }

  /** A single value is a list of one. */
  #each<T>(expr: Expr | undefined, read: (item: Expr) => T | undefined): Read<T> {
    if (expr === undefined) return { found: [], isComplete: true };
    const single = read(expr);
    if (single !== undefined) return { found: [single], isComplete: true };
    const { items, isComplete } = this.#scope.items(expr);
    const found = items.map(read).filter((each) => each !== undefined);
    return { found, isComplete: isComplete && found.length === items.length };
  }
}

interface Read<T> {
  readonly found: readonly T[];
  readonly isComplete: boolean;
}

const globCalls: ReadonlySet<string> = new Set(['glob', 'generated']);
const generatedPlist: TuistPlist = { kind: 'generated', root: undefined, isComplete: true };
