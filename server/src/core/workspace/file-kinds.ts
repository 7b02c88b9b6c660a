/** What kind of document a URI names. */
import type { GrammarName } from '../ports';
import { basenameUri, extensionUri } from '../uri';

export type DocumentKind = 'source' | 'plist' | 'pbxproj' | 'other';

export function documentKind(uri: string): DocumentKind {
  if (grammarOf(uri) !== undefined) return 'source';
  const extension = extensionUri(uri);
  if (extension === '.plist' || extension === '.entitlements') return 'plist';
  return basenameUri(uri) === 'project.pbxproj' ? 'pbxproj' : 'other';
}

/** `undefined` for files that are no source. */
export function grammarOf(uri: string): GrammarName | undefined {
  const extension = extensionUri(uri);
  if (extension === '.swift') return 'swift';
  return extension === '.m' || extension === '.mm' || extension === '.h' ? 'objc' : undefined;
}
