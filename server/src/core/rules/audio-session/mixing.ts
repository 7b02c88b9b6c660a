/** Whether the sessions that an app sets up let other audio go on. */
import { mixableCategories, mixingOptions, unmixableCategories } from '../../catalog/audio-session';
import type { ConstantIndex } from '../../program/constants/constant-index';
import { evaluate } from '../../program/constants/evaluate';
import type { ConstantUse, ConstantValue } from '../../program/constants/types';

/** A call of setCategory. */
export interface SessionSetup {
  readonly uri: string;
  readonly category: ConstantUse;
  /** Mode, policy and options, as far as they are passed. */
  readonly settings: readonly ConstantUse[];
  /** `undefined`: nobody can tell. */
  readonly isMixing: boolean | undefined;
}

/** Calls of setCategory count on whatever object they are made: wrappers have methods of this name. */
export function sessionSetups(constants: ConstantIndex): readonly SessionSetup[] {
  return [...constants.files].flatMap(([uri, { uses }]) =>
    setupsOf(uses).map(({ category, settings }) => {
      const isMixing = judge(uri, category, settings, constants);
      return { uri, category, settings, isMixing };
    }),
  );
}

interface OpenSetup {
  readonly category: ConstantUse;
  readonly settings: ConstantUse[];
}

/** Settings follow the category of their call. Those of setMode come along, and cannot hold options. */
function setupsOf(uses: readonly ConstantUse[]): readonly OpenSetup[] {
  const setups: OpenSetup[] = [];
  for (const use of uses) {
    if (use.role === 'audio-category') setups.push({ category: use, settings: [] });
    else if (use.role === 'audio-setting') setups.at(-1)?.settings.push(use);
  }
  return setups;
}

function judge(
  uri: string,
  category: ConstantUse,
  settings: readonly ConstantUse[],
  constants: ConstantIndex,
): boolean | undefined {
  const held = ({ value, owner }: ConstantUse) => evaluate(value, { uri, owner }, constants);
  const byCategory = allAgree(held(category), categoryMixes);
  if (byCategory !== 'optional') return byCategory;
  const answers = settings.map((setting) => allAgree(held(setting), settingMixes));
  if (answers.includes(true)) return true;
  return answers.includes(undefined) ? undefined : false;
}

/** The answer that holds for all values that it can have. */
function allAgree<Answer>(value: ConstantValue, ask: (each: ConstantValue) => Answer): Answer | undefined {
  if (value.kind !== 'one-of') return ask(value);
  const [first, ...others] = value.values.map(ask);
  return value.isComplete && others.every((other) => other === first) ? first : undefined;
}

function categoryMixes(value: ConstantValue): boolean | 'optional' | undefined {
  if (value.kind !== 'member') return undefined;
  if (mixableCategories.has(value.name)) return true;
  return unmixableCategories.has(value.name) ? false : 'optional';
}

function settingMixes(value: ConstantValue): boolean | undefined {
  switch (value.kind) {
    case 'member':
      return mixingOptions.has(value.name);
    case 'set': {
      if (value.members.some(settingMixes)) return true;
      return value.isComplete && value.members.every(({ kind }) => kind === 'member') ? false : undefined;
    }
    case 'number':
      return Number(value.value) === 0 ? false : undefined;
    case 'nil':
      return false;
    default:
      return undefined;
  }
}
