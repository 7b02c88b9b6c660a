/** Rows of the mechanism chooser, as plain data. */
import type { MechanismGoal, MechanismOffer, MechanismSnippet, Mechanisms } from '../protocol';
import type { Words } from '../words';

export interface GoalItem {
  readonly label: string;
  readonly description: string;
  readonly detail: string;
  readonly goal: MechanismGoal;
}

/** Groups with their goals, in order. What cannot be had is marked. */
export function goalGroups(
  goals: readonly MechanismGoal[],
  l10n: Words,
): readonly { name: string; items: readonly GoalItem[] }[] {
  const names = [...new Set(goals.map(({ group }) => group))];
  return names.map((name) => ({
    name,
    items: goals.filter(({ group }) => group === name).map((goal) => goalItem(goal, l10n)),
  }));
}

function goalItem(goal: MechanismGoal, l10n: Words): GoalItem {
  return {
    label: goal.title,
    description: goal.isImpossible ? l10n.t('you cannot, but…') : '',
    detail: goal.words.join(' · '),
    goal,
  };
}

export interface MechanismItem {
  readonly label: string;
  readonly description: string;
  readonly detail: string;
  /** Missing: the explanation of the goal itself. */
  readonly offer?: MechanismOffer;
}

/** What there is to know of the goal, then its mechanisms with what they cost. */
export function mechanismItems(
  goal: MechanismGoal,
  { mechanisms }: Mechanisms,
  l10n: Words,
): readonly MechanismItem[] {
  const about: MechanismItem = {
    label: goal.isImpossible
      ? `$(circle-slash) ${l10n.t('Why you cannot')}`
      : `$(info) ${l10n.t('About this goal')}`,
    description: '',
    detail: goal.summary,
  };
  const offers = goal.mechanisms.flatMap((id) => mechanisms.filter((each) => each.id === id));
  return [...(goal.summary === '' ? [] : [about]), ...offers.map((offer) => mechanismItem(offer, l10n))];
}

function mechanismItem(offer: MechanismOffer, l10n: Words): MechanismItem {
  const { title, api, since, needs, cost, limit } = offer;
  const parts = [
    l10n.t('Battery: {0}', cost.battery),
    l10n.t('Permission: {0}', cost.permission),
    l10n.t('Limit: {0}', limit),
    l10n.t('Needs: {0}', needs === '' ? l10n.t('nothing') : needs),
  ];
  return { label: title, description: `${api} (${since})`, detail: parts.join(' · '), offer };
}

export type MechanismAction = 'set-up' | 'code' | 'capability' | 'both' | 'explain' | 'apple' | 'rules';

export interface ActionItem {
  readonly label: string;
  readonly description: string;
  readonly action: MechanismAction;
  readonly isDisabled: boolean;
}

export type CodeLanguage = 'swift' | 'objc';

/** `language`: of the active editor, if it holds code. */
export function actionItems(
  offer: MechanismOffer,
  language: CodeLanguage | undefined,
  l10n: Words,
): readonly ActionItem[] {
  const needsCapability = hasCapability(offer);
  const reason = codeReason(offer, language, l10n);
  const item = (
    action: MechanismAction,
    icon: string,
    label: string,
    description = '',
    isDisabled = false,
  ) => ({
    label: `$(${icon}) ${label}`,
    description,
    action,
    isDisabled,
  });
  const code = item('code', 'code', l10n.t('Insert Code at the Cursor'), reason, reason !== '');
  const capability = item('capability', 'add', l10n.t('Add the Capability to a Target'), offer.needs);
  const both = item('both', 'check-all', l10n.t('Do Both'), reason, reason !== '');
  return [
    ...(offer.task === undefined
      ? []
      : [
          item(
            'set-up',
            'wand',
            l10n.t('Set Up a New Task'),
            l10n.t('identifier, mode, registration, handler and request'),
          ),
        ]),
    ...(offer.code.length === 0 ? [] : [code]),
    ...(needsCapability ? [capability] : []),
    ...(needsCapability && offer.code.length > 0 && offer.task === undefined ? [both] : []),
    item('explain', 'book', l10n.t('Explain')),
    ...(offer.links.length === 0 ? [] : [item('apple', 'link-external', l10n.t("Open Apple's Page"))]),
    ...(offer.rules.length === 0 ? [] : [item('rules', 'law', l10n.t('Read the Rules'))]),
  ];
}

export function hasCapability({ capability }: MechanismOffer): boolean {
  const { modes, oneOfModes, keys, identifiers } = capability;
  return modes.length + oneOfModes.length + keys.length + identifiers.length > 0;
}

/** Why code cannot be inserted; empty when it can. */
function codeReason({ code }: MechanismOffer, language: CodeLanguage | undefined, l10n: Words): string {
  if (language === undefined) return l10n.t('open a Swift or Objective-C file first');
  return codeFor(code, language).length > 0 ? '' : l10n.t('there is none in Objective-C');
}

export function codeFor(
  code: readonly MechanismSnippet[],
  language: CodeLanguage,
): readonly { readonly label: string; readonly detail: string; readonly body: string }[] {
  return code.flatMap(({ title, description, [language]: body }) =>
    body === undefined ? [] : [{ label: title, detail: description, body }],
  );
}

export function codeLanguage(languageId: string | undefined): CodeLanguage | undefined {
  if (languageId === 'swift') return 'swift';
  return languageId === 'objective-c' || languageId === 'objective-cpp' ? 'objc' : undefined;
}
