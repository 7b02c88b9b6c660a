/** The workspace as its clients (LSP adapter, CLI, tests) see it. Implemented in workspace.ts. */
import type { RuleSettings } from './config/types';
import type { CancellationToken, Progress } from './ports';
import type { ConstantIndex } from './program/constants/constant-index';
import type { ApiUse } from './program/summary';
import type { EffectiveInfoPlist, PlistFile, Target } from './project/types';
import type { TargetContext, Unit } from './rules/context';
import type { Finding } from './rules/types';
import type { TextEdit } from './text';

/** A target joined with what it declares and uses. */
export interface TargetModel {
  readonly target: Target;
  readonly infoPlist: EffectiveInfoPlist;
  readonly entitlements: readonly PlistFile[];
  /** In the order of `target.sources`; files without uses are left out. Empty before the first `load`. */
  readonly uses: readonly { readonly uri: string; readonly use: ApiUse }[];
  /** Named constants of its sources, and what they hand to the SDK. */
  readonly constants: ConstantIndex;
  /** Whether a source holds a word of the trace table, or has not been read, so that it may. Missing: not known. */
  readonly mentions?: (word: string) => boolean;
}

/**
 * Open documents over files. All methods may be called at any time in any order; the state they describe is
 * that of the latest call. URIs are normalised by the workspace (`normaliseUri`), so callers may pass any spelling.
 */
export interface Workspace {
  /** Root folders. Nothing outside of them is ever read. Starts or restarts the index in the background of `load`. */
  setFolders(uris: readonly string[]): void;
  /** What the person has set in the editor; stronger than any `background-modes.json`. */
  setSettings(settings: RuleSettings): void;
  /** Resolves targets and analyses what they name; returns at once when nothing is dirty. Stops early when cancelled. */
  load(options?: { progress?: Progress; token?: CancellationToken }): Promise<void>;

  didOpen(uri: string, version: number, text: string): void;
  /** `edits` are relative to the text before this call and do not overlap; `text` is the text after them. */
  didChange(uri: string, version: number, text: string, edits: readonly TextEdit[] | undefined): void;
  didClose(uri: string): void;
  /** Files that were created, changed or deleted outside of the editor. */
  didChangeFiles(changes: readonly { uri: string; type: 'created' | 'changed' | 'deleted' }[]): void;

  /** Text of an open document, or of a file already read. */
  text(uri: string): string | undefined;
  /** The same, and read from disk when it is no open document; `undefined` outside of the folders. */
  read(uri: string): Promise<string | undefined>;
  /** Whether a file is there, open documents included. False outside of the folders, and for folders. */
  isFile(uri: string): Promise<boolean>;
  /** Version of an open document; `undefined` for closed files. */
  version(uri: string): number | undefined;
  isOpen(uri: string): boolean;

  /** Parsed form of a file (open or not); `undefined` when it is unreadable or of no known language. */
  unit(uri: string): Promise<Unit | undefined>;
  /** Findings of one file, up to date with every earlier call. File rules work before `load` has finished. */
  findings(uri: string, token?: CancellationToken): Promise<readonly Finding[]>;
  /** Findings of all files after `load`, sorted by URI and position. */
  allFindings(token?: CancellationToken): Promise<readonly Finding[]>;
  /**
   * What is said of one target, with the fixes for its own files: findings that several targets share are one in
   * `findings`. Empty for an unknown `Target.id`.
   */
  targetFindings(id: string, token?: CancellationToken): Promise<readonly Finding[]>;
  /**
   * Brings everything that is dirty up to date and answers the URIs whose findings may differ from the last call
   * (files whose findings vanished included). The LSP adapter pushes exactly these.
   */
  update(token?: CancellationToken): Promise<readonly string[]>;
  targets(): Promise<readonly TargetModel[]>;
  /** What edits have to know of one target, up to date with every earlier call; `undefined` for an unknown `Target.id`. */
  targetContext(id: string): Promise<Omit<TargetContext, 'report'> | undefined>;
  /** Targets that compile or own the file. */
  targetsOf(uri: string): Promise<readonly TargetModel[]>;
  /** Problems worth telling a person (unreadable project, plist outside of the workspace), newest load only. */
  readonly problems: readonly { readonly uri: string; readonly message: string }[];
  dispose(): void;
}
