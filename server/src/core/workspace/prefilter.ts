/** The cheap test that spares most files a parse. */
import { catalogueNames } from '../catalog/api-names';

const names = new RegExp(catalogueNames.map((name) => name.replace(/[^\w]/g, '\\$&')).join('|'));

/** Whether a source names anything that the rules know. Without it a file has no findings and adds nothing to others. */
export function namesKnownApi(text: string): boolean {
  return names.test(text);
}
