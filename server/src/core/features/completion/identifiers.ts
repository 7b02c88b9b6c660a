/** Identifiers of tasks and sessions for strings in code: what the property lists and the rest of the code know. */
import type { ConstantUseRow } from '../../catalog/constant-uses';
import { evaluate } from '../../program/constants/evaluate';
import { plainText, possibleValues } from '../../program/constants/values';
import type { TargetModel } from '../../workspace-types';
import { identifierUses, inCode, isWildcard, permittedEntries } from '../task-identifiers';
import type { StringPlace } from './code-place';
import type { CompletionOffer } from './types';

/** Needs no escapes in any string. */
const safe = /^[^"\\\p{C}]+$/u;

interface Known {
  isPermitted: boolean;
  isRegistered: boolean;
  isRequested: boolean;
}

export function identifierOffers(
  { role, task }: ConstantUseRow,
  { range, closing }: StringPlace,
  uri: string,
  targets: readonly TargetModel[],
): readonly CompletionOffer[] {
  const isAtCursor = (at: { readonly uri: string; readonly start: number }) =>
    at.uri === uri && range.start - 2 <= at.start && at.start <= range.end;
  const known = role === 'session-identifier' ? sessions(targets, isAtCursor) : tasks(targets, isAtCursor);
  return [...known]
    .filter(([identifier]) => safe.test(identifier))
    .sort(([, a], [, b]) => rank(a, task) - rank(b, task))
    .map(([identifier, state]) => ({
      label: identifier,
      kind: 'identifier',
      detail: role === 'session-identifier' ? 'identifier of a session' : stateText(state),
      range,
      newText: identifier + closing,
    }));
}

type IsAtCursor = (at: { readonly uri: string; readonly start: number }) => boolean;

function tasks(targets: readonly TargetModel[], isAtCursor: IsAtCursor): ReadonlyMap<string, Known> {
  const found = new Map<string, Known>();
  const entry = (identifier: string): Known => {
    const state = found.get(identifier) ?? { isPermitted: false, isRegistered: false, isRequested: false };
    found.set(identifier, state);
    return state;
  };
  for (const model of targets) {
    for (const { written } of permittedEntries(model)) {
      const identifier = isWildcard(written) ? undefined : inCode(written, model.target);
      if (identifier !== undefined) entry(identifier).isPermitted = true;
    }
    for (const { identifier: written, use } of identifierUses(model)) {
      if (isAtCursor({ uri: use.uri, start: use.range.start })) continue;
      const identifier = inCode(written, model.target);
      if (identifier === undefined) continue;
      const state = entry(identifier);
      if (use.call.api === 'register' || use.call.api === 'modifier') state.isRegistered = true;
      else if (use.call.api === 'request') state.isRequested = true;
    }
  }
  return found;
}

/** What is left to do comes first. */
function rank(state: Known, task: ConstantUseRow['task']): number {
  if (task === 'register' || task === 'modifier')
    return Number(state.isRegistered) * 2 + Number(!state.isPermitted);
  return Number(!state.isRegistered) * 2 + Number(!state.isPermitted);
}

function stateText({ isPermitted, isRegistered, isRequested }: Known): string {
  const said = [
    isPermitted ? 'permitted' : 'not permitted',
    ...(isRegistered ? ['registered'] : []),
    ...(isRequested ? ['requested'] : []),
  ];
  return said.join(', ');
}

function sessions(targets: readonly TargetModel[], isAtCursor: IsAtCursor): ReadonlyMap<string, Known> {
  const found = new Map<string, Known>();
  for (const { target, constants } of targets) {
    const bundle = target.configurations[0]?.bundleIdentifier;
    for (const [uri, { uses }] of constants.files) {
      for (const { role, range, owner, value } of uses) {
        if (role !== 'session-identifier' || isAtCursor({ uri, start: range.start })) continue;
        for (const each of possibleValues(evaluate(value, { uri, owner }, constants))) {
          const text = plainText(each, bundle);
          if (text) found.set(text, { isPermitted: true, isRegistered: true, isRequested: true });
        }
      }
    }
  }
  return found;
}
