/** Why the analysis believes what it believes of a target: the model that `targets --format json` prints. */
import type { OwnerKind, Platform, ProductKind } from '../../project/types';

/** Path below the workspace folder, and the line when it is known. */
export interface ReportedPlace {
  readonly path: string;
  /** Counted from one. */
  readonly line: number | null;
}

/**
 * - `file`: the property list at `place`
 * - `file-and-generated`: that, and Xcode adds keys from build settings
 * - `generated`: Xcode writes all of it from build settings
 * - `tool`: a tool writes it from `parts`; `place` is what it writes
 * - `missing`: the setting names a file that does not exist or cannot be read
 * - `unresolved`: the setting holds a variable that stays unknown, or leads out of the workspace
 * - `none`: there is none
 */
export type PlistState =
  | 'file'
  | 'file-and-generated'
  | 'generated'
  | 'tool'
  | 'missing'
  | 'unresolved'
  | 'none';

export interface ReportedPart {
  readonly owner: OwnerKind;
  readonly place: ReportedPlace;
  /** An option of the tool stands for values that are not written out. */
  readonly isImplied: boolean;
}

export interface ReportedPlist {
  readonly state: PlistState;
  readonly place: ReportedPlace | null;
  /** The build setting that says so, with the place that sets it. `value` is `null` when a variable stays unknown. */
  readonly because: {
    readonly setting: string;
    readonly value: string | null;
    readonly place: ReportedPlace | null;
  } | null;
  readonly parts: readonly ReportedPart[];
}

export interface ReportedConfiguration {
  readonly name: string;
  readonly bundleIdentifier: string | null;
  readonly infoPlist: ReportedPlist;
  readonly entitlements: ReportedPlist;
}

export interface ReportedModes {
  readonly key: 'UIBackgroundModes' | 'WKBackgroundModes';
  readonly values: readonly { readonly value: string; readonly place: ReportedPlace }[];
  /** Nothing can add a mode that is not seen. */
  readonly isComplete: boolean;
}

export interface TargetReport {
  readonly id: string;
  readonly name: string;
  readonly product: ProductKind;
  /** Empty: not known. */
  readonly platforms: readonly { readonly platform: Platform; readonly deploymentTarget: string | null }[];
  /** The Xcode project; `null` for a target that was found without one. */
  readonly project: string | null;
  readonly owners: readonly {
    readonly kind: OwnerKind;
    readonly file: string;
    readonly generates: readonly string[];
  }[];
  readonly configurations: readonly ReportedConfiguration[];
  readonly modes: readonly ReportedModes[];
  /** Number of Swift and Objective-C files that it compiles. */
  readonly sources: number;
  /** Number of those of local frameworks and packages that end up in its product. */
  readonly linkedSources: number;
  readonly dependencies: readonly { readonly kind: string; readonly name: string }[];
  readonly isComplete: boolean;
  /** Why it is not complete. */
  readonly gaps: readonly string[];
}
