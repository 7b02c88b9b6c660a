/** A row of the checklist, as plain data. */
import type { CheckFinding, CheckStatus, Place } from '../protocol';
import type { Progress } from './progress';

export interface ChecklistNode {
  /** Unique in the tree and the same after a refresh, so that the view keeps its selection and folding. */
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly tooltip: Tooltip;
  /** What a screen reader says; it cannot see the icon. */
  readonly accessibleLabel: string;
  readonly icon: NodeIcon;
  readonly place: Place | undefined;
  readonly children: readonly ChecklistNode[];
  readonly isExpanded: boolean;
  readonly status?: CheckStatus;
  /** Of the items of a target. */
  readonly progress?: Progress;
  /** Whether nothing is left to do; `undefined` for rows about which nothing can be done. */
  readonly isDone?: boolean;
  /** A person can say that it is done. */
  readonly isTickable?: boolean;
  /** `ChecklistTarget.id`, for nodes of targets only. */
  readonly targetId?: string;
  /** A mode that can be added to a target. */
  readonly addable?: { readonly targetId: string; readonly mode: string };
  /** What can be done about it, the first that comes to mind first. */
  readonly fixes?: readonly FixOffer[];
  /** Address of a page about it. */
  readonly page?: string;
}

/** Plain text, or Markdown. */
export type Tooltip = string | { readonly markdown: string };

/** A codicon, and the colour of the theme that goes with it. */
export interface NodeIcon {
  readonly id: string;
  readonly color?: string;
}

export interface FixOffer {
  readonly targetId: string;
  readonly finding: CheckFinding;
  readonly title: string;
}

/** They differ in shape, not in colour alone. */
export const statusIcons: Readonly<Record<CheckStatus, NodeIcon>> = {
  done: { id: 'pass', color: 'testing.iconPassed' },
  missing: { id: 'error', color: 'list.errorForeground' },
  wrong: { id: 'warning', color: 'list.warningForeground' },
  'by-hand': { id: 'beaker' },
  'not-needed': { id: 'circle-large-outline', color: 'disabledForeground' },
};

export const tickedIcon: NodeIcon = { id: 'pass-filled', color: 'testing.iconPassed' };

type NodeParts = Pick<ChecklistNode, 'id' | 'label' | 'tooltip' | 'accessibleLabel' | 'icon'> &
  Partial<ChecklistNode>;

export function node(parts: NodeParts): ChecklistNode {
  return { description: '', place: undefined, children: [], isExpanded: false, ...parts };
}

/** `Player.swift:12`, counted from one as editors do. */
export function placeWords(place: Place): string {
  return `${fileName(place.uri)}:${place.range.start.line + 1}`;
}

export function fileName(uri: string): string {
  const last = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
