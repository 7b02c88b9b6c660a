/** The identifiers of scheduled tasks: which the Info.plist permits, and what the code does with them. */
import type { TaskCall } from '../../program/constants/types';
import { identifierText, type TaskIdentifierUse, taskIdentifierUses } from '../../program/task-identifiers';
import type { TargetConfiguration } from '../../project/types';
import {
  allowsWildcard,
  type PermittedIdentifier,
  type PermittedList,
  permits,
  permittedLists,
} from '../../rules/task-scheduler/permitted';
import type { Finding } from '../../rules/types';
import type { TargetModel } from '../../workspace-types';
import { placeText } from '../places';
import { type ItemFindings, isJudged } from './findings';
import type { CheckStatus, FilePlace, IdentifierItem, IdentifierPart } from './types';

const notPermitted = 'task-identifier-not-permitted';

interface Known {
  readonly name: string;
  readonly entry: PermittedIdentifier | undefined;
  readonly uses: readonly TaskIdentifierUse[];
}

/** Those that are known for certain. Sorted by name. */
export function identifierItems(
  model: TargetModel,
  findings: ItemFindings,
  folders: readonly string[],
): readonly IdentifierItem[] {
  const uses = taskIdentifierUses(model.constants).filter(({ call }) => call.api !== 'cancel');
  const [list] = permittedLists(model) ?? [];
  const entries = list === undefined ? [] : permitted(list, uses);
  const claimed = new Set(entries.flatMap((known) => known.uses));
  const others = byName(uses.filter((use) => !claimed.has(use)));
  return [...entries, ...others]
    .map((known) => identifierItem(known, findings, folders))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** What stands in the list twice is one identifier. */
function permitted(
  { identifiers, configuration }: PermittedList,
  uses: readonly TaskIdentifierUse[],
): readonly Known[] {
  const known = new Map<string, Known>();
  for (const entry of identifiers) {
    const name = identifierText(entry.value);
    if (name === undefined || known.has(name)) continue;
    known.set(name, { name, entry, uses: uses.filter((use) => isPermittedBy(entry, use, configuration)) });
  }
  return [...known.values()];
}

function isPermittedBy(
  entry: PermittedIdentifier,
  { value, call }: TaskIdentifierUse,
  { bundleIdentifier }: TargetConfiguration,
): boolean {
  return permits(entry.value, value, { bundleIdentifier, allowsWildcard: allowsWildcard(call) }) === true;
}

/** What several places use is one identifier. */
function byName(uses: readonly TaskIdentifierUse[]): readonly Known[] {
  const groups = new Map<string, TaskIdentifierUse[]>();
  for (const use of uses) {
    const name = identifierText(use.value);
    if (name !== undefined) groups.set(name, [...(groups.get(name) ?? []), use]);
  }
  return [...groups].map(([name, group]) => ({ name, entry: undefined, uses: group }));
}

function identifierItem(
  { name, entry, uses }: Known,
  findings: ItemFindings,
  folders: readonly string[],
): IdentifierItem {
  const declared = entry && { uri: entry.file.uri, range: entry.item.range };
  const places = uses.map(({ uri, range, call }) => ({ uri, range, part: partOf(call) }));
  const all: readonly FilePlace[] = [...(declared === undefined ? [] : [declared]), ...places];
  const found = findings.startingAt(all);
  const isSeen = (part: IdentifierPart) =>
    part === 'permitted' ? entry !== undefined : places.some((place) => place.part === part);
  const parts = allParts.filter(isSeen);
  return {
    name,
    status: identifierStatus(parts, found),
    parts,
    detail: detailText(entry, parts, folders),
    place: declared ?? places[0],
    uses: places,
    findings: found,
  };
}

const allParts: readonly IdentifierPart[] = ['permitted', 'registered', 'requested'];

function partOf({ api }: TaskCall): IdentifierPart {
  return api === 'request' ? 'requested' : 'registered';
}

function identifierStatus(parts: readonly IdentifierPart[], found: readonly Finding[]): CheckStatus {
  const judged = found.filter(isJudged);
  if (judged.some(({ rule }) => rule === notPermitted)) return 'missing';
  if (judged.length > 0) return 'wrong';
  return parts.length === allParts.length ? 'done' : 'by-hand';
}

function detailText(
  entry: PermittedIdentifier | undefined,
  parts: readonly IdentifierPart[],
  folders: readonly string[],
): string {
  const unseen = allParts.filter((part) => !parts.includes(part));
  const place = entry && placeText(entry.file.uri, entry.file.text, entry.item.range, folders);
  return [
    place === undefined ? undefined : `permitted in ${place}`,
    parts.filter((part) => part !== 'permitted').join(' and '),
    unseen.length === 0 ? undefined : `not seen to be ${unseen.join(' or ')}`,
  ]
    .filter((text) => text !== undefined && text !== '')
    .join('; ');
}
