/** What kind of document a URI names. */
import { isSource } from '../project/source-kinds';
import { basenameUri, extensionUri } from '../uri';

export type DocumentKind = 'source' | 'plist' | 'pbxproj' | 'other';

export function documentKind(uri: string): DocumentKind {
  if (isSource(uri)) return 'source';
  const extension = extensionUri(uri);
  if (extension === '.plist' || extension === '.entitlements') return 'plist';
  return basenameUri(uri) === 'project.pbxproj' ? 'pbxproj' : 'other';
}
