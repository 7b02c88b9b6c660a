/** Task and session identifiers: where they are written, and what they are there. */
import type { ConstantIndex } from '../../program/constants/constant-index';
import type { ConstantRole, ConstantValue, TaskCall } from '../../program/constants/types';
import type { PlistFile } from '../../project/types';
import type { PlistScalar } from '../../syntax/plist-types';
import type { TextRange } from '../../text';
import type { TargetModel, Workspace } from '../../workspace-types';

/** Files as they are at the moment, open documents over the disk. */
export type Files = Pick<Workspace, 'unit' | 'read'>;

export type IdentifierRole = Extract<ConstantRole, 'task-identifier' | 'session-identifier'>;

export type TextValue = Extract<ConstantValue, { kind: 'text' }>;

export interface Identifier {
  readonly role: IdentifierRole;
  readonly value: TextValue;
}

/** Where code hands an identifier to the SDK. */
export interface IdentifierUse {
  readonly role: IdentifierRole;
  readonly uri: string;
  /** The argument. */
  readonly range: TextRange;
  readonly value: ConstantValue;
  /** Task identifiers only. */
  readonly call?: TaskCall;
}

/** An identifier in the list of an Info.plist. */
export interface PermittedEntry {
  readonly file: PlistFile;
  readonly item: PlistScalar;
  /**
   * What it is: with the bundle identifier as such where it is written as a variable, and in each configuration that uses
   * the file and knows its variables.
   */
  readonly values: readonly TextValue[];
  /** Of those configurations. */
  readonly expansions: readonly ((text: string) => TextValue | undefined)[];
  /** An option of a tool stands for it: it cannot be edited. */
  readonly isImplied: boolean;
}

/** Code that is compiled together, and the list that goes with it. */
export interface IdentifierGroup {
  /** `undefined` for a file of no target. */
  readonly model: TargetModel | undefined;
  readonly constants: ConstantIndex;
  /** URIs of its sources. */
  readonly code: readonly string[];
  /** Known ones of its configurations, without repetitions. */
  readonly bundleIdentifiers: readonly string[];
  readonly uses: readonly IdentifierUse[];
  readonly entries: readonly PermittedEntry[];
}

/** A range of a file, with the text it was found in. */
export interface FilePlace {
  readonly uri: string;
  readonly text: string;
  readonly range: TextRange;
}
