/** How the plists and the code of each target stand to the background modes it may have. */
import { backgroundModes, isKept } from '../../catalog/modes';
import type { Target } from '../../project/types';
import type { Finding } from '../../rules/types';
import type { TargetModel } from '../../workspace-types';
import { hasModes } from '../mode-state';
import { capabilityItem } from './capabilities';
import { ItemFindings } from './findings';
import { stepsOf } from './steps';
import { identifierItems } from './task-identifiers';
import type { CapabilityItem, TargetChecklist } from './types';

const productOrder: readonly Target['product'][] = ['app', 'app-clip', 'watch-app', 'watch-extension'];

export interface ChecklistContext {
  /** The workspace's, for paths. */
  readonly folders: readonly string[];
  /** What is said of a target and of the files that it uses, as people see it. */
  findings(target: Target): readonly Finding[];
}

/** Targets that can have modes: apps first, by name within a kind. */
export function targetChecklists(
  models: readonly TargetModel[],
  context: ChecklistContext,
): readonly TargetChecklist[] {
  return models
    .filter(({ target }) => hasModes(target.product))
    .sort((a, b) => compareTargets(a.target, b.target))
    .map((model) => targetChecklist(model, context));
}

function compareTargets(a: Target, b: Target): number {
  const byProduct = productOrder.indexOf(a.product) - productOrder.indexOf(b.product);
  return byProduct || a.name.localeCompare(b.name) || a.id.localeCompare(b.id);
}

function targetChecklist(model: TargetModel, context: ChecklistContext): TargetChecklist {
  const { target, infoPlist } = model;
  const { folders } = context;
  const findings = new ItemFindings(model, context.findings(target));
  const items = backgroundModes
    .map((mode) => capabilityItem(mode, model, findings, folders))
    .filter((item) => item.state !== 'not-needed' || isOffered(item, target));
  const capabilities = [
    ...items.filter(({ state }) => state !== 'not-needed'),
    ...items.filter(({ state }) => state === 'not-needed'),
  ];
  return {
    target,
    infoPlists: infoPlist.files.map(({ uri }) => uri),
    capabilities,
    identifiers: identifierItems(model, findings, folders),
    findings: findings.rest(),
    steps: stepsOf(model, capabilities),
  };
}

/** Modes that a person may want to add: not obsolete ones, and only those of the target's platforms. */
function isOffered({ key, mode }: CapabilityItem, { platforms }: Target): boolean {
  const known = backgroundModes.find((candidate) => candidate.key === key && candidate.value === mode);
  if (known === undefined || known.isObsolete) return false;
  return (platforms ?? ['iOS']).some((platform) => isKept(known, platform));
}
