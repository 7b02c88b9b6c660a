/** Whether a target declares a background mode, and where. */
import type { EffectiveInfoPlist, ModeArray, PlistFile, ProductKind } from '../project/types';
import type { TextRange } from '../text';

export type ModeState =
  | { readonly kind: 'declared'; readonly file: PlistFile; readonly range: TextRange }
  | { readonly kind: 'missing'; readonly file: PlistFile | undefined }
  /** The plist is not known, or not completely. */
  | { readonly kind: 'unknown' };

export function modeState(infoPlist: EffectiveInfoPlist, key: ModeArray['key'], mode: string): ModeState {
  const { values, isUnknown } = infoPlist.modes(key);
  for (const { value, uri, range } of values) {
    const file = infoPlist.files.find((candidate) => candidate.uri === uri);
    if (value === mode && file !== undefined) return { kind: 'declared', file, range };
  }
  if (isUnknown || !infoPlist.isResolved) return { kind: 'unknown' };
  return { kind: 'missing', file: infoPlist.files[0] };
}

const products: ReadonlySet<ProductKind> = new Set(['app', 'app-clip', 'watch-app', 'watch-extension']);

/** Whether background modes mean anything to a product: a framework or a test runs within its app's. */
export function hasModes(product: ProductKind): boolean {
  return products.has(product);
}
