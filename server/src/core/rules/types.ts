/** What a rule is, and what it says. */
import type { TextEdit, TextRange } from '../text';

export type Severity = 'error' | 'warning' | 'information' | 'hint';
export type Consequence = 'crash' | 'rejection' | 'silent-failure' | 'battery' | 'misconception';
export type Confidence = 'high' | 'medium' | 'low';
export type RuleLanguage = 'swift' | 'objc' | 'plist' | 'entitlements' | 'pbxproj';

/** Facts that must be resolved before a rule may run; an unresolved need means no finding. */
export type Need =
  | 'info-plist'
  | 'entitlements'
  | 'pbxproj'
  | 'platform'
  | 'sources-complete'
  | 'dependencies'
  | 'constants'
  | 'type-members'
  | 'deployment-target'
  | 'target-membership'
  | 'call-graph'
  | 'bundle-identifier';

/** Texts and defaults of a rule; an entry overrides what it names. Own words; facts carry sources. */
export interface EntryMeta {
  readonly key: string;
  readonly title: string;
  readonly why?: string;
  readonly severity?: Severity;
  readonly confidence?: Confidence;
  readonly consequence?: Consequence;
  readonly minOS?: string;
}

export interface RuleMeta {
  /** Kebab-case, named after the mistake; never renamed. */
  readonly id: string;
  readonly family: string;
  readonly title: string;
  readonly why: string;
  readonly consequence: Consequence;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly tier: 1 | 2 | 3;
  readonly languages: readonly RuleLanguage[];
  readonly scope: 'file' | 'target' | 'workspace';
  readonly needs: readonly Need[];
  readonly minOS?: string;
  /** How editors show the text of a finding: faded, because it does nothing, or struck out. */
  readonly tag?: 'unnecessary' | 'deprecated';
  /** Good advice rather than a mistake: silent unless somebody asks for it. */
  readonly isOptIn?: true;
  /** What to do about it, for the rule's page and hover. */
  readonly fix?: string;
  readonly sources: readonly string[];
  readonly entries: readonly EntryMeta[];
  readonly examples: readonly RuleExample[];
}

/** A small workspace of one or more files; every `bad` names what must be found, the others must stay silent. */
export interface RuleExample {
  readonly kind: 'bad' | 'good' | 'near-miss';
  readonly entry?: string;
  /** Path → content. `⟦` and `⟧` in a `bad` example enclose where each finding starts (the text between is its first token). */
  readonly files: Readonly<Record<string, string>>;
  readonly note?: string;
}

export interface RelatedLocation {
  readonly uri: string;
  readonly range: TextRange;
  readonly message: string;
}

/** Edits to one file. `create` holds the whole text of a file that does not exist yet; `edits` is then empty. */
export interface FileEdit {
  readonly uri: string;
  readonly edits: readonly TextEdit[];
  readonly create?: string;
}

export interface Fix {
  readonly title: string;
  readonly files: readonly FileEdit[];
  /** The one that "auto fix" should take; at most one a finding. */
  readonly isPreferred: boolean;
}

export interface Finding {
  readonly rule: string;
  readonly entry: string | undefined;
  readonly severity: Severity;
  readonly uri: string;
  readonly range: TextRange;
  /** What is wrong, then what happens because of it; no final full stop. */
  readonly message: string;
  readonly related: readonly RelatedLocation[];
  readonly fixes: readonly Fix[];
  /** Name of the target for target findings. */
  readonly target: string | undefined;
}

/** `rule` or `rule/entry`: the code of a diagnostic and SARIF's hierarchical rule id. */
export function findingCode(finding: Pick<Finding, 'rule' | 'entry'>): string {
  return finding.entry === undefined ? finding.rule : `${finding.rule}/${finding.entry}`;
}

/** All codes that name the rule or one of its cases. */
export function codesOf(meta: Pick<RuleMeta, 'id' | 'entries'>): readonly string[] {
  return [meta.id, ...meta.entries.map(({ key }) => `${meta.id}/${key}`)];
}
