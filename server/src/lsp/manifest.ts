/** What the server says of itself, from package.json. */
import packageJson from '../../../package.json';

interface Manifest {
  readonly name: string;
  readonly version: string;
  /** Base of the published documents, when there is one. */
  readonly homepage?: string;
}

const manifest: Manifest = packageJson;

export const serverInfo = { name: manifest.name, version: manifest.version };

/** The page that explains a rule; `undefined` as long as the documents are not published anywhere. */
export function rulePage(rule: string): string | undefined {
  const base = manifest.homepage?.replace(/#.*$/, '').replace(/\/$/, '');
  return base === undefined ? undefined : `${base}/blob/HEAD/docs/rules/${rule}.md`;
}
