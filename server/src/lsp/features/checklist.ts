/** The custom request for the checklist, and its notification. */
import type { CancellationToken } from 'vscode-languageserver';
import { targetChecklists } from '../../core/features/checklist/checklist';
import type {
  CapabilityItem,
  FilePlace,
  RequirementItem,
  TargetChecklist,
} from '../../core/features/checklist/types';
import type { Finding } from '../../core/rules/types';
import type { Folders } from '../folders';
import { errorText } from '../log';
import {
  type ApiPlace,
  type Capability,
  type Checklist,
  type ChecklistTarget,
  checklistChangedMethod,
  type FindingCounts,
  type Place,
  type Requirement,
} from '../protocol';
import type { Services } from '../services';
import { settledOrModified } from '../sync/settled';
import type { UpdateLoop } from '../sync/update-loop';

const maxUses = 20;

export class ChecklistFeature {
  readonly #services: Services;
  readonly #loop: Pick<UpdateLoop, 'isLoading'>;
  readonly #folders: Pick<Folders, 'uris'>;
  /** Clients that never ask are told nothing: the notification is not part of LSP. */
  #wasAsked = false;

  constructor(services: Services, loop: Pick<UpdateLoop, 'isLoading'>, folders: Pick<Folders, 'uris'>) {
    this.#services = services;
    this.#loop = loop;
    this.#folders = folders;
  }

  async answer(token: CancellationToken): Promise<Checklist> {
    this.#wasAsked = true;
    const { revision, workspace } = this.#services;
    const isLoading = this.#loop.isLoading;
    // While the workspace loads, an answer with what is known is worth more than one that waits for the rest.
    const [models, findings] = await settledOrModified(revision, token, async () =>
      isLoading ? [[], []] : [await workspace.targets(), await workspace.allFindings(token)],
    );
    return {
      isLoading,
      targets: targetChecklists(models, this.#folders.uris).map((target) => this.#target(target)),
      counts: count(findings),
      problems: workspace.problems,
    };
  }

  /** Something that the checklist shows may have changed. */
  changed(): void {
    if (!this.#wasAsked) return;
    const { connection, logger } = this.#services;
    connection
      .sendNotification(checklistChangedMethod)
      .catch((error: unknown) => logger.log('warn', errorText(error)));
  }

  #target({ target, infoPlists, capabilities }: TargetChecklist): ChecklistTarget {
    return {
      id: target.id,
      name: target.name,
      product: target.product,
      platforms: (target.platforms ?? []).map((platform) => {
        const version = target.configurations[0]?.deploymentTargets[platform];
        return version === undefined ? platform : `${platform} ${version}`;
      }),
      infoPlists: infoPlists.map((uri) => this.#services.documents.clientUri(uri)),
      gaps: target.gaps,
      capabilities: capabilities.map((item) => this.#capability(item)),
    };
  }

  #capability(item: CapabilityItem): Capability {
    const { key, mode, label, state, detail } = item;
    return {
      key,
      mode,
      label,
      state,
      detail,
      place: this.#place(item.place),
      uses: item.uses.slice(0, maxUses).flatMap((use) => this.#use(use) ?? []),
      requirements: item.requirements.map((requirement) => this.#requirement(requirement)),
    };
  }

  #requirement(item: RequirementItem): Requirement {
    return { ...item, place: this.#place(item.place) };
  }

  #use(use: FilePlace): ApiPlace | undefined {
    const place = this.#place(use);
    const label = this.#services.workspace.text(use.uri)?.slice(use.range.start, use.range.end);
    return place && label !== undefined ? { ...place, label } : undefined;
  }

  #place(place: FilePlace | undefined): Place | undefined {
    return place && this.#services.positions.location(place.uri, place.range);
  }
}

function count(findings: readonly Finding[]): FindingCounts {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}
