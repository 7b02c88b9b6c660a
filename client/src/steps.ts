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
    const searching = new Searching(step, (items) => {
      input.items = items;
    });
    input.onDidChangeValue((text) => void searching.follow(text));
    input.onDidAccept(async () => {
      const answer = answerOf(input.selectedItems) ?? answerOf(await searching.firstFound());
      if (answer !== undefined) finish({ kind: 'answered', value: answer });
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

/**
 * Rows for a text that the editor's own filter finds nowhere. While that one finds something the rows stay as they are, so
 * that none takes the place of another just when somebody presses Enter.
 */
class Searching<T extends StepItem> {
  private shown: readonly T[];
  private current: Promise<readonly T[]> = Promise.resolve([]);

  constructor(
    private readonly step: PickStep<T>,
    private readonly show: (items: readonly T[]) => void,
  ) {
    this.shown = step.items;
  }

  async follow(text: string): Promise<void> {
    const { items, search } = this.step;
    if (search === undefined) return;
    const answer = this.isInRows(text) ? Promise.resolve([]) : search(text);
    this.current = answer;
    const found = await answer;
    if (this.current !== answer) return;
    const wanted = found.length === 0 ? items : found;
    if (wanted !== this.shown) this.show(wanted);
    this.shown = wanted;
  }

  /** For Enter that comes before the answer. */
  async firstFound(): Promise<readonly T[]> {
    return (await this.current).slice(0, 1);
  }

  private isInRows(text: string): boolean {
    const wanted = text.trim().toLowerCase();
    return this.step.items.some(
      ({ kind, label, description = '', detail = '' }) =>
        kind !== QuickPickItemKind.Separator &&
        [label, description, detail].some((part) => part.toLowerCase().includes(wanted)),
    );
  }
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
