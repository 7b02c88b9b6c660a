/** What the checklist shows: target → modes, task identifiers and steps by hand → what is behind each. */
import type { Checklist, ChecklistTarget } from '../protocol';
import type { Words } from '../words';
import { capabilityNode, findingNode, identifierNode, type NodeContext, stepNode } from './item-nodes';
import { type ChecklistNode, fileName, node, statusIcons } from './node';
import { progressOf, progressWords } from './progress';

/** `isTicked` answers by the id of a node. */
export function checklistNodes(
  checklist: Checklist,
  isTicked: (id: string) => boolean,
  l10n: Words,
): ChecklistNode[] {
  return [
    ...checklist.targets.map((target) => targetNode(target, { targetId: target.id, isTicked, l10n })),
    ...problemNodes(checklist.problems, l10n),
  ];
}

function targetNode(target: ChecklistTarget, context: NodeContext): ChecklistNode {
  const { l10n } = context;
  const nodes = target.capabilities.map((capability) => capabilityNode(capability, context));
  const shown = nodes.filter(({ addable }) => addable === undefined);
  const rest = nodes.filter(({ addable }) => addable !== undefined);
  const identifiers = target.identifiers.map((identifier) => identifierNode(identifier, context));
  const findings = target.findings.map((finding, index) =>
    findingNode(`${target.id}#finding-${index}`, finding, context),
  );
  const kind = [target.product, ...target.platforms].join(', ');
  const counts = progressOf([...shown, ...findings, ...identifiers]);
  const progress = progressWords(counts, l10n);
  return node({
    id: target.id,
    label: target.name,
    description: progress === '' ? kind : `${progress} · ${kind}`,
    tooltip: [`${target.name}: ${kind}`, progress, ...target.gaps].filter((line) => line !== '').join('\n'),
    accessibleLabel: [l10n.t('Target {0}', target.name), kind, progress]
      .filter((part) => part !== '')
      .join(', '),
    icon: { id: 'package' },
    progress: counts,
    targetId: target.id,
    children: [
      ...shown,
      ...findings,
      ...groupNode(`${target.id}#identifiers`, l10n.t('Task identifiers'), identifiers, l10n),
      ...target.gaps.map((gap, index) => gapNode(`${target.id}#gap-${index}`, gap, l10n)),
      ...groupNode(
        `${target.id}#steps`,
        l10n.t('To be tested by hand'),
        target.steps.map((step) => stepNode(step, context)),
        l10n,
      ),
      ...restNode(target.id, rest, l10n),
    ],
    isExpanded: true,
  });
}

/** Rows that can be done, under a heading that says how many are. */
function groupNode(
  id: string,
  label: string,
  children: readonly ChecklistNode[],
  l10n: Words,
): ChecklistNode[] {
  if (children.length === 0) return [];
  const done = children.filter(({ isDone }) => isDone === true).length;
  const progress = l10n.t('{0} of {1} done', done, children.length);
  return [
    node({
      id,
      label,
      description: progress,
      tooltip: `${label}: ${progress}`,
      accessibleLabel: `${label}: ${progress}`,
      icon: { id: done === children.length ? 'pass' : 'checklist' },
      children,
    }),
  ];
}

function restNode(targetId: string, children: readonly ChecklistNode[], l10n: Words): ChecklistNode[] {
  if (children.length === 0) return [];
  return [
    node({
      id: `${targetId}#rest`,
      label: l10n.t('Not needed'),
      description: String(children.length),
      tooltip: l10n.t('Modes that are neither declared nor used'),
      accessibleLabel: l10n.t('Not needed: {0} modes that are neither declared nor used', children.length),
      icon: statusIcons['not-needed'],
      children,
    }),
  ];
}

function gapNode(id: string, gap: string, l10n: Words): ChecklistNode {
  return node({
    id,
    label: gap,
    tooltip: `${gap}\n${l10n.t('What depends on it is not judged')}`,
    accessibleLabel: l10n.t('Not known: {0}', gap),
    icon: { id: 'info' },
  });
}

function problemNodes(problems: Checklist['problems'], l10n: Words): ChecklistNode[] {
  return problems.map(({ uri, message }, index) =>
    node({
      id: `problem-${index}-${uri}`,
      label: message,
      description: fileName(uri),
      tooltip: `${message}\n${fileName(uri)}`,
      accessibleLabel: l10n.t('Problem in {0}: {1}', fileName(uri), message),
      icon: statusIcons.wrong,
      place: { uri, range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } } },
    }),
  );
}
