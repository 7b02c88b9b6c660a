/** What kind of document a URI names. */
import { CONFIG_NAME } from '../config/parse-config';
import { isSource } from '../project/source-kinds';
import { basenameUri, extensionUri } from '../uri';

export type DocumentKind = 'source' | 'plist' | 'pbxproj' | 'config' | 'other';

export function documentKind(uri: string): DocumentKind {
  if (isSource(uri)) return 'source';
  const extension = extensionUri(uri);
  if (extension === '.plist' || extension === '.entitlements') return 'plist';
  const name = basenameUri(uri);
  if (name === CONFIG_NAME) return 'config';
  return name === 'project.pbxproj' ? 'pbxproj' : 'other';
}
