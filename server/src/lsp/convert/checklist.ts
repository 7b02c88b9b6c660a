/** Checklists of the core to those of the protocol. */
import type {
  CapabilityItem,
  FilePlace,
  IdentifierItem,
  RequirementItem,
  TargetChecklist,
} from '../../core/features/checklist/types';
import { type Finding, findingCode } from '../../core/rules/types';
import type {
  ApiPlace,
  Capability,
  CheckFinding,
  ChecklistTarget,
  Place,
  Requirement,
  TaskIdentifier,
} from '../protocol';
import type { Services } from '../services';

/** What places and pages are found with. */
type Context = Pick<Services, 'positions' | 'documents' | 'workspace' | 'diagnostics'>;

const maxUses = 20;

export function toChecklistTarget(list: TargetChecklist, context: Context): ChecklistTarget {
  const { target, infoPlists, capabilities, identifiers, findings, steps } = list;
  return {
    id: target.id,
    name: target.name,
    product: target.product,
    platforms: (target.platforms ?? []).map((platform) => {
      const version = target.configurations[0]?.deploymentTargets[platform];
      return version === undefined ? platform : `${platform} ${version}`;
    }),
    infoPlists: infoPlists.map((uri) => context.documents.clientUri(uri)),
    gaps: target.gaps,
    capabilities: capabilities.map((item) => toCapability(item, context)),
    identifiers: identifiers.map((item) => toIdentifier(item, context)),
    findings: toFindings(findings, context),
    steps: steps.map(({ id, title, how, sources }) => ({ id, title, how, links: sources })),
  };
}

function toCapability(item: CapabilityItem, context: Context): Capability {
  const { key, mode, label, state, status, detail } = item;
  return {
    key,
    mode,
    label,
    state,
    status,
    detail,
    place: toPlace(item.place, context),
    uses: item.uses.slice(0, maxUses).flatMap((use) => toUse(use, context) ?? []),
    requirements: item.requirements.map((requirement) => toRequirement(requirement, context)),
    findings: toFindings(item.findings, context),
  };
}

function toRequirement(item: RequirementItem, context: Context): Requirement {
  return {
    ...item,
    place: toPlace(item.place, context),
    findings: toFindings(item.findings, context),
  };
}

function toIdentifier(item: IdentifierItem, context: Context): TaskIdentifier {
  return {
    ...item,
    place: toPlace(item.place, context),
    uses: item.uses.flatMap((use) => {
      const place = toPlace(use, context);
      return place === undefined ? [] : [{ ...place, part: use.part }];
    }),
    findings: toFindings(item.findings, context),
  };
}

/** One whose file is gone meanwhile is left out. */
function toFindings(findings: readonly Finding[], context: Context): readonly CheckFinding[] {
  return findings.flatMap((finding) => {
    const place = toPlace(finding, context);
    if (place === undefined) return [];
    const { rule, severity, message, fixes } = finding;
    return [
      {
        ...place,
        code: findingCode(finding),
        severity,
        message,
        page: context.diagnostics.page(rule),
        fixes: fixes.map(({ title, isPreferred }) => ({ title, isPreferred })),
      },
    ];
  });
}

function toUse(use: FilePlace, context: Context): ApiPlace | undefined {
  const place = toPlace(use, context);
  const label = context.workspace.text(use.uri)?.slice(use.range.start, use.range.end);
  return place && label !== undefined ? { ...place, label } : undefined;
}

function toPlace(place: FilePlace | undefined, { positions }: Context): Place | undefined {
  return place && positions.location(place.uri, place.range);
}
