/** Tools other than Xcode that decide about targets, and how their knowledge gets into them. */
import type { ProgramFile } from '../../program/ir';
import type { Discovery } from '../discovery';
import type { ProjectFiles } from '../project-files';
import type { PlistFile, Problem, Target } from '../types';

export interface OwnerContext {
  /** Root folders of the workspace. */
  readonly roots: readonly string[];
  readonly found: Discovery;
  /** Notes what is asked: the step runs again when one of the answers may differ. */
  readonly files: ProjectFiles;
  /** A property list, parsed. */
  plist(uri: string): Promise<PlistFile | undefined>;
  /** A manifest such as Package.swift. Never throws; unreadable parts are `unknown`. */
  parseSwift(text: string): Promise<ProgramFile>;
}

export interface OwnerAnswer {
  /** All targets, those given included; one that the step has nothing to say of is the same object. */
  readonly targets: readonly Target[];
  readonly problems: readonly Problem[];
}

/**
 * What one tool knows of the targets: completes those of Xcode projects, and adds those that no project names. Broken
 * files of the tool cost only what they would have told.
 */
export type OwnerStep = (targets: readonly Target[], context: OwnerContext) => Promise<OwnerAnswer>;
