/** Targets: what is compiled together, and which Info.plist and entitlements it ends up with. */
import type { OpenStepDocument } from '../syntax/openstep-types';
import type { PlistDocument, PlistNode } from '../syntax/plist-types';
import type { TextRange } from '../text';

export type Platform = 'iOS' | 'macCatalyst' | 'macOS' | 'tvOS' | 'watchOS' | 'visionOS';

export type ProductKind =
  | 'app'
  | 'watch-app'
  | 'watch-extension'
  | 'app-clip'
  | 'app-extension'
  | 'framework'
  | 'library'
  | 'tests'
  | 'other';

/** A place in a project file, for "why does the tool believe this". */
export interface Provenance {
  readonly uri: string;
  readonly range: TextRange;
}

/** One build setting after inheritance and expansion; `undefined` value: a variable in it stays unknown. */
export interface ResolvedSetting {
  readonly value: string | undefined;
  readonly from: Provenance | undefined;
}

/** Tools that write a project or its property lists, or add code to an app that its Xcode project does not show. */
export type OwnerKind =
  | 'xcodegen'
  | 'tuist'
  | 'swift-package'
  | 'expo'
  | 'react-native'
  | 'flutter'
  | 'capacitor'
  | 'cordova'
  | 'dotnet'
  | 'kotlin-multiplatform'
  | 'bazel';

/** A tool behind a target. */
export interface TargetOwner {
  readonly kind: OwnerKind;
  /** The file that tells of it: project.yml, app.json, pubspec.yaml, … */
  readonly uri: string;
  /** What it writes again whenever it runs: edits there are lost. */
  readonly generates: readonly ('project' | 'info-plist' | 'entitlements')[];
}

/** Values of an Info.plist or of entitlements that are written somewhere else than in the property list itself. */
export interface ValuePart {
  readonly owner: OwnerKind;
  /**
   * The dictionary as it stands there, ranges in `file.uri`. `document.root` is `undefined` as long as nobody has written
   * it; `document.format` tells the language of the file.
   */
  readonly file: PlistFile;
  /** Keys from the top of the file to the dictionary, so that missing ones can be created; empty: they cannot. */
  readonly path: readonly string[];
  /** An option of the tool stands for these values: they count, and there is no place to edit them. */
  readonly isImplied?: true;
}

export interface OwnedValues {
  /** `replaces`: the property list is written from the parts alone. `extends`: they are merged over it. */
  readonly effect: 'replaces' | 'extends';
  readonly parts: readonly ValuePart[];
  /** False where code or plugins may add more. */
  readonly isComplete: boolean;
}

export interface TargetConfiguration {
  readonly name: string;
  /** File named by INFOPLIST_FILE, inside the workspace. */
  readonly infoPlistUri: string | undefined;
  /** INFOPLIST_FILE is set but a variable in it could not be expanded, or it lies outside of the workspace. */
  readonly infoPlistUnresolved: boolean;
  /** `infoPlistUri` names nothing that exists. */
  readonly infoPlistMissing?: true;
  readonly generatesInfoPlist: boolean;
  readonly entitlementsUri: string | undefined;
  readonly entitlementsUnresolved: boolean;
  /** Missing: the property list is the only place. */
  readonly ownedInfoPlist?: OwnedValues;
  readonly ownedEntitlements?: OwnedValues;
  readonly bundleIdentifier: string | undefined;
  readonly deploymentTargets: Readonly<Partial<Record<Platform, string>>>;
  setting(name: string): ResolvedSetting | undefined;
  /** Expands build variables in a text such as a value of an Info.plist; `undefined` when one stays unknown. */
  expand(text: string): string | undefined;
}

/** Where the Swift package of a product lies, as far as the project tells. */
export type PackageOrigin =
  /** `folder`: URI of the folder with its Package.swift. */
  | { readonly kind: 'local'; readonly folder: string }
  /** One of the local packages that the project lists. */
  | { readonly kind: 'listed'; readonly folders: readonly string[] }
  | { readonly kind: 'remote'; readonly url: string };

type LinkedCode =
  /** Another target, of the same project or another; `id` is its `Target.id`. */
  | { readonly kind: 'target'; readonly id: string; readonly name: string }
  /** A product of a Swift package, local or remote; without an origin any package near the project may have it. */
  | { readonly kind: 'package'; readonly name: string; readonly origin?: PackageOrigin }
  /** A library or framework that is built elsewhere (Apple's own are left out). */
  | { readonly kind: 'framework'; readonly name: string; readonly builtBy?: BuiltElsewhere };

/** A product of another project, as the project that links it refers to it. */
export interface BuiltElsewhere {
  /** The other project.pbxproj. */
  readonly projectUri: string;
  /** `ProductFile.id` there. */
  readonly productId: string;
}

/** Code that ends up in a target's product though no source of the target itself holds it. */
export type TargetDependency = LinkedCode & {
  /** Linked for these platforms alone; missing: for all. */
  readonly platforms?: readonly Platform[];
};

/** The file that a target builds, as others refer to it. */
export interface ProductFile {
  /** Of its file reference in the project. */
  readonly id: string;
  /** `Player.framework`, `libPlayer.a`. */
  readonly name: string;
}

export interface Target {
  /** Unique and stable within the workspace: project URI and target id, or the plist's URI without a project. */
  readonly id: string;
  readonly name: string;
  readonly product: ProductKind;
  /** Missing: not known. */
  readonly productFile?: ProductFile;
  /** `undefined`: not known. */
  readonly platforms: readonly Platform[] | undefined;
  /** The project.pbxproj; `undefined` for a target guessed from a nearby Info.plist. */
  readonly projectUri: string | undefined;
  readonly configurations: readonly TargetConfiguration[];
  /** Swift and Objective-C sources that are compiled into it, headers beside them included. Sorted, unique. */
  readonly sources: readonly string[];
  /**
   * Sources of local frameworks, libraries and Swift packages that end up in the product, over any number of links.
   * Missing: none. Sorted, unique.
   */
  readonly linkedSources?: readonly string[];
  /** Tools behind it; missing: none but Xcode. */
  readonly owners?: readonly TargetOwner[];
  /** What it links, in the order of the project file. Apps and extensions embedded in it are not linked. */
  readonly dependencies: readonly TargetDependency[];
  /** Every source is known. False for hybrid apps, unreadable parts, linked packages and the like: see `gaps`. */
  readonly isComplete: boolean;
  /** Why it is not complete, in words for people. */
  readonly gaps: readonly string[];
}

/** A mode array of a target after merging all its configurations' plists. */
export interface ModeArray {
  readonly key: 'UIBackgroundModes' | 'WKBackgroundModes';
  /** In document order. */
  readonly values: readonly { readonly value: string; readonly uri: string; readonly range: TextRange }[];
  /** A value is an unexpanded build variable, the value has a wrong type, or the plist could not be read. */
  readonly isUnknown: boolean;
}

/** A property list as a target sees it, or a dictionary of one inside of a file of another kind (see `ValuePart`). */
export interface PlistFile {
  readonly uri: string;
  readonly text: string;
  readonly document: PlistDocument;
}

/** What the rules may ask about the joined plists of one target. */
export interface EffectiveInfoPlist {
  /** False when no plist could be resolved and read: rules that need one stay silent. */
  readonly isResolved: boolean;
  /**
   * Where values may be edited, without duplicates; the first is that of the first configuration. A generator's parts
   * stand instead of the file it writes. Empty in a resolved plist: all of it is generated from build settings, which
   * cannot hold modes.
   */
  readonly files: readonly PlistFile[];
  modes(key: ModeArray['key']): ModeArray;
  /** Value of a top-level key in the first file that has it. */
  value(key: string): { readonly node: PlistNode; readonly file: PlistFile } | undefined;
  /** The INFOPLIST_KEY_ setting that generates `key` in the first configuration where it takes effect. */
  generated(key: string): ResolvedSetting | undefined;
}

/** A project.pbxproj. */
export interface ProjectFile {
  readonly uri: string;
  readonly text: string;
  readonly document: OpenStepDocument;
}

/** Something about the workspace that a person should know: what could not be read or resolved. */
export interface Problem {
  readonly uri: string;
  readonly message: string;
  readonly range?: TextRange;
}
