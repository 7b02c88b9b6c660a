/** From what the rules found to what people see: their comments and settings have the last word. */
import { runSuppressionRules, sortFindings } from '../rules/engine';
import { applySuppressions, suppressionsOf, withoutSuppressed } from '../rules/suppressions';
import type { Finding } from '../rules/types';
import type { State } from './state';
import { shownUnit } from './units';

/** `isLoaded`: the workspace has been read, so that a comment without effect may be called so. */
export function shownFindings(state: State, uri: string, isLoaded: boolean): readonly Finding[] {
  const { configuration } = state;
  const found = state.findings.of(uri);
  const all = state.commentedFiles.has(uri) ? afterComments(state, uri, found, isLoaded) : found;
  return all.flatMap((finding) => configuration.shown(finding) ?? []);
}

/** What the rules about targets say of one of them. */
export function shownTargetFindings(state: State, id: string): readonly Finding[] {
  const found = [...state.findings.by(`project ${id}`), ...state.findings.by(`target ${id}`)];
  const files = [...new Set(found.map(({ uri }) => uri))];
  return files.flatMap((uri) => {
    const own = found.filter((finding) => finding.uri === uri);
    const unit = state.commentedFiles.has(uri) ? shownUnit(state, uri) : undefined;
    const visible = unit === undefined ? own : withoutSuppressed(own, unit);
    return visible.flatMap((finding) => state.configuration.shown(finding) ?? []);
  });
}

function afterComments(
  state: State,
  uri: string,
  found: readonly Finding[],
  isLoaded: boolean,
): readonly Finding[] {
  const unit = shownUnit(state, uri);
  if (unit === undefined) return found;
  const suppressions = suppressionsOf(unit);
  const { visible, used } = applySuppressions(found, unit.text, suppressions);
  if (!isLoaded || !isComplete(state, uri)) return visible;
  const status = (code: string) => state.configuration.status(code, uri);
  const context = { unit, suppressions, used, status };
  const about = runSuppressionRules(state.rules, context, state.host.logger);
  return sortFindings([...visible, ...applySuppressions(about, unit.text, suppressions).visible]);
}

/** Whether every rule has looked at the file since it changed. */
function isComplete({ pending }: State, uri: string): boolean {
  const others = [pending.sources, pending.documents, pending.units, pending.projects, pending.targets];
  return !pending.code.has(uri) && others.every((set) => set.size === 0);
}
