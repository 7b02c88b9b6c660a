/** Why something is not renamed. */
import { basenameUri } from '../../uri';
import type { FilePlace } from '../identifiers/types';
import { lineNumber } from '../places';

/** A rename is done everywhere or not at all; the message is for the person who asked for it. */
export class RenameRefused extends Error {}

/** `AppDelegate.swift, line 12`. */
export function placeName({ uri, text, range }: FilePlace): string {
  return `${basenameUri(uri)}, line ${lineNumber(text, range)}`;
}
