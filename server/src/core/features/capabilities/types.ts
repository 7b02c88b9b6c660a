/** What a person wants to be declared in a target, and what comes of it. */
import type { FileEdit } from '../../rules/types';
import type { NewValue } from '../edits/plist-writer';

export interface WantedKey {
  readonly kind: 'plist-key' | 'entitlement';
  readonly key: string;
  readonly value: true | string | readonly string[];
}

export interface WantedCapabilities {
  /** Values of either mode array. */
  readonly addModes?: readonly string[];
  readonly removeModes?: readonly string[];
  /** For BGTaskSchedulerPermittedIdentifiers. */
  readonly identifiers?: readonly string[];
  /** Keys that are there already stay as they are. */
  readonly keys?: readonly WantedKey[];
}

export type CapabilityEdit =
  | {
      readonly kind: 'edit';
      readonly files: readonly FileEdit[];
      /** What it does, in words: `Adds 'audio' to UIBackgroundModes in App/Info.plist`. */
      readonly summary: string;
      /** Files that hold the values. */
      readonly places: readonly string[];
    }
  /** All is as wanted. */
  | { readonly kind: 'nothing'; readonly summary: string }
  | {
      readonly kind: 'refused';
      readonly reason: string;
      /** What a person can write by hand, as it stands in a property list; empty when nothing should be written. */
      readonly write: string;
    };

/** One key with its value, as it is written. */
export interface WrittenKey {
  readonly key: string;
  readonly value: NewValue;
}
