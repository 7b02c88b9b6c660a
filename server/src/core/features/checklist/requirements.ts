/** How a target stands to what a mode asks for beside its value. */
import { asksOf, type ModeAsk } from '../../catalog/mode-asks';
import type { Finding } from '../../rules/types';
import type { TargetModel } from '../../workspace-types';
import { keyState } from '../key-state';
import { placeText } from '../places';
import { type ItemFindings, isJudged } from './findings';
import type { CapabilityState, CheckStatus, RequirementItem } from './types';

type Answer = Pick<RequirementItem, 'state' | 'detail' | 'place'>;

/** `state`: of the mode. Nothing is asked for a mode that is not needed. */
export function requirementItems(
  mode: string,
  state: CapabilityState,
  model: TargetModel,
  findings: ItemFindings,
  folders: readonly string[],
): readonly RequirementItem[] {
  if (state === 'not-needed') return [];
  return asksOf(mode).map((ask) => {
    const answer = answerOf(ask, model, folders);
    const found = findings.ofAsk(ask, answer.place);
    return {
      kind: ask.kind,
      name: ask.anyOf[0],
      when: ask.when ?? '',
      ...answer,
      status: requirementStatus(ask, answer, found, state, model),
      findings: found,
    };
  });
}

function requirementStatus(
  { code, when }: ModeAsk,
  { state }: Answer,
  found: readonly Finding[],
  mode: CapabilityState,
  { target }: TargetModel,
): CheckStatus {
  const isWrong = found.some(isJudged);
  if (state === 'met') return isWrong ? 'wrong' : 'done';
  if (isWrong) return 'missing';
  if (code === undefined) {
    const isNeeded = mode === 'declared' || mode === 'missing';
    return state === 'unmet' && isNeeded ? 'missing' : 'by-hand';
  }
  // A rule looks after it, and has seen all of the code without a reason to ask for it.
  const isSilent = found.length === 0 && when !== undefined && target.isComplete;
  return isSilent ? 'not-needed' : 'by-hand';
}

function answerOf(ask: ModeAsk, model: TargetModel, folders: readonly string[]): Answer {
  const found = keyState(model, ask.kind === 'plist-key' ? 'info' : 'entitlements', ask.anyOf);
  switch (found.kind) {
    case 'present': {
      const { file, range } = found;
      const detail = `present in ${placeText(file.uri, file.text, range, folders)}`;
      return { state: 'met', detail, place: { uri: file.uri, range } };
    }
    case 'generated':
      return { state: 'met', detail: 'generated from the build settings', place: undefined };
    case 'unknown': {
      const detail = `not known: the ${fileName(ask)} could not be resolved completely`;
      return { state: 'unknown', detail, place: undefined };
    }
    case 'absent': {
      const state = ask.when === undefined ? 'unmet' : 'unknown';
      return { state, detail: `not in the ${fileName(ask)}`, place: undefined };
    }
  }
}

function fileName({ kind }: ModeAsk): string {
  return kind === 'plist-key' ? 'Info.plist' : 'entitlements';
}
