/** The custom requests for the checklist and for its fixes, and its notification. */
import type { CancellationToken, WorkspaceEdit } from 'vscode-languageserver';
import { targetChecklists } from '../../core/features/checklist/checklist';
import type { Target } from '../../core/project/types';
import { type Finding, findingCode } from '../../core/rules/types';
import type { Workspace } from '../../core/workspace-types';
import { toChecklistTarget } from '../convert/checklist';
import type { Folders } from '../folders';
import { errorText } from '../log';
import {
  type Checklist,
  checklistChangedMethod,
  type FindingCounts,
  type FixParams,
  type Place,
} from '../protocol';
import type { Services } from '../services';
import { settledOrModified } from '../sync/settled';
import type { UpdateLoop } from '../sync/update-loop';

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
    const { models, all, ofTarget } = await settledOrModified(revision, token, () =>
      isLoading ? nothing : readAll(workspace, token),
    );
    const context = {
      folders: this.#folders.uris,
      findings: ({ id }: Target) => [...(ofTarget.get(id) ?? []), ...all.filter(isOfFile)],
    };
    return {
      isLoading,
      targets: targetChecklists(models, context).map((one) => toChecklistTarget(one, this.#services)),
      counts: count(all),
      problems: workspace.problems,
    };
  }

  /** The edit of a fix that the checklist has named. */
  async fix(params: FixParams, token: CancellationToken): Promise<WorkspaceEdit | null> {
    const { edits, revision, workspace } = this.#services;
    const findings = await settledOrModified(revision, token, async () => [
      ...(await workspace.targetFindings(params.targetId, token)),
      ...(await workspace.findings(params.uri, token)).filter(isOfFile),
    ]);
    const finding = findings.find((one) => findingCode(one) === params.code && this.#isAt(one, params));
    const fix = finding?.fixes.find(({ title }) => title === params.title);
    return (finding && fix && edits.convert(fix.files, finding.uri)) ?? null;
  }

  /** Something that the checklist shows may have changed. */
  changed(): void {
    if (!this.#wasAsked) return;
    const { connection, logger } = this.#services;
    connection
      .sendNotification(checklistChangedMethod)
      .catch((error: unknown) => logger.log('warn', errorText(error)));
  }

  #isAt({ uri, range }: Finding, place: Place): boolean {
    const location = this.#services.positions.location(uri, range);
    return location?.uri === place.uri && isSamePosition(location.range.start, place.range.start);
  }
}

const nothing = Promise.resolve({ models: [], all: [], ofTarget: new Map<string, readonly Finding[]>() });

async function readAll(workspace: Workspace, token: CancellationToken) {
  const models = await workspace.targets();
  const all = await workspace.allFindings(token);
  const ofTarget = new Map<string, readonly Finding[]>();
  for (const { target } of models) ofTarget.set(target.id, await workspace.targetFindings(target.id, token));
  return { models, all, ofTarget };
}

/** What no target says. */
function isOfFile({ target }: Finding): boolean {
  return target === undefined;
}

function isSamePosition(one: Place['range']['start'], other: Place['range']['start']): boolean {
  return one.line === other.line && one.character === other.character;
}

function count(findings: readonly Finding[]): FindingCounts {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}
