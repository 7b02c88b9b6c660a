/** How far somebody has come: what the steps of the walkthrough wait for. */
import type { Checklist } from '../protocol';

export interface Milestones {
  /** A target was found in the open folders. */
  readonly hasTargets: boolean;
  readonly hasFindings: boolean;
  /** There are fewer findings than there were. */
  readonly hasFixed: boolean;
}

export const start: Milestones = { hasTargets: false, hasFindings: false, hasFixed: false };

/** Follows the checklists of one window; what was reached stays reached. */
export class Progress {
  private reached = start;
  /** Findings when the workspace had last been read completely; `undefined` before, and while there is no server. */
  private lastCount: number | undefined;

  /** `undefined`: there is no checklist at the moment. */
  next(checklist: Checklist | undefined): Milestones {
    if (checklist === undefined) this.lastCount = undefined;
    // What is counted while files are still being read says nothing about what somebody did.
    if (checklist === undefined || checklist.isLoading) return this.reached;
    const { error, warning, information, hint } = checklist.counts;
    const count = error + warning + information + hint;
    this.reached = {
      hasTargets: this.reached.hasTargets || checklist.targets.length > 0,
      hasFindings: this.reached.hasFindings || count > 0,
      hasFixed: this.reached.hasFixed || count < (this.lastCount ?? 0),
    };
    this.lastCount = count;
    return this.reached;
  }
}
