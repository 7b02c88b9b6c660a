/** What can be written at the cursor. Nothing where that is not certain: other servers have the floor there. */
import { backgroundKeys } from '../../catalog/background-keys';
import { MARKER } from '../../rules/suppressions';
import { documentKind } from '../../workspace/file-kinds';
import { lineStart } from '../edits/plist-layout';
import { codeCompletions } from './code';
import { configCompletions } from './config';
import { ownedCompletions } from './owned';
import { plistCompletions } from './plist';
import { suppressionCompletions } from './suppressions';
import type { CompletionOffer, CompletionRequest } from './types';

/**
 * Whether a character that was just typed can begin something: a look at its line, so that nobody waits for the answers
 * to all the others. `offset`: behind the character.
 */
export function mayFollow(trigger: string, uri: string, text: string, offset: number): boolean {
  switch (trigger) {
    case ' ':
      return text.slice(lineStart(text, offset), offset).includes(MARKER);
    case '<':
      return documentKind(uri) === 'plist';
    default:
      return documentKind(uri) !== 'plist';
  }
}

/** In the order in which they are to be shown; only those that begin to look like what has been typed. */
export async function completionsAt(request: CompletionRequest): Promise<readonly CompletionOffer[]> {
  const offers = await offersAt(request);
  return offers.filter(({ range, label, filterText }) =>
    isWithin(request.text.slice(range.start, request.offset), filterText ?? label),
  );
}

async function offersAt(request: CompletionRequest): Promise<readonly CompletionOffer[]> {
  const { unit, uri } = request;
  if (documentKind(uri) === 'config') return configCompletions(request);
  const inComment = unit && (await suppressionCompletions(unit, request));
  if (inComment !== undefined) return inComment;
  if (unit?.kind === 'program') {
    const inCode = await codeCompletions(unit, request);
    // A manifest may hold the values of property lists; nobody looks for them in any other source.
    const isManifest = backgroundKeys.some((key) => request.text.includes(key));
    return inCode.length > 0 || !isManifest ? inCode : ownedCompletions(request);
  }
  if (unit?.kind === 'plist' && documentKind(uri) === 'plist') return plistCompletions(unit, request);
  return unit?.kind === 'pbxproj' ? [] : ownedCompletions(request);
}

/** Whether the letters of `typed` come in `whole` in this order, as editors look for them. */
function isWithin(typed: string, whole: string): boolean {
  const wanted = typed.toLowerCase();
  let found = 0;
  for (const letter of whole.toLowerCase().split('')) if (letter === wanted[found]) found++;
  return found >= wanted.length;
}
