/** The walkthrough: its sample, and the contexts that tick its steps. */
import { commands, Disposable } from 'vscode';
import type { ChecklistModel, ChecklistState } from '../checklist/model';
import type { Feature } from '../feature';
import { type Milestones, Progress, start } from './milestones';
import { sampleCommand } from './sample';

/** How long VS Code may take to read the steps of a walkthrough that it opens. */
const READING_MILLISECONDS = 2000;

export const walkthrough: Feature = (context) => {
  const steps = new Steps(context.model);
  const id = `${context.extension.extension.id}#start`;
  return Disposable.from(
    sampleCommand(context),
    steps,
    commands.registerCommand('backgroundModes.openWalkthrough', () => steps.openWalkthrough(id)),
  );
};

/** Sets `backgroundModes.walkthrough.hasFindings` and its like. */
class Steps {
  private readonly progress = new Progress();
  private readonly subscription: Disposable;
  private reached = start;
  private timer: NodeJS.Timeout | undefined;

  constructor(model: ChecklistModel) {
    this.follow(model.state);
    this.subscription = model.onDidChange((state) => this.follow(state));
  }

  /** VS Code takes no notice of a context that was there before it read the steps, so each is set once more. */
  async openWalkthrough(id: string): Promise<void> {
    await setContexts(start, this.reached);
    await commands.executeCommand('workbench.action.openWalkthrough', id);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void setContexts(this.reached, start), READING_MILLISECONDS);
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.subscription.dispose();
  }

  private follow(state: ChecklistState): void {
    const before = this.reached;
    this.reached = this.progress.next(state.kind === 'loaded' ? state.checklist : undefined);
    void setContexts(this.reached, before);
  }
}

/** Only those that differ from what was `before`. */
async function setContexts(now: Milestones, before: Milestones): Promise<void> {
  const names: readonly (keyof Milestones)[] = ['hasTargets', 'hasFindings', 'hasFixed'];
  for (const name of names.filter((each) => now[each] !== before[each])) {
    await commands.executeCommand('setContext', `backgroundModes.walkthrough.${name}`, now[name]);
  }
}
