/** Goes over from one structure to the next: marks what has to be looked at again, and forgets what is gone. */
import { codeOf } from '../project/target-code';
import type { Target } from '../project/types';
import type { State } from './state';
import { emptyStructure, plistsOf, type Structure } from './structure';

export function adoptStructure(state: State, next: Structure): void {
  const before = state.structure;
  state.structure = next;
  if (before.configs.join('\n') !== next.configs.join('\n')) state.pending.isConfigStale = true;
  state.indexes.setStructure(next);
  state.models.invalidate();
  markTargets(state, before, next);
  markSources(state, before, next);
  markDocuments(state, before, next);
  forgetTheRest(state);
}

/** A target that nothing changed for is the same object in both. */
function markTargets(state: State, before: Structure, next: Structure): void {
  const kept = new Set(before.targets.filter((target) => next.targets.includes(target)));
  const changed = [...before.targets, ...next.targets].filter((target) => !kept.has(target));
  for (const target of changed) markTarget(state, target);
}

function markTarget(state: State, target: Target): void {
  const { pending } = state;
  pending.judge(target.id);
  for (const uri of plistsOf(target)) pending.documents.add(uri);
  if (target.projectUri !== undefined) pending.documents.add(target.projectUri);
  for (const uri of codeOf(target)) {
    if (state.sources.summary(uri) !== undefined) pending.units.add(uri);
  }
}

function markSources(state: State, before: Structure, next: Structure): void {
  for (const uri of next.sources) if (!before.sources.has(uri)) state.pending.sources.add(uri);
  markGroups(state, before, next);
  // What was analysed before its targets were known has to be seen with them.
  if (before === emptyStructure) for (const uri of state.sources.uris()) state.pending.units.add(uri);
}

/** Sources that came to a loose group or left it, and those that they are compiled with there. */
function markGroups({ sources, pending }: State, before: Structure, next: Structure): void {
  const changed = new Set<string | undefined>();
  for (const uri of new Set([...before.sources, ...next.sources])) {
    const [old, group] = [before.looseGroup(uri), next.looseGroup(uri)];
    if (old === group) continue;
    changed.add(old).add(group);
    if (sources.summary(uri) !== undefined) pending.units.add(uri);
  }
  changed.delete(undefined);
  if (changed.size === 0) return;
  for (const uri of sources.uris()) if (changed.has(next.looseGroup(uri))) pending.code.add(uri);
}

function markDocuments(state: State, before: Structure, next: Structure): void {
  const known = new Set([...before.plists, ...before.projects]);
  for (const uri of [...next.plists, ...next.projects]) {
    if (!known.has(uri)) state.pending.documents.add(uri);
  }
}

/** Findings and summaries of files and targets that no longer count. */
function forgetTheRest(state: State): void {
  const targets = new Set(state.structure.targets.map((target) => target.id));
  for (const uri of state.sources.uris()) if (!state.analyses(uri)) state.sources.remove(uri);
  for (const producer of state.findings.producers()) {
    const [kind, subject = ''] = producer.split(/ (.*)/s);
    const counts =
      kind === 'target' || kind === 'project'
        ? targets.has(subject)
        : state.analyses(subject) || state.checks(subject);
    if (!counts) state.findings.set(producer, []);
  }
}
