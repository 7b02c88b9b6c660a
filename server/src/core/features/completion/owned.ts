/** Completions in the lists of modes and identifiers that stand in the files of tools. */
import { placeAt } from '../../syntax/plist-query';
import type { PlistNode } from '../../syntax/plist-types';
import type { TextRange } from '../../text';
import { plistsIn } from '../owned-plists';
import { listValues } from './plist-values';
import type { CompletionOffer, CompletionRequest } from './types';

/** Written alike in quotes and without, in YAML, JSON and Swift. */
const safe = /^[A-Za-z$][\w.$()-]*$/;

export async function ownedCompletions(request: CompletionRequest): Promise<readonly CompletionOffer[]> {
  const { uri, unit, offset } = request;
  const all = await request.targets();
  for (const { document, role } of plistsIn({ uri, unit, targets: all })) {
    const place = role === 'info' ? placeAt(document, offset) : undefined;
    const list = place?.ancestors[1];
    if (place?.entry === undefined || place.ancestors.length !== 2 || list?.kind !== 'array') continue;
    const range = writtenRange(place.node, request);
    if (range === undefined) continue;
    const present = list.items.flatMap((item) =>
      item.kind === 'string' && item !== place.node ? [item.value.trim()] : [],
    );
    return listValues(place.entry.key, present, all)
      .filter(({ label }) => safe.test(label))
      .map((value) => ({ ...value, range, newText: value.label }));
  }
  return [];
}

/** The text of a string on one line that holds the cursor. */
function writtenRange(
  node: PlistNode | undefined,
  { text, offset }: CompletionRequest,
): TextRange | undefined {
  if (node?.kind !== 'string') return undefined;
  const { start, end } = node.inner;
  const isInside = start <= offset && offset <= end;
  return isInside && !/[\r\n]/.test(text.slice(start, end)) ? node.inner : undefined;
}
