/** What a Package.swift says, as far as it can be read without running it. */
import type { Expr } from '../../program/ir';
import type { Platform } from '../types';
import type { ManifestScope } from './manifest-scope';

export type PackageTargetKind = 'regular' | 'tests' | 'binary' | 'system' | 'plugin' | 'macro';

/** Another target of the package, or a product of a package that it depends on. */
export interface PackageTargetDependency {
  /** `either`: a name alone, which may be that of a target or of a product. */
  readonly kind: 'target' | 'product' | 'either';
  readonly name: string;
  /** The package of the product, by identity or name. */
  readonly package: string | undefined;
  /** Apple's platforms that it is limited to; `undefined`: all. */
  readonly platforms: readonly Platform[] | undefined;
}

export interface PackageTarget {
  readonly name: string;
  readonly kind: PackageTargetKind;
  /** Below the package's folder; `undefined`: where the conventions say. */
  readonly path: string | undefined;
  /** Files and folders below the target's folder that hold its sources; `undefined`: all. */
  readonly sources: readonly string[] | undefined;
  readonly exclude: readonly string[];
  readonly dependencies: readonly PackageTargetDependency[];
  /** Everything above could be read. */
  readonly isComplete: boolean;
}

export interface PackageProduct {
  readonly name: string;
  /** `app`: an app of a .swiftpm folder. */
  readonly kind: 'library' | 'executable' | 'plugin' | 'app';
  readonly targets: readonly string[];
  /** All of `targets` could be read. */
  readonly isComplete: boolean;
  /** Options that are not read here. */
  readonly options: ReadonlyMap<string, Expr>;
}

export interface PackageReference {
  /** Name of its folder or repository in lower case, without `.git`. */
  readonly identity: string;
  /** As older manifests call it. */
  readonly name: string | undefined;
  /** Of a local package, seen from the folder of the manifest. */
  readonly path: string | undefined;
}

export interface PackageManifest {
  readonly name: string | undefined;
  readonly products: readonly PackageProduct[];
  readonly targets: readonly PackageTarget[];
  readonly dependencies: readonly PackageReference[];
  /** Minimum versions by platform: `15`, `15.1`. */
  readonly deploymentTargets: Readonly<Partial<Record<Platform, string>>>;
  /** What names in it stand for. */
  readonly values: ManifestScope;
  /**
   * False where code changes targets that were read. Products, targets and packages that could not be read are left out:
   * whoever asks for one does not find it.
   */
  readonly isComplete: boolean;
}
