/** Fixes of combinations: the element goes, or what it needs comes. */
import { longFormCategory, modeCategories } from '../../../catalog/audio-compatibility';
import { type AudioCategory, audioMode } from '../../../catalog/audio-session';
import type { Expr } from '../../../program/ir';
import type { TextEdit } from '../../../text';
import type { Fix } from '../../types';
import type { SessionCall } from '../session-calls';
import { addOption, mentionIn, removeArgument, removeOption, replaceConstant } from '../written';
import { type Combination, type Problem, problemsOf } from './judge';

/** Where a problem lies. */
export interface ProblemPlace {
  readonly problem: Problem;
  readonly combination: Combination;
  readonly session: SessionCall;
  /** Where the element is written. */
  readonly mention: Expr;
  readonly uri: string;
}

/** None where no edit is certain to be right. */
export function fixesFor(place: ProblemPlace): readonly Fix[] {
  const { problem, session } = place;
  if (problem.lacking !== undefined)
    return fix(place, `Add '${problem.lacking}'`, [
      addOption(session.call, session.options, problem.lacking),
    ]);
  switch (problem.element) {
    case 'category':
      return replaceCategory(place, longFormCategory);
    case 'mode':
      return modeFixes(place);
    case 'option':
      return optionFixes(place);
  }
}

function modeFixes(place: ProblemPlace): readonly Fix[] {
  const { problem, mention } = place;
  if (problem.entry === 'game-chat-mode')
    return fix(place, "Use 'voiceChat' instead", [replaceConstant(mention, 'mode', 'voiceChat')], false);
  const mode = audioMode(problem.name);
  const [needed, ...others] = mode === undefined ? [] : modeCategories[mode];
  return needed === undefined || others.length > 0 ? [] : replaceCategory(place, needed);
}

function optionFixes(place: ProblemPlace): readonly Fix[] {
  const { problem, combination, session, mention } = place;
  const { options, call } = session;
  if (options === undefined) return [];
  if (problem.entry === 'long-form-policy')
    return fix(place, 'Remove the options', [removeArgument(call, options)]);
  const removal = removeOption(call, options, mention);
  switch (problem.entry) {
    case 'duck':
      return replaceCategory(place, 'ambient');
    case 'mix':
      // Which of the two was meant nobody can tell.
      if (combination.category === 'record') return [];
      return combination.category === 'soloAmbient'
        ? replaceCategory(place, 'ambient', [removal])
        : fix(place, `Remove '${problem.name}'`, [removal]);
    default:
      return fix(place, `Remove '${problem.name}'`, [removal]);
  }
}

/** Offered when nothing else is wrong then. */
function replaceCategory(
  place: ProblemPlace,
  category: AudioCategory,
  others: readonly (TextEdit | undefined)[] = [],
): readonly Fix[] {
  const { combination, session, problem } = place;
  const written = session.subject && mentionIn(session.subject.value, 'category', combination.category ?? '');
  const options = combination.options && {
    ...combination.options,
    names: combination.options.names.filter((name) => others.length === 0 || name !== problem.name),
  };
  if (written === undefined || problemsOf({ ...combination, category, options }).length > 0) return [];
  const title = `Use '${category}' instead of '${combination.category ?? ''}'`;
  return fix(place, title, [replaceConstant(written, 'category', category), ...others], false);
}

function fix(
  { uri }: ProblemPlace,
  title: string,
  edits: readonly (TextEdit | undefined)[],
  isPreferred = true,
): readonly Fix[] {
  const known = edits.filter((edit) => edit !== undefined);
  return known.length < edits.length ? [] : [{ title, files: [{ uri, edits: known }], isPreferred }];
}
