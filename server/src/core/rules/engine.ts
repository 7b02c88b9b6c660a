/** Runs rules over contexts and turns what they report into findings. */
import type { Logger } from '../ports';
import { namesIn } from '../program/text-names';
import type { Target } from '../project/types';
import type {
  CodeContext,
  FindingDraft,
  ProjectContext,
  Rule,
  SuppressionContext,
  TargetContext,
  UnitContext,
} from './context';
import { type Finding, findingCode, type RuleMeta } from './types';

type WithoutReport<Context> = Omit<Context, 'report'>;

/** Findings of the rules that look at one file alone. Sorted; suppression comments are not applied. */
export function runUnitRules(
  rules: readonly Rule[],
  context: WithoutReport<UnitContext>,
  logger: Logger,
): readonly Finding[] {
  if (context.unit.kind === 'program' && isOnlyForMac(context.targets)) return [];
  return collect(rules, context.unit.uri, undefined, logger, (rule, report) => {
    if (rule.run === 'unit') rule.check({ ...context, report });
  });
}

/** Findings of the rules that look at a source file together with its targets' code. Sorted; not suppressed. */
export function runCodeRules(
  rules: readonly Rule[],
  context: WithoutReport<CodeContext>,
  logger: Logger,
): readonly Finding[] {
  const { quiet, unit } = context;
  if (isOnlyForMac(context.targets)) return [];
  const index = quiet?.begin(context) ?? context.index;
  const names = namesIn(unit.program, unit.text);
  let code: CodeContext | undefined;
  return collect(rules, context.unit.uri, undefined, logger, (rule, report) => {
    code ??= { ...context, index, names, report };
    if (rule.run === 'code') rule.check(code);
    else if (rule.run === 'target') rule.checkFile?.(code);
  });
}

/** Apps for macOS run on in the background: what the rules say of code does not concern them. */
function isOnlyForMac(targets: readonly Target[]): boolean {
  return (
    targets.length > 0 &&
    targets.every(({ platforms }) => platforms?.length === 1 && platforms[0] === 'macOS')
  );
}

/** Findings of the rules that look at a target without its code. Sorted; not suppressed. */
export function runProjectRules(
  rules: readonly Rule[],
  context: WithoutReport<ProjectContext>,
  logger: Logger,
): readonly Finding[] {
  return collect(rules, context.target.id, context.target.name, logger, (rule, report) => {
    if (rule.run === 'project') rule.check({ ...context, report });
  });
}

/** Findings of the rules that look at a target and its code; they can lie in any of its files. Sorted; not suppressed. */
export function runTargetRules(
  rules: readonly Rule[],
  context: WithoutReport<TargetContext>,
  logger: Logger,
): readonly Finding[] {
  return collect(rules, context.target.id, context.target.name, logger, (rule, report) => {
    if (rule.run === 'target') rule.check({ ...context, report });
  });
}

/** Findings about the comments of a file that silence the others. */
export function runSuppressionRules(
  rules: readonly Rule[],
  context: WithoutReport<SuppressionContext>,
  logger: Logger,
): readonly Finding[] {
  return collect(rules, context.unit.uri, undefined, logger, (rule, report) => {
    if (rule.run === 'suppressions') rule.check({ ...context, report });
  });
}

/** By file, place, rule and message; equal findings (of targets that share a file) are kept once. */
export function sortFindings(findings: readonly Finding[]): readonly Finding[] {
  const sorted = [...findings].sort(compareFindings);
  return sorted.filter((finding, index) => {
    const previous = sorted[index - 1];
    return previous === undefined || compareFindings(previous, finding) !== 0;
  });
}

function compareFindings(a: Finding, b: Finding): number {
  return (
    compareText(a.uri, b.uri) ||
    a.range.start - b.range.start ||
    a.range.end - b.range.end ||
    compareText(findingCode(a), findingCode(b)) ||
    compareText(a.message, b.message)
  );
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function collect(
  rules: readonly Rule[],
  subject: string,
  target: string | undefined,
  logger: Logger,
  // The same `report` for all rules.
  run: (rule: Rule, report: (draft: FindingDraft) => void) => void,
): readonly Finding[] {
  const findings: Finding[] = [];
  const drafts: FindingDraft[] = [];
  const report = (draft: FindingDraft): void => void drafts.push(draft);
  for (const rule of rules) {
    drafts.length = 0;
    try {
      run(rule, report);
    } catch (error) {
      // A rule that fails in the middle has not seen everything: what it said so far is not trusted.
      logger.log('error', `Rule ${rule.meta.id} failed on ${subject}: ${describe(error)}`);
      continue;
    }
    for (const draft of drafts) findings.push(toFinding(rule.meta, draft, target));
  }
  return sortFindings(findings);
}

function toFinding(meta: RuleMeta, draft: FindingDraft, target: string | undefined): Finding {
  const entry = meta.entries.find(({ key }) => key === draft.entry);
  return {
    rule: meta.id,
    entry: draft.entry,
    severity: draft.severity ?? entry?.severity ?? meta.severity,
    uri: draft.uri,
    range: draft.range,
    message: draft.message,
    related: draft.related ?? [],
    fixes: draft.fixes ?? [],
    target,
  };
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
