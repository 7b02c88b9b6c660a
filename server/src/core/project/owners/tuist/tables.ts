/** Names of Tuist's manifest language. Source: https://projectdescription.tuist.dev */
import type { Platform, ProductKind } from '../../types';

/** Both single destinations and the sets that stand for several. */
export const destinations: Readonly<Record<string, Platform>> = {
  iPhone: 'iOS',
  iPad: 'iOS',
  iOS: 'iOS',
  macWithiPadDesign: 'iOS',
  appleVisionWithiPadDesign: 'iOS',
  macCatalyst: 'macCatalyst',
  mac: 'macOS',
  macOS: 'macOS',
  appleTv: 'tvOS',
  tvOS: 'tvOS',
  appleWatch: 'watchOS',
  watchOS: 'watchOS',
  appleVision: 'visionOS',
  visionOS: 'visionOS',
};

export const products: Readonly<Record<string, ProductKind>> = {
  app: 'app',
  appClip: 'app-clip',
  watch2App: 'watch-app',
  watch2Extension: 'watch-extension',
  appExtension: 'app-extension',
  extensionKitExtension: 'app-extension',
  messagesExtension: 'app-extension',
  stickerPackExtension: 'app-extension',
  tvTopShelfExtension: 'app-extension',
  framework: 'framework',
  staticFramework: 'framework',
  staticLibrary: 'library',
  dynamicLibrary: 'library',
  unitTests: 'tests',
  uiTests: 'tests',
};
