/** "What do I need?": from a goal to what iOS offers, and then to code and capability. */
import { commands, Disposable, l10n, ThemeIcon, window } from 'vscode';
import type { Feature } from '../feature';
import {
  type MechanismGoal,
  type MechanismOffer,
  type Mechanisms,
  mechanismsMethod,
  searchGoalsMethod,
} from '../protocol';
import type { Server } from '../server';
import { pickOne, type StepAnswer, type StepItem, separator } from '../steps';
import { type ActionContext, perform } from './actions';
import {
  actionItems,
  codeLanguage,
  type GoalItem,
  goalGroups,
  type MechanismAction,
  type MechanismItem,
  mechanismItems,
} from './items';
import { MechanismPages } from './pages';

/** What other commands hand over: with a mechanism and an action nothing is asked. */
export interface ChooserArguments {
  readonly mechanism?: string;
  readonly action?: MechanismAction;
  readonly targetId?: string;
}

export const mechanismChooser: Feature = ({ server, model }) => {
  const pages = new MechanismPages(server);
  const choose = async ({ mechanism, action, targetId }: ChooserArguments = {}) => {
    const tables = await server.request<Mechanisms>(mechanismsMethod, {});
    const given = tables.mechanisms.find(({ id }) => id === mechanism);
    const context = { server, model, pages, targetId, isQuiet: action !== undefined };
    if (given === undefined) await fromGoals(tables, context);
    else if (action === undefined) await chooseAction(given, context, false);
    else await perform(action, given, context);
  };
  return Disposable.from(
    pages,
    commands.registerCommand('backgroundModes.chooseMechanism', (given?: ChooserArguments) => choose(given)),
  );
};

const totalSteps = 3;

/** What a step left open: the steps before it are asked again. */
type Outcome = 'done' | 'back';

async function fromGoals(tables: Mechanisms, context: ActionContext): Promise<void> {
  let last: MechanismGoal | undefined;
  for (;;) {
    const answer = await pickGoal(tables, last, context.server);
    if (answer.kind !== 'answered') return;
    last = answer.value;
    if ((await chooseMechanism(last, tables, context)) === 'done') return;
  }
}

type Row<T> = T | ReturnType<typeof separator>;

async function pickGoal(
  { goals }: Mechanisms,
  last: MechanismGoal | undefined,
  server: Server,
): Promise<StepAnswer<MechanismGoal>> {
  const groups = goalGroups(goals, l10n);
  const items = groups.flatMap(({ name, items }): Row<GoalItem>[] => [separator(name), ...items]);
  const rows = groups.flatMap((group) => group.items.map((item) => ({ ...item, alwaysShow: true })));
  const answer = await pickOne<Row<GoalItem>>({
    title: l10n.t('What Do I Need?'),
    step: 1,
    totalSteps,
    hasBack: false,
    placeholder: l10n.t(
      'What should the app do in the background? Type words such as "every 15 minutes" or "download"',
    ),
    items,
    active: items.find((item) => 'goal' in item && item.goal === last),
    // The server knows words in any order, and what somebody means by them.
    search: async (query) => {
      const found = await searched(server, query);
      return found.flatMap((id) => rows.filter(({ goal }) => goal.id === id));
    },
  });
  if (answer.kind !== 'answered') return answer;
  return 'goal' in answer.value ? { kind: 'answered', value: answer.value.goal } : { kind: 'cancelled' };
}

/** None while the server does not answer: the editor's own filter is left. */
async function searched(server: Server, query: string): Promise<readonly string[]> {
  try {
    return await server.request<readonly string[]>(searchGoalsMethod, { query });
  } catch {
    return [];
  }
}

async function chooseMechanism(
  goal: MechanismGoal,
  tables: Mechanisms,
  context: ActionContext,
): Promise<Outcome> {
  const rows = mechanismItems(goal, tables, l10n);
  const button = { iconPath: new ThemeIcon('book'), tooltip: l10n.t('Explain') };
  const items: (MechanismItem & StepItem)[] = rows.map((row) => ({ ...row, buttons: [button] }));
  const show = ({ offer }: MechanismItem) => context.pages.show(offer ?? goal);
  for (;;) {
    const answer = await pickOne({
      title: goal.title,
      step: 2,
      totalSteps,
      hasBack: true,
      placeholder: goal.isImpossible
        ? l10n.t('iOS does not allow this: what comes nearest?')
        : l10n.t('What iOS offers'),
      items,
      // What can be done comes first to mind; the explanation is one key away.
      active: items.find(({ offer }) => offer !== undefined && !goal.isImpossible),
      onButton: (item) => void show(item),
    });
    if (answer.kind !== 'answered') return answer.kind === 'back' ? 'back' : 'done';
    const { offer } = answer.value;
    if (offer === undefined) {
      await show(answer.value);
      return 'done';
    }
    if ((await chooseAction(offer, context, true)) === 'done') return 'done';
  }
}

async function chooseAction(
  offer: MechanismOffer,
  context: ActionContext,
  hasBack: boolean,
): Promise<Outcome> {
  const language = codeLanguage(window.activeTextEditor?.document.languageId);
  const answer = await pickOne({
    title: offer.title,
    step: totalSteps,
    totalSteps,
    hasBack,
    placeholder: l10n.t('What next?'),
    items: actionItems(offer, language, l10n),
  });
  if (answer.kind !== 'answered') return answer.kind === 'back' ? 'back' : 'done';
  await perform(answer.value.action, offer, context);
  return 'done';
}
