/** What rules are given. A rule never reads files and keeps no state. */
import type { CodeIndex } from '../program/code-index';
import type { ConstantIndex } from '../program/constants/constant-index';
import type { ProgramFile } from '../program/ir';
import type { ApiUse } from '../program/summary';
import type { TextNames } from '../program/text-names';
import type { EffectiveInfoPlist, PlistFile, Target } from '../project/types';
import type { OpenStepDocument } from '../syntax/openstep-types';
import type { PlistDocument } from '../syntax/plist-types';
import type { TextRange } from '../text';
import type { QuietMembers } from './quiet-members';
import type { SuppressedCode, Suppression } from './suppressions';
import type { Fix, RelatedLocation, RuleMeta, Severity } from './types';

export type PlistRole = 'info' | 'entitlements' | 'other';

/** A parsed file of any language. */
export type Unit =
  | { readonly kind: 'program'; readonly uri: string; readonly text: string; readonly program: ProgramFile }
  | {
      readonly kind: 'plist';
      readonly uri: string;
      readonly text: string;
      readonly role: PlistRole;
      readonly document: PlistDocument;
    }
  | {
      readonly kind: 'pbxproj';
      readonly uri: string;
      readonly text: string;
      readonly document: OpenStepDocument;
    };

export type ProgramUnit = Extract<Unit, { kind: 'program' }>;
export type PlistUnit = Extract<Unit, { kind: 'plist' }>;
export type ProjectUnit = Extract<Unit, { kind: 'pbxproj' }>;

/** A finding as a rule states it; the engine adds the rule's id and the severity's default. */
export interface FindingDraft {
  readonly entry?: string;
  /** Only where it differs from the metadata. */
  readonly severity?: Severity;
  readonly uri: string;
  readonly range: TextRange;
  readonly message: string;
  readonly related?: readonly RelatedLocation[];
  readonly fixes?: readonly Fix[];
}

export type Report = (draft: FindingDraft) => void;

/** A file and the targets that own it; rules that only need the file ignore the rest. */
export interface UnitContext<U extends Unit = Unit> {
  readonly unit: U;
  /** Targets the file belongs to (a plist: targets that use it). Empty when unknown. */
  readonly targets: readonly Target[];
  /** A property list of these targets, when it can be read. The unit is looked at again when one of them changes. */
  readonly plist?: (uri: string) => PlistFile | undefined;
  readonly report: Report;
}

/** A source file together with what the rest of its targets declares. */
export interface CodeContext extends UnitContext<ProgramUnit> {
  readonly index: CodeIndex;
  /** Of the text; the engine adds it. */
  readonly names?: TextNames | undefined;
  /** Where nothing was found in the last version; open documents only. */
  readonly quiet?: QuietMembers | undefined;
}

/** One target: its plists and the API uses of all its sources. */
export interface TargetContext {
  readonly target: Target;
  /** The project file that defines it. */
  readonly project?: ProjectUnit;
  /** Whether a file or folder is there, as far as that is known; upper and lower case are the same. */
  readonly exists?: (uri: string) => boolean | undefined;
  /** A property list that the target uses, also one that a tool writes, when it can be read. */
  readonly plist?: (uri: string) => PlistFile | undefined;
  readonly infoPlist: EffectiveInfoPlist;
  readonly entitlements: readonly PlistFile[];
  /** In the order of `target.sources`; files without uses are left out. */
  readonly uses: readonly { readonly uri: string; readonly use: ApiUse }[];
  /** Named constants of its sources, and what they hand to the SDK. */
  readonly constants: ConstantIndex;
  /** Whether a source holds a word of the trace table, or has not been read, so that it may. Missing: not known. */
  readonly mentions?: (word: string) => boolean;
  /** The other targets of the same project, for "declared in another target". */
  readonly siblings: readonly {
    readonly target: Target;
    readonly infoPlist: EffectiveInfoPlist;
    readonly mentions?: TargetContext['mentions'];
  }[];
  /** Targets of the workspace that link the code of a source, in whatever project they are. Missing: not known. */
  readonly linkersOf?: (uri: string) => readonly Target[];
  readonly report: Report;
}

/** A target without its code. */
export type ProjectContext = Omit<TargetContext, 'uses' | 'constants' | 'mentions' | 'siblings'> & {
  readonly siblings: readonly Pick<TargetContext, 'target' | 'infoPlist'>[];
};

/** The comments of one file that silence rules, and what they did. */
export interface SuppressionContext {
  readonly unit: Unit;
  readonly suppressions: readonly Suppression[];
  /** Codes that silenced a finding. */
  readonly used: ReadonlySet<SuppressedCode>;
  /** Whether the code is that of a rule or one of its cases, and whether that may say something about this file. */
  status(code: string): 'unknown' | 'off' | 'on';
  readonly report: Report;
}

interface RuleBase {
  readonly meta: RuleMeta;
}

/**
 * - `unit`: one file alone. Runs on the keystroke.
 * - `code`: a source file, with function summaries of its targets. Runs again when those change.
 * - `suppressions`: the comments that silence the other rules. Runs when the findings of its file are complete.
 * - `target`: capabilities against code. Runs when a plist, the project or a file's uses change. What single files tell
 *   by themselves, `checkFile` looks for as a `code` rule does.
 * - `project`: capabilities alone. Runs when a plist or the project changes.
 */
export type Rule =
  | (RuleBase & { readonly run: 'unit'; check(context: UnitContext): void })
  | (RuleBase & { readonly run: 'code'; check(context: CodeContext): void })
  | (RuleBase & {
      readonly run: 'target';
      check(context: TargetContext): void;
      checkFile?(context: CodeContext): void;
    })
  | (RuleBase & { readonly run: 'project'; check(context: ProjectContext): void })
  | (RuleBase & { readonly run: 'suppressions'; check(context: SuppressionContext): void });
