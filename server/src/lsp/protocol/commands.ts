/**
 * Commands of code lenses. The first two are the client's: it has them when it announces the experimental capability
 * `backgroundModesCommands: true`. The third is the server's, for clients that answer `window/showDocument`.
 */
import type { LinePosition, Place } from './places';

/** Arguments: a `CopyParams`. */
export const copyTextCommand = 'backgroundModes.copyText';

export interface CopyParams {
  readonly text: string;
  /** What a debugger does with it. */
  readonly simulation: 'launch' | 'expiration';
}

/** Arguments: a `ShowPlacesParams`. */
export const showPlacesCommand = 'backgroundModes.showPlaces';

export interface ShowPlacesParams {
  /** From where they are looked at. */
  readonly uri: string;
  readonly position: LinePosition;
  /** One at least. */
  readonly places: readonly Place[];
}

/** Arguments: a `ShowDocumentParams` of LSP. */
export const openCommand = 'backgroundModes.open';
