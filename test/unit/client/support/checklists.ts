/** Checklists of the protocol, and words in English. */
import type { ChecklistNode } from '../../../../client/src/checklist/node';
import { checklistNodes } from '../../../../client/src/checklist/nodes';
import type {
  Capability,
  CheckFinding,
  Checklist,
  ChecklistTarget,
  Place,
  Requirement,
  TaskIdentifier,
} from '../../../../client/src/protocol';
import type { Words } from '../../../../client/src/words';

export const english: Words = {
  t: (message, ...args) => message.replace(/\{(\d)\}/g, (_, index) => String(args[Number(index)])),
};

export function place(uri: string, line: number): Place {
  return { uri, range: { start: { line, character: 4 }, end: { line, character: 9 } } };
}

export function capability(mode: string, parts: Partial<Capability> = {}): Capability {
  return {
    mode,
    key: 'UIBackgroundModes',
    label: mode,
    state: 'declared',
    status: 'done',
    detail: 'declared in Info.plist, line 3',
    place: undefined,
    uses: [],
    requirements: [],
    findings: [],
    ...parts,
  };
}

export function requirement(name: string, parts: Partial<Requirement> = {}): Requirement {
  return {
    kind: 'plist-key',
    name,
    state: 'unmet',
    status: 'missing',
    when: '',
    detail: 'not in Info.plist',
    place: undefined,
    findings: [],
    ...parts,
  };
}

export function identifier(name: string, parts: Partial<TaskIdentifier> = {}): TaskIdentifier {
  const found = place('file:///app/Info.plist', 8);
  return {
    name,
    status: 'by-hand',
    parts: ['permitted'],
    detail: 'permitted in Info.plist, line 9',
    place: found,
    uses: [],
    findings: [],
    ...parts,
  };
}

export function finding(message: string, parts: Partial<CheckFinding> = {}): CheckFinding {
  return {
    ...place('file:///app/Player.swift', 6),
    code: 'missing-background-mode/audio-now-playing',
    severity: 'error',
    message,
    page: undefined,
    fixes: [],
    ...parts,
  };
}

export function target(parts: Partial<ChecklistTarget> = {}): ChecklistTarget {
  return {
    id: 't1',
    name: 'Player',
    product: 'app',
    platforms: ['iOS 16.0'],
    infoPlists: [],
    gaps: [],
    capabilities: [],
    identifiers: [],
    findings: [],
    steps: [],
    ...parts,
  };
}

export function checklist(parts: Partial<Checklist> = {}): Checklist {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  return { isLoading: false, targets: [target()], counts, problems: [], ...parts };
}

/** Rows of a checklist on which `ticked` rows have been ticked. */
export function rows(parts: Partial<Checklist>, ticked: readonly string[] = []): ChecklistNode[] {
  return checklistNodes(checklist(parts), (id) => ticked.includes(id), english);
}

/** The row of the only target. */
export function targetRow(parts: Partial<ChecklistTarget>, ticked: readonly string[] = []): ChecklistNode {
  const [node] = rows({ targets: [target(parts)] }, ticked);
  if (node === undefined) throw new Error('no node');
  return node;
}

/** The row with this label, at any depth. */
export function row(nodes: readonly ChecklistNode[], label: string): ChecklistNode {
  const found = flatten(nodes).find((node) => node.label === label);
  if (found === undefined) throw new Error(`no row ${label}`);
  return found;
}

export function flatten(nodes: readonly ChecklistNode[]): ChecklistNode[] {
  return nodes.flatMap((node) => [node, ...flatten(node.children)]);
}
