/** Runs the three kinds of rules and keeps what they find. */
import type { Target } from '../project/types';
import type { Rule, TargetContext, Unit } from '../rules/context';
import { runCodeRules, runProjectRules, runTargetRules, runUnitRules } from '../rules/engine';
import type { Need } from '../rules/types';
import { documentKind } from './file-kinds';
import type { State } from './state';
import { partUnits, programUnit, unitOf } from './units';

/** Rules that look at one file. A file that is not known, or names no known API, has no findings. */
export function runUnit(state: State, uri: string): void {
  const isGenerated = state.structure.generatedPlists.has(uri);
  const unit = isSilent(state, uri) && !isGenerated ? undefined : unitOf(state, uri);
  const own = unit === undefined || isGenerated ? [] : [{ unit, targets: targetsOf(state, unit) }];
  const plist = (other: string) => state.plists.get(other);
  const units = [...own, ...partUnits(state.structure, uri)];
  // What targets say of a generated file can be silenced in it.
  const commented = unit !== undefined && isGenerated ? [unit] : [];
  state.noteComments(uri, [...commented, ...units.map((context) => context.unit)]);
  const found = units.flatMap((context) =>
    runUnitRules(state.rules, { ...context, plist }, state.host.logger),
  );
  state.findings.set(`unit ${uri}`, found);
}

/** Rules that look at a source and the code around it. */
export function runCode(state: State, uri: string, rules: readonly Rule[] = state.rules): void {
  const unit = isSilent(state, uri) ? undefined : programUnit(state, uri);
  const found =
    unit &&
    runCodeRules(
      rules,
      {
        unit,
        targets: targetsOf(state, unit),
        index: state.indexes.of(uri),
        quiet: state.quietOf(uri),
      },
      state.host.logger,
    );
  state.findings.set(`code ${uri}`, found ?? []);
}

/** What one file alone cannot answer. */
const needsOtherFiles: ReadonlySet<Need> = new Set([
  'type-members',
  'call-graph',
  'constants',
  'dependencies',
  'sources-complete',
]);

/** As `runCode`, while other files are not known yet: what they could disprove is not said before they have been read. */
export function runCodeAlone(state: State, uri: string): void {
  const isSure = ({ meta }: Rule) =>
    meta.scope === 'file' && !meta.needs.some((need) => needsOtherFiles.has(need));
  runCode(state, uri, state.rules.filter(isSure));
}

function isSilent(state: State, uri: string): boolean {
  if (state.structure.generatedPlists.has(uri)) return true;
  return documentKind(uri) === 'source' && state.sources.text(uri) === undefined;
}

/** Rules that look at a target and its code; one that is gone has no findings. */
export function runTarget(state: State, id: string): void {
  const context = contextOf(state, id);
  const found = context && runTargetRules(state.rules, context, state.host.logger);
  state.findings.set(`target ${id}`, found ?? []);
}

/** Rules that look at a target whatever its code is; one that is gone has no findings. */
export function runProject(state: State, id: string): void {
  const context = contextOf(state, id);
  const found = context && runProjectRules(state.rules, context, state.host.logger);
  state.findings.set(`project ${id}`, found ?? []);
}

function contextOf(state: State, id: string): Omit<TargetContext, 'report'> | undefined {
  const target = state.structure.targets.find((other) => other.id === id);
  return target && targetContext(state, target);
}

/** What rules and edits may know of a target. */
export function targetContext(state: State, target: Target): Omit<TargetContext, 'report'> {
  const siblings = state.structure.targets
    .filter((other) => other !== target && other.projectUri === target.projectUri)
    .map((other) => state.models.of(other));
  const file = target.projectUri === undefined ? undefined : state.projects.get(target.projectUri);
  const project = file && ({ kind: 'pbxproj', ...file } as const);
  const exists = (uri: string) => state.files.exists(uri);
  const plist = (uri: string) => state.plists.get(uri);
  const linkersOf = (uri: string) => state.structure.linkingTargets(uri);
  return { ...state.models.of(target), siblings, exists, plist, linkersOf, ...(project && { project }) };
}

/** Targets that compile or use a file. */
export function targetsOf(state: State, { kind, uri }: Pick<Unit, 'kind' | 'uri'>): readonly Target[] {
  const { structure } = state;
  if (kind === 'program') return structure.sourceTargets(uri);
  return kind === 'plist' ? structure.plistTargets(uri) : structure.projectTargets(uri);
}
