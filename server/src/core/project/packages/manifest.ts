/** Reads a Package.swift. */
import type { CallExpr, Expr, ProgramFile } from '../../program/ir';
import type { Platform } from '../types';
import { ManifestScope } from './manifest-scope';
import type {
  PackageManifest,
  PackageProduct,
  PackageReference,
  PackageTarget,
  PackageTargetDependency,
  PackageTargetKind,
} from './manifest-types';

const targetKinds: Readonly<Record<string, PackageTargetKind>> = {
  target: 'regular',
  executableTarget: 'regular',
  testTarget: 'tests',
  binaryTarget: 'binary',
  systemLibrary: 'system',
  plugin: 'plugin',
  macro: 'macro',
};

const productKinds: Readonly<Record<string, PackageProduct['kind']>> = {
  library: 'library',
  executable: 'executable',
  plugin: 'plugin',
  iOSApplication: 'app',
};

const applePlatforms: ReadonlySet<string> = new Set<Platform>([
  'iOS',
  'macCatalyst',
  'macOS',
  'tvOS',
  'watchOS',
  'visionOS',
]);

/** `undefined` when the file makes no package. What cannot be read without running it leaves the answer incomplete. */
export function readManifest(program: ProgramFile): PackageManifest | undefined {
  const scope = new ManifestScope(program);
  const made = scope.construction('Package');
  return made && new ManifestReader(scope, made.name, made.call).read();
}

/** Things of one kind that were read, and whether all were. */
interface Read<T> {
  readonly found: readonly T[];
  readonly isComplete: boolean;
}

class ManifestReader {
  readonly #scope: ManifestScope;
  readonly #name: string;
  readonly #call: CallExpr;

  constructor(scope: ManifestScope, name: string, call: CallExpr) {
    this.#scope = scope;
    this.#name = name;
    this.#call = call;
  }

  read(): PackageManifest {
    return {
      name: this.#text(this.#call, 'name'),
      products: this.#all('products', (call) => this.#product(call)),
      targets: this.#all('targets', (call) => this.#target(call)),
      dependencies: this.#all('dependencies', (call) => this.#reference(call)),
      deploymentTargets: this.#deploymentTargets(),
      values: this.#scope,
      isComplete: !this.#scope.isUnsure,
    };
  }

  /** What can be read of a list of the package. */
  #all<T>(label: string, read: (call: CallExpr) => T | undefined): readonly T[] {
    const { items } = this.#scope.items(argument(this.#call, label), `${this.#name}.${label}`);
    return items.flatMap((item) => {
      const call = this.#scope.resolve(item);
      return (call?.kind === 'call' ? read(call) : undefined) ?? [];
    });
  }

  #text(call: CallExpr, label: string): string | undefined {
    return this.#scope.text(argument(call, label));
  }

  #product(call: CallExpr): PackageProduct | undefined {
    const kind = own(productKinds, call.name);
    const name = this.#text(call, 'name');
    if (kind === undefined || name === undefined) return undefined;
    const { texts, isComplete } = this.#scope.texts(argument(call, 'targets'));
    const options = new Map(
      call.args.flatMap(({ label, value }) => (label ? [[label, value] as const] : [])),
    );
    return { name, kind, targets: texts, isComplete, options };
  }

  #target(call: CallExpr): PackageTarget | undefined {
    const kind = own(targetKinds, call.name);
    const name = this.#text(call, 'name');
    if (kind === undefined || name === undefined) return undefined;
    const pathArgument = argument(call, 'path');
    const path = this.#scope.text(pathArgument);
    const sources = argument(call, 'sources');
    const sourceTexts = this.#scope.texts(sources);
    const exclude = this.#scope.texts(argument(call, 'exclude'));
    const dependencies = this.#dependencies(call);
    return {
      name,
      kind,
      path,
      sources: sources === undefined ? undefined : sourceTexts.texts,
      exclude: exclude.texts,
      dependencies: dependencies.found,
      isComplete:
        (pathArgument === undefined || path !== undefined) &&
        [sourceTexts, exclude, dependencies].every(({ isComplete }) => isComplete),
    };
  }

  #dependencies(call: CallExpr): Read<PackageTargetDependency> {
    const { items, isComplete } = this.#scope.items(argument(call, 'dependencies'));
    const found = items.flatMap((item) => this.#dependency(item) ?? []);
    return { found, isComplete: isComplete && found.length === items.length };
  }

  #dependency(item: Expr): PackageTargetDependency | undefined {
    const plain = this.#scope.text(item);
    if (plain !== undefined) return { kind: 'either', name: plain, package: undefined, platforms: undefined };
    const call = this.#scope.resolve(item);
    if (call?.kind !== 'call') return undefined;
    const kinds = { target: 'target', product: 'product', byName: 'either' } as const;
    const kind = own(kinds, call.name);
    const name = this.#text(call, 'name');
    const condition = this.#condition(argument(call, 'condition'));
    if (kind === undefined || name === undefined || condition === undefined) return undefined;
    return { kind, name, package: this.#text(call, 'package'), platforms: condition.platforms };
  }

  /** `.when(platforms: [.iOS], configuration: .debug)`; `undefined` when it cannot be read. */
  #condition(expr: Expr | undefined): Pick<PackageTargetDependency, 'platforms'> | undefined {
    if (expr === undefined) return { platforms: undefined };
    if (expr.kind === 'literal' && expr.type === 'nil') return { platforms: undefined };
    if (expr.kind !== 'call' || expr.name !== 'when') return undefined;
    if (expr.args.some(({ label }) => label !== 'platforms' && label !== 'configuration')) return undefined;
    const platforms = argument(expr, 'platforms');
    if (platforms === undefined) return { platforms: undefined };
    const { items, isComplete } = this.#scope.items(platforms);
    if (!isComplete || !items.every((item) => item.kind === 'member' || item.kind === 'call')) {
      return undefined;
    }
    return { platforms: items.flatMap((item) => ('name' in item ? (asPlatform(item.name) ?? []) : [])) };
  }

  #reference(call: CallExpr): PackageReference | undefined {
    if (call.name !== 'package') return undefined;
    const path = this.#text(call, 'path');
    const id = this.#text(call, 'id');
    const place = path ?? this.#text(call, 'url') ?? id;
    if (place === undefined) return undefined;
    return { identity: packageIdentity(place), name: this.#text(call, 'name'), path };
  }

  /** `.iOS(.v15)`, `.iOS("15.1")`. */
  #deploymentTargets(): PackageManifest['deploymentTargets'] {
    const versions: Partial<Record<Platform, string>> = {};
    for (const item of this.#scope.items(argument(this.#call, 'platforms')).items) {
      const platform = item.kind === 'call' ? asPlatform(item.name) : undefined;
      const value = item.kind === 'call' ? item.args[0]?.value : undefined;
      const named = value?.kind === 'member' ? /^v(\d+(?:_\d+)*)$/.exec(value.name)?.[1] : undefined;
      const version = named?.replaceAll('_', '.') ?? this.#scope.text(value);
      if (platform !== undefined && version !== undefined) versions[platform] = version;
    }
    return versions;
  }
}

/** How packages call one another: the last part of the path or URL, without `.git`, in lower case. */
export function packageIdentity(place: string): string {
  const last = place.replace(/\/+$/, '').split('/').at(-1) ?? '';
  return last.replace(/\.git$/, '').toLowerCase();
}

export function argument(call: CallExpr, label: string): Expr | undefined {
  return call.args.find((arg) => arg.label === label)?.value;
}

function asPlatform(name: string): Platform | undefined {
  return isPlatform(name) ? name : undefined;
}

function isPlatform(name: string): name is Platform {
  return applePlatforms.has(name);
}

function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
