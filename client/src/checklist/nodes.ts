/** What the checklist shows, as plain data: target → modes → the APIs and keys behind each. */
import type {
  Capability,
  CapabilityState,
  Checklist,
  ChecklistTarget,
  Place,
  Requirement,
} from '../protocol';

export interface ChecklistNode {
  /** Unique in the tree and the same after a refresh, so that the view keeps its selection and folding. */
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** Plain text. */
  readonly tooltip: string;
  /** What a screen reader says; it cannot see the icon. */
  readonly accessibleLabel: string;
  readonly icon: NodeIcon;
  readonly place: Place | undefined;
  readonly children: readonly ChecklistNode[];
  readonly isExpanded: boolean;
  /** `ChecklistTarget.id`, for nodes of targets only. */
  readonly targetId?: string;
}

/** A codicon, and the colour of the theme that goes with it. */
export interface NodeIcon {
  readonly id: string;
  readonly color?: string;
}

const stateIcons: Readonly<Record<CapabilityState, NodeIcon>> = {
  declared: { id: 'pass', color: 'testing.iconPassed' },
  missing: { id: 'error', color: 'list.errorForeground' },
  unused: { id: 'circle-slash', color: 'list.warningForeground' },
  undetermined: { id: 'question' },
  'not-needed': { id: 'circle-large-outline', color: 'disabledForeground' },
};

const stateWords: Readonly<Record<CapabilityState, string>> = {
  declared: 'declared',
  missing: 'missing',
  unused: 'unused',
  undetermined: 'not certain',
  'not-needed': 'not needed',
};

const requirementIcons: Readonly<Record<Requirement['state'], NodeIcon>> = {
  met: stateIcons.declared,
  unmet: stateIcons.missing,
  unknown: stateIcons.undetermined,
};

const requirementWords: Readonly<Record<Requirement['state'], string>> = {
  met: 'present',
  unmet: 'missing',
  unknown: 'not certain',
};

export function checklistNodes(checklist: Checklist): ChecklistNode[] {
  return [...checklist.targets.map(targetNode), ...problemNodes(checklist.problems)];
}

function targetNode(target: ChecklistTarget): ChecklistNode {
  const shown = target.capabilities.filter(({ state }) => state !== 'not-needed');
  const rest = target.capabilities.filter(({ state }) => state === 'not-needed');
  const description = [target.product, ...target.platforms].join(', ');
  return node({
    id: target.id,
    label: target.name,
    description,
    tooltip: [`${target.name}: ${description}`, ...target.gaps].join('\n'),
    accessibleLabel: `Target ${target.name}, ${description}${missingWords(target)}`,
    icon: { id: 'package' },
    targetId: target.id,
    children: [
      ...shown.map((capability) => capabilityNode(target.id, capability)),
      ...target.gaps.map((gap, index) => gapNode(`${target.id}#gap-${index}`, gap)),
      ...(rest.length === 0 ? [] : [restNode(target.id, rest)]),
    ],
    isExpanded: true,
  });
}

function missingWords(target: ChecklistTarget): string {
  const count = target.capabilities.filter(({ state }) => state === 'missing').length;
  if (count === 0) return '';
  return count === 1 ? ', 1 mode missing' : `, ${count} modes missing`;
}

function capabilityNode(targetId: string, capability: Capability): ChecklistNode {
  const id = `${targetId}#${capability.key}/${capability.mode}`;
  const words = stateWords[capability.state];
  return node({
    id,
    label: capability.label,
    description: words,
    tooltip: `${capability.mode} in ${capability.key}\n${capability.detail}`,
    accessibleLabel: `${capability.label}: ${words}, ${capability.detail}`,
    icon: stateIcons[capability.state],
    place: capability.place,
    children: [
      ...capability.requirements.map((requirement) => requirementNode(id, requirement)),
      ...capability.uses.map((use, index) => {
        const where = placeWords(use);
        return node({
          id: `${id}#use-${index}`,
          label: use.label,
          description: where,
          tooltip: `${use.label} in ${where}`,
          accessibleLabel: `Used by ${use.label} in ${where}`,
          icon: { id: 'symbol-method' },
          place: use,
        });
      }),
    ],
  });
}

function requirementNode(parentId: string, requirement: Requirement): ChecklistNode {
  const words = requirementWords[requirement.state];
  const when = requirement.when === '' ? '' : `needed when ${requirement.when}`;
  return node({
    id: `${parentId}#${requirement.kind}/${requirement.name}`,
    label: requirement.name,
    description: words,
    tooltip: [requirement.detail, when].filter((line) => line !== '').join('\n'),
    accessibleLabel: `${requirement.name}: ${words}, ${requirement.detail}`,
    icon: requirementIcons[requirement.state],
    place: requirement.place,
  });
}

function restNode(targetId: string, rest: readonly Capability[]): ChecklistNode {
  return node({
    id: `${targetId}#rest`,
    label: 'Not needed',
    description: String(rest.length),
    tooltip: 'Modes that are neither declared nor used',
    accessibleLabel: `${rest.length} modes that are neither declared nor used`,
    icon: stateIcons['not-needed'],
    children: rest.map((capability) => capabilityNode(targetId, capability)),
  });
}

function gapNode(id: string, gap: string): ChecklistNode {
  return node({
    id,
    label: gap,
    tooltip: `${gap}\nWhat depends on it is not judged`,
    accessibleLabel: `Not known: ${gap}`,
    icon: { id: 'info' },
  });
}

function problemNodes(problems: Checklist['problems']): ChecklistNode[] {
  return problems.map(({ uri, message }, index) =>
    node({
      id: `problem-${index}-${uri}`,
      label: message,
      description: fileName(uri),
      tooltip: `${message}\n${fileName(uri)}`,
      accessibleLabel: `Problem in ${fileName(uri)}: ${message}`,
      icon: { id: 'warning', color: 'list.warningForeground' },
      place: { uri, range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } } },
    }),
  );
}

type NodeParts = Pick<ChecklistNode, 'id' | 'label' | 'tooltip' | 'accessibleLabel' | 'icon'> &
  Partial<ChecklistNode>;

function node(parts: NodeParts): ChecklistNode {
  return { description: '', place: undefined, children: [], isExpanded: false, ...parts };
}

/** `Player.swift:12`, counted from one as editors do. */
function placeWords(place: Place): string {
  return `${fileName(place.uri)}:${place.range.start.line + 1}`;
}

function fileName(uri: string): string {
  const last = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
