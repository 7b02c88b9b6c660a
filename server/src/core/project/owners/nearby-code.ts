/** What lies around a project and tells that its apps have code which no project shows. */
import { isInside } from '../../uri';
import type { Discovery } from '../discovery';

/** In words for people; for targets that no Xcode project names. */
export function nearbyCode(found: Discovery, folder: string): readonly string[] {
  const near = found.markers.filter((marker) => marker.kind === 'code' && isInside(marker.folder, folder));
  return [...new Set(near.map((marker) => marker.meaning))];
}
