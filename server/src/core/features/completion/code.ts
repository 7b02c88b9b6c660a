/** Completions in Swift and Objective-C. */
import type { ProgramUnit } from '../../rules/context';
import { audioOffers, rawAudioOffers } from './audio';
import { codePlace } from './code-place';
import { identifierOffers } from './identifiers';
import type { CompletionOffer, CompletionRequest } from './types';

export async function codeCompletions(
  { program }: ProgramUnit,
  request: CompletionRequest,
): Promise<readonly CompletionOffer[]> {
  const place = codePlace(program, request.text, request.offset);
  switch (place?.kind) {
    case 'identifier':
      return identifierOffers(place.row, place.string, request.uri, await request.targets());
    case 'audio':
      return audioOffers(place);
    case 'audio-raw':
      return rawAudioOffers(place.setting, place.string);
    default:
      return [];
  }
}
