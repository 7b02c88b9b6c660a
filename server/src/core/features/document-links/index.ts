/** What in a file leads somewhere. */
import { CONFIG_NAME } from '../../config/parse-config';
import type { Target } from '../../project/types';
import type { Unit } from '../../rules/context';
import { basenameUri, extensionUri } from '../../uri';
import { configLinks, suppressionLinks } from './rules';
import { includeLinks, projectLinks, settingLinks } from './settings';
import { specLinks } from './spec';
import type { Link } from './types';

export interface LinkRequest {
  readonly uri: string;
  readonly text: string;
  /** The parsed file, where it is of a known kind. */
  readonly unit: () => Promise<Unit | undefined>;
  /** All targets. */
  readonly targets: () => Promise<readonly Target[]>;
}

/** In the order of the text. Nobody has looked whether the files are there. */
export async function documentLinks(request: LinkRequest): Promise<readonly Link[]> {
  const links = await linksOf(request);
  return [...links].sort((a, b) => a.range.start - b.range.start);
}

async function linksOf({ uri, text, unit, targets }: LinkRequest): Promise<readonly Link[]> {
  if (basenameUri(uri) === CONFIG_NAME) return configLinks(text);
  const extension = extensionUri(uri);
  if (extension === '.xcconfig') {
    const all = await targets();
    return [...includeLinks(uri, text, all), ...settingLinks(uri, all)];
  }
  const known = await unit();
  if (known?.kind === 'program') return suppressionLinks(known);
  if (known?.kind === 'pbxproj') {
    return [...projectLinks(uri, known.document), ...settingLinks(uri, await targets())];
  }
  const comments = known === undefined ? [] : suppressionLinks(known);
  if (!specExtensions.has(extension)) return comments;
  const all = await targets();
  return [...comments, ...specLinks(uri, text, all), ...settingLinks(uri, all)];
}

const specExtensions: ReadonlySet<string> = new Set(['.yml', '.yaml', '.json']);
