/** The cheap test before parsing: does a text name anything that the rules know? */

import { apiRows } from './apis';
import { audioPlaybackSymbols } from './audio-playback';
import { audioSessionSymbols } from './audio-session';
import { backgroundTimeSymbols } from './background-time';
import { callSymbols } from './calls';
import { deprecatedSymbols } from './deprecated-apis';
import { dutySymbols } from './duties';
import { lifecycleSymbols } from './lifecycle';
import { liveActivitySymbols } from './live-activities';
import { mediaSymbols } from './media-playback';
import { obligationSymbols } from './obligations';
import type { UsePattern } from './requirement-types';
import { restorationSymbols } from './restoration';
import { firstPiece } from './selectors';
import { appDelegate } from './supertypes';
import { schedulingSymbols } from './task-scheduling';
import { sessionSymbols } from './url-sessions';

/** The rarest identifier that every spelling of a use contains, one for each language at most. */
export function namesOf(use: UsePattern): readonly (string | undefined)[] {
  switch (use.kind) {
    case 'construct':
      return [use.type];
    case 'name':
      return [use.name];
    case 'mention':
      return use.names;
    case 'assign':
      if (use.beside !== undefined) return use.beside;
      // `setMember:` holds the member's name with a capital.
      return [use.member, `set${use.member.charAt(0).toUpperCase()}${use.member.slice(1)}`];
    case 'implement':
      return [use.at];
    case 'call':
      return use.evidence === 'type' && use.labels === undefined
        ? [use.on]
        : [use.swift?.name, use.objc && firstPiece(use.objc)];
  }
}

/**
 * A source file that contains none of these strings has no findings and contributes nothing to its targets. They are
 * to be looked for anywhere in the text (`beginBackgroundTask` stands for `beginBackgroundTaskWithName:` too).
 */
export const catalogueNames: readonly string[] = [
  ...new Set([
    ...obligationSymbols,
    ...backgroundTimeSymbols,
    ...dutySymbols,
    ...callSymbols,
    ...audioSessionSymbols,
    ...audioPlaybackSymbols,
    ...mediaSymbols,
    ...sessionSymbols,
    ...restorationSymbols,
    appDelegate,
    ...schedulingSymbols,
    ...deprecatedSymbols,
    ...lifecycleSymbols,
    ...liveActivitySymbols,
    ...apiRows.flatMap((row) => row.uses.flatMap(namesOf)),
  ]),
].filter((name) => name !== undefined);
