/** Steps of commands that ask several things, one after the other, with a way back. */
import { QuickInputButtons, type QuickPickItem, QuickPickItemKind, window } from 'vscode';

export type StepAnswer<T> =
  | { readonly kind: 'answered'; readonly value: T }
  | { readonly kind: 'back' }
  | { readonly kind: 'cancelled' };

interface Step {
  /** Of the command. */
  readonly title: string;
  /** From 1. */
  readonly step: number;
  readonly totalSteps: number;
  readonly placeholder: string;
  readonly hasBack: boolean;
}

/** A row that cannot be picked says why in its description. */
export interface StepItem extends QuickPickItem {
  readonly isDisabled?: boolean;
}

export interface PickStep<T extends StepItem> extends Step {
  readonly items: readonly T[];
  /** What has the focus at first. */
  readonly active?: T | undefined;
  /** What fits a text better than the editor's own filter can tell; nothing when that is all there is to say. */
  search?(text: string): Promise<readonly T[]>;
  /** Does what a button of a row stands for; the step is over then. */
  onButton?(item: T): void;
}

export function pickOne<T extends StepItem>(step: PickStep<T>): Promise<StepAnswer<T>> {
  return pick(step, false, ([item]) => (item === undefined || item.isDisabled === true ? undefined : item));
}

/** At least one. */
export function pickSeveral<T extends StepItem>(step: PickStep<T>): Promise<StepAnswer<readonly T[]>> {
  return pick(step, true, (items) => (items.length === 0 ? undefined : items));
}

function pick<T extends StepItem, R>(
  step: PickStep<T>,
  canSelectMany: boolean,
  answerOf: (items: readonly T[]) => R | undefined,
): Promise<StepAnswer<R>> {
  const input = window.createQuickPick<T>();
  Object.assign(input, shared(step), { matchOnDescription: true, matchOnDetail: true, canSelectMany });
  input.items = step.items;
  if (canSelectMany) input.selectedItems = step.items.filter(({ picked }) => picked === true);
  if (step.active !== undefined) input.activeItems = [step.active];
  return new Promise((resolve) => {
    const finish = (answer: StepAnswer<R>) => {
      resolve(answer);
      input.dispose();
    };
    input.onDidAccept(() => {
      const answer = answerOf(input.selectedItems);
      if (answer !== undefined) finish({ kind: 'answered', value: answer });
    });
    const { search } = step;
    let asked = 0;
    input.onDidChangeValue(async (text) => {
      const ticket = ++asked;
      if (search === undefined) return;
      const found = text.trim() === '' ? [] : await search(text);
      if (ticket === asked) input.items = found.length === 0 ? step.items : found;
    });
    input.onDidTriggerButton(() => finish({ kind: 'back' }));
    input.onDidTriggerItemButton(({ item }) => {
      finish({ kind: 'cancelled' });
      step.onButton?.(item);
    });
    input.onDidHide(() => finish({ kind: 'cancelled' }));
    input.show();
  });
}

export interface InputStep extends Step {
  readonly value: string;
  readonly prompt: string;
  /** What is the matter with a text, in words; the answer is looked at before it counts. */
  check?(value: string): Promise<string | undefined>;
}

export function askText(step: InputStep): Promise<StepAnswer<string>> {
  const input = window.createInputBox();
  Object.assign(input, shared(step), { value: step.value, prompt: step.prompt });
  return new Promise((resolve) => {
    const finish = (answer: StepAnswer<string>) => {
      resolve(answer);
      input.dispose();
    };
    let asked = 0;
    const check = async () => {
      const ticket = ++asked;
      const problem = await step.check?.(input.value);
      if (ticket === asked) input.validationMessage = problem ?? '';
      return problem;
    };
    input.onDidChangeValue(() => void check());
    input.onDidAccept(async () => {
      const value = input.value;
      if ((await check()) === undefined) finish({ kind: 'answered', value });
    });
    input.onDidTriggerButton(() => finish({ kind: 'back' }));
    input.onDidHide(() => finish({ kind: 'cancelled' }));
    input.show();
  });
}

function shared({ title, step, totalSteps, placeholder, hasBack }: Step) {
  return { title, step, totalSteps, placeholder, buttons: hasBack ? [QuickInputButtons.Back] : [] };
}

export function separator(label: string): { readonly label: string; readonly kind: QuickPickItemKind } {
  return { label, kind: QuickPickItemKind.Separator };
}
