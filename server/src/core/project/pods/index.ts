/** Podfiles beside projects: whose code the pods are. */

import { basenameUri } from '../../uri';
import type { Discovery, Marker } from '../discovery';
import { podsGap } from '../discovery';
import type { ProjectFiles } from '../project-files';
import { fetchesAllPods } from './podfile';

/** Why a target is not complete whose pods are libraries of others, all of them. */
export const fetchedPodsGap = 'CocoaPods adds libraries of others';

/** The discovery, with what the Podfiles in it say. */
export async function withPods(found: Discovery, files: ProjectFiles): Promise<Discovery> {
  if (!found.markers.some(isPodfile)) return found;
  const markers = await Promise.all(found.markers.map((marker) => read(marker, files)));
  return { ...found, markers };
}

export function isPodfile({ uri }: Pick<Marker, 'uri'>): boolean {
  return basenameUri(uri) === 'Podfile';
}

async function read(marker: Marker, files: ProjectFiles): Promise<Marker> {
  if (!isPodfile(marker)) return marker;
  const text = await files.text(marker.uri);
  return { ...marker, meaning: text !== undefined && fetchesAllPods(text) ? fetchedPodsGap : podsGap };
}
