/**
 * Rules of Bazel that make apps and libraries. What a macro makes is not known.
 * Sources: https://github.com/bazelbuild/rules_apple/tree/master/doc and
 * https://github.com/bazelbuild/rules_swift/blob/master/doc/rules.md
 */
import type { Platform, ProductKind } from '../project/types';

export interface BazelBundle {
  readonly product: ProductKind;
  readonly platform: Platform;
}

export const bazelBundles: Readonly<Record<string, BazelBundle>> = {
  ios_application: { product: 'app', platform: 'iOS' },
  ios_app_clip: { product: 'app-clip', platform: 'iOS' },
  ios_extension: { product: 'app-extension', platform: 'iOS' },
  ios_imessage_extension: { product: 'app-extension', platform: 'iOS' },
  watchos_application: { product: 'watch-app', platform: 'watchOS' },
  watchos_single_target_application: { product: 'watch-app', platform: 'watchOS' },
  watchos_extension: { product: 'watch-extension', platform: 'watchOS' },
  tvos_application: { product: 'app', platform: 'tvOS' },
  tvos_extension: { product: 'app-extension', platform: 'tvOS' },
  visionos_application: { product: 'app', platform: 'visionOS' },
  macos_application: { product: 'app', platform: 'macOS' },
};

/** Attributes of library rules that name sources. Libraries of C++ are not followed: what they link is a gap. */
export const bazelLibraries: Readonly<Record<string, readonly string[]>> = {
  swift_library: ['srcs'],
  objc_library: ['srcs', 'hdrs', 'non_arc_srcs'],
  mixed_language_library: ['swift_srcs', 'clang_srcs', 'hdrs', 'non_arc_srcs'],
  swift_library_group: [],
  filegroup: ['srcs'],
  apple_resource_group: [],
  apple_resource_bundle: [],
};

/** Attributes that lead to further libraries. */
export const bazelDependencies: readonly string[] = [
  'deps',
  'private_deps',
  'implementation_deps',
  'exports',
];
