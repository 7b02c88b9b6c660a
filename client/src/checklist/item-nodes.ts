/** Rows of the items of a target: modes with what they ask for, task identifiers, findings and steps. */
import type {
  Capability,
  CheckFinding,
  CheckStatus,
  IdentifierPart,
  Requirement,
  Step,
  TaskIdentifier,
} from '../protocol';
import type { Words } from '../words';
import { type ChecklistNode, type FixOffer, node, placeWords, statusIcons, tickedIcon } from './node';

/** What the rows of one target share. */
export interface NodeContext {
  readonly targetId: string;
  readonly l10n: Words;
  /** By the id of a node. */
  isTicked(id: string): boolean;
}

export function capabilityNode(capability: Capability, context: NodeContext): ChecklistNode {
  const { targetId } = context;
  const id = `${targetId}#${capability.key}/${capability.mode}`;
  const requirements = capability.requirements.map((requirement) =>
    requirementNode(id, requirement, context),
  );
  const fixes = [
    ...offers(capability.findings, context),
    ...capability.requirements.flatMap(({ findings }) => offers(findings, context)),
  ];
  return statusNode({ id, ...capability }, context, {
    tooltip: [`${capability.mode} in ${capability.key}`, capability.detail, ...messages(capability)].join(
      '\n',
    ),
    children: [
      ...capability.findings.map((finding, index) => findingNode(`${id}#finding-${index}`, finding, context)),
      ...requirements,
      ...capability.uses.map((use, index) => useNode(`${id}#use-${index}`, use.label, use, context)),
    ],
    fixes: unique(fixes),
    ...(capability.status === 'not-needed' && { addable: { targetId, mode: capability.mode } }),
  });
}

function requirementNode(parentId: string, requirement: Requirement, context: NodeContext): ChecklistNode {
  const { l10n } = context;
  const id = `${parentId}#${requirement.kind}/${requirement.name}`;
  const when = requirement.when === '' ? '' : l10n.t('needed when {0}', requirement.when);
  return statusNode({ id, label: requirement.name, ...requirement }, context, {
    tooltip: [requirement.detail, when, ...messages(requirement)].filter((line) => line !== '').join('\n'),
    fixes: unique(offers(requirement.findings, context)),
  });
}

export function identifierNode(identifier: TaskIdentifier, context: NodeContext): ChecklistNode {
  const { l10n } = context;
  const id = `${context.targetId}#identifier/${identifier.name}`;
  const own = statusNode({ id, label: identifier.name, ...identifier }, context, {
    tooltip: [identifier.name, identifier.detail, ...messages(identifier)].join('\n'),
    children: [
      ...identifier.findings.map((finding, index) => findingNode(`${id}#finding-${index}`, finding, context)),
      ...identifier.uses.map((use, index) =>
        useNode(`${id}#use-${index}`, partWords(use.part, l10n), use, context),
      ),
    ],
    fixes: unique(offers(identifier.findings, context)),
  });
  return { ...own, accessibleLabel: l10n.t('Task identifier {0}', own.accessibleLabel) };
}

function partWords(part: IdentifierPart, l10n: Words): string {
  switch (part) {
    case 'permitted':
      return l10n.t('permitted');
    case 'registered':
      return l10n.t('registered');
    case 'requested':
      return l10n.t('requested');
  }
}

export function findingNode(id: string, finding: CheckFinding, context: NodeContext): ChecklistNode {
  const { l10n } = context;
  const isSure = finding.severity === 'error' || finding.severity === 'warning';
  return node({
    id,
    label: finding.message,
    description: placeWords(finding),
    tooltip: `${finding.message}\n${finding.code}`,
    accessibleLabel: l10n.t('Finding: {0}, in {1}', finding.message, placeWords(finding)),
    icon: isSure ? statusIcons.wrong : { id: 'info' },
    place: finding,
    status: 'wrong',
    isDone: false,
    fixes: unique(offers([finding], context)),
    ...(finding.page !== undefined && { page: finding.page }),
  });
}

export function stepNode(step: Step, context: NodeContext): ChecklistNode {
  const { l10n } = context;
  const id = `${context.targetId}#step/${step.id}`;
  const isTicked = context.isTicked(id);
  const words = isTicked ? l10n.t('tested by hand') : l10n.t('to be tested by hand');
  const links = step.links.map((link) => `[${l10n.t('Read more')}](${link})`).join(' · ');
  return node({
    id,
    label: step.title,
    tooltip: { markdown: `**${step.title}**\n\n${step.how}\n\n${links}` },
    accessibleLabel: `${step.title}: ${words}`,
    icon: isTicked ? tickedIcon : statusIcons['by-hand'],
    status: 'by-hand',
    isDone: isTicked,
    isTickable: true,
  });
}

interface StatusParts {
  readonly id: string;
  readonly label: string;
  readonly status: CheckStatus;
  readonly detail: string;
  readonly place: ChecklistNode['place'];
  readonly findings: readonly CheckFinding[];
}

/** A row whose icon and words come from a status. What only a person can judge can be ticked. */
function statusNode(
  { id, label, status, detail, place, findings }: StatusParts,
  { l10n, isTicked }: NodeContext,
  parts: Pick<ChecklistNode, 'tooltip'> & Partial<ChecklistNode>,
): ChecklistNode {
  const isTickable = status === 'by-hand';
  const ticked = isTickable && isTicked(id);
  const words = statusWords(status, ticked, l10n);
  const page = findings.find((finding) => finding.page !== undefined)?.page;
  return node({
    id,
    label,
    description: words,
    accessibleLabel: `${label}: ${words}, ${detail}`,
    icon: ticked ? tickedIcon : statusIcons[status],
    place,
    status,
    ...(status !== 'not-needed' && { isDone: status === 'done' || ticked }),
    ...(isTickable && { isTickable }),
    ...(page !== undefined && { page }),
    ...parts,
  });
}

function statusWords(status: CheckStatus, isTicked: boolean, l10n: Words): string {
  switch (status) {
    case 'done':
      return l10n.t('done');
    case 'missing':
      return l10n.t('missing');
    case 'wrong':
      return l10n.t('wrong');
    case 'by-hand':
      return isTicked ? l10n.t('checked by hand') : l10n.t('to be checked by hand');
    case 'not-needed':
      return l10n.t('not needed');
  }
}

function useNode(
  id: string,
  label: string,
  place: Capability['uses'][number] | TaskIdentifier['uses'][number],
  { l10n }: NodeContext,
): ChecklistNode {
  const where = placeWords(place);
  return node({
    id,
    label,
    description: where,
    tooltip: l10n.t('{0} in {1}', label, where),
    accessibleLabel: l10n.t('Used by {0} in {1}', label, where),
    icon: { id: 'symbol-method' },
    place,
  });
}

function messages({ findings }: { readonly findings: readonly CheckFinding[] }): readonly string[] {
  return findings.map(({ message }) => message);
}

/** The preferred fix of each finding, or all when none is preferred. */
function offers(findings: readonly CheckFinding[], { targetId }: NodeContext): readonly FixOffer[] {
  return findings.flatMap((finding) => {
    const preferred = finding.fixes.filter(({ isPreferred }) => isPreferred);
    return (preferred.length > 0 ? preferred : finding.fixes).map(({ title }) => ({
      targetId,
      finding,
      title,
    }));
  });
}

/** Several findings can ask for the same. */
function unique(all: readonly FixOffer[]): readonly FixOffer[] {
  const titles = new Set<string>();
  return all.filter(({ title }) => !titles.has(title) && titles.add(title));
}
