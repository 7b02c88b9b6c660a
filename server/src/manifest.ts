/** What the product says of itself, from package.json. */
import packageJson from '../../package.json';

interface Manifest {
  readonly name: string;
  readonly displayName: string;
  readonly version: string;
  /** Base of the published documents, when there is one. */
  readonly homepage?: string;
}

export const manifest: Manifest = packageJson;

const page = manifest.homepage?.replace(/#.*$/, '').replace(/\/$/, '');

/** The page that explains a rule; `undefined` as long as the documents are not published anywhere. */
export function rulePage(rule: string): string | undefined {
  return page === undefined ? undefined : `${page}/blob/HEAD/docs/rules/${rule}.md`;
}
