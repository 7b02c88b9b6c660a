/** The task identifiers that the Info.plist of a target permits. */
import { permittedIdentifiers } from '../../catalog/background-keys';
import { datedRequests } from '../../catalog/task-scheduling';
import type { ConstantValue, TaskCall } from '../../program/constants/types';
import { plainText, propertyListText, textOf } from '../../program/constants/values';
import { distinct, infoPlistLayers } from '../../project/owned-values';
import type { PlistFile, TargetConfiguration } from '../../project/types';
import { dictEntry, hasVariable, isSettled, isString, rootDict } from '../../syntax/plist-query';
import type { PlistArray, PlistScalar } from '../../syntax/plist-types';
import type { TargetContext } from '../context';

export interface PermittedIdentifier {
  readonly file: PlistFile;
  readonly item: PlistScalar;
  /** What the build makes of it, `.*` at its end included. */
  readonly value: ConstantValue;
}

export interface PermittedList {
  readonly configuration: TargetConfiguration;
  readonly identifiers: readonly PermittedIdentifier[];
}

type Lists = Pick<TargetContext, 'target' | 'infoPlist' | 'plist'>;

/** The list of each configuration; `undefined` when one of them is not known completely. */
export function permittedLists(context: Lists): readonly PermittedList[] | undefined {
  const lists = context.target.configurations.map((configuration) => listOf(context, configuration));
  const known = lists.filter((list) => list !== undefined);
  return known.length === 0 || known.length < lists.length ? undefined : known;
}

function listOf({ plist, infoPlist }: Lists, configuration: TargetConfiguration): PermittedList | undefined {
  const read = (uri: string): PlistFile | undefined =>
    infoPlist.files.find((file) => file.uri === uri) ?? plist?.(uri);
  const { editable, implied, isResolved, isComplete } = infoPlistLayers(configuration, read);
  const files = distinct([...editable, ...implied]);
  if (!isResolved || !isComplete || !files.every(({ document }) => isSettled(document))) return undefined;
  const lists = files.map((file) => identifiersIn(file, configuration));
  const known = lists.filter((list) => list !== undefined);
  return known.length < lists.length ? undefined : { configuration, identifiers: known.flat() };
}

/** `undefined` when an entry is not known, or is nothing that the scheduler understands. */
function identifiersIn(
  file: PlistFile,
  configuration: TargetConfiguration,
): readonly PermittedIdentifier[] | undefined {
  const node = dictEntry(rootDict(file.document), permittedIdentifiers)?.value;
  if (node === undefined) return [];
  return node.kind === 'array' ? itemsOf(node, file, configuration) : undefined;
}

function itemsOf(
  { items }: PlistArray,
  file: PlistFile,
  configuration: TargetConfiguration,
): readonly PermittedIdentifier[] | undefined {
  const found: PermittedIdentifier[] = [];
  for (const item of items) {
    const value = isString(item) ? entryValue(item.value, configuration) : undefined;
    if (!isString(item) || value === undefined) return undefined;
    found.push({ file, item, value });
  }
  return found;
}

/** What the build makes of an entry; `undefined` when it holds a variable that stays unknown. */
export function entryValue(text: string, configuration: TargetConfiguration): ConstantValue | undefined {
  const expanded = hasVariable(text) ? configuration.expand(text) : undefined;
  return expanded === undefined ? propertyListText(text) : textOf([expanded]);
}

const wildcard = '.*';

/** Stands for a bundle identifier that nobody knows. */
const someBundle = '\u0000';

export interface Matching {
  readonly bundleIdentifier: string | undefined;
  /** Whether `….*` stands for all identifiers that begin like that. */
  readonly allowsWildcard: boolean;
}

/** A call that may be about a continued task. */
export function allowsWildcard({ request }: TaskCall): boolean {
  return request === undefined || !datedRequests.includes(request);
}

/** Whether an entry permits an identifier. `undefined`: that depends on a bundle identifier that is not known. */
export function permits(
  entry: ConstantValue,
  identifier: ConstantValue,
  { bundleIdentifier, allowsWildcard }: Matching,
): boolean | undefined {
  if (bundleIdentifier === undefined && isSymbolic(entry) !== isSymbolic(identifier)) return undefined;
  const permitted = plainText(entry, bundleIdentifier ?? someBundle);
  const asked = plainText(identifier, bundleIdentifier ?? someBundle);
  if (permitted === undefined || asked === undefined) return undefined;
  if (permitted === asked) return true;
  return allowsWildcard && permitted.endsWith(wildcard) && asked.startsWith(permitted.slice(0, -1));
}

function isSymbolic(value: ConstantValue): boolean {
  return value.kind === 'text' && value.parts.some((part) => typeof part !== 'string');
}
