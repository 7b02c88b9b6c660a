/** Adding and removing capabilities of a target. */

/** Request with `ChangeCapabilitiesParams`; answers a `CapabilityAnswer`. Rejects with ContentModified when files change meanwhile. */
export const changeCapabilitiesMethod = 'backgroundModes/changeCapabilities';

export interface ChangeCapabilitiesParams {
  /** `ChecklistTarget.id` */
  readonly targetId: string;
  /** Values of UIBackgroundModes or WKBackgroundModes; the server knows which. */
  readonly addModes?: readonly string[];
  readonly removeModes?: readonly string[];
  /** For BGTaskSchedulerPermittedIdentifiers. */
  readonly identifiers?: readonly string[];
  /** Keys that are there already stay as they are. */
  readonly keys?: readonly ChangedKey[];
}

export interface ChangedKey {
  readonly kind: 'plist-key' | 'entitlement';
  readonly key: string;
  readonly value: true | string | readonly string[];
}

export type CapabilityAnswer =
  | {
      readonly kind: 'edit';
      /** A `WorkspaceEdit` of LSP, for the client to apply. */
      readonly edit: object;
      /** What it does, in words. */
      readonly summary: string;
      /** Files that hold the values. */
      readonly files: readonly string[];
    }
  | { readonly kind: 'nothing'; readonly summary: string }
  | {
      readonly kind: 'refused';
      readonly reason: string;
      /** What to write by hand, as XML of a property list; empty when nothing should be written. */
      readonly write: string;
    };

/** Request with `MissingKeysParams`; answers the keys that surely go with modes or a mechanism and that the target lacks, `MissingKey[]`. */
export const missingKeysMethod = 'backgroundModes/missingKeys';

export interface MissingKeysParams {
  /** `ChecklistTarget.id` */
  readonly targetId: string;
  readonly modes?: readonly string[];
  /** `MechanismOffer.id` */
  readonly mechanism?: string;
}

export interface MissingKey {
  readonly kind: 'plist-key' | 'entitlement';
  readonly key: string;
  /** `text`: a sentence that a person should write, `list`: texts that only the author knows. */
  readonly input: 'fixed' | 'text' | 'list';
  /** What to write; for `text` until somebody has written a sentence. */
  readonly value: true | string;
}
