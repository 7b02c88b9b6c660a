/** The walkthrough: its sample, and the contexts that tick its steps. */
import { commands, Disposable } from 'vscode';
import type { ChecklistState } from '../checklist/model';
import type { Feature } from '../feature';
import { type Milestones, Progress, start } from './milestones';
import { sampleCommand } from './sample';

export const walkthrough: Feature = (context) =>
  Disposable.from(
    sampleCommand(context),
    followMilestones(context),
    commands.registerCommand('backgroundModes.openWalkthrough', () =>
      commands.executeCommand('workbench.action.openWalkthrough', `${context.extension.extension.id}#start`),
    ),
  );

/** Sets `backgroundModes.walkthrough.hasFindings` and its like, each once. */
const followMilestones: Feature = ({ model }) => {
  const progress = new Progress();
  let shown = start;
  const follow = (state: ChecklistState) => {
    const reached = progress.next(state.kind === 'loaded' ? state.checklist : undefined);
    const names: readonly (keyof Milestones)[] = ['hasTargets', 'hasFindings', 'hasFixed'];
    for (const name of names.filter((each) => reached[each] && !shown[each])) {
      void commands.executeCommand('setContext', `backgroundModes.walkthrough.${name}`, true);
    }
    shown = reached;
  };
  follow(model.state);
  return model.onDidChange(follow);
};
