/** Several changes of one target as one edit. */
import type { FileEdit } from '../../rules/types';
import { applyEdits, type TextEdit } from '../../text';
import { joinEdits } from './join';
import { canReread, withPlist, withTexts } from './target/reread';
import { changeTarget, type PlistChange, type PlistKind, type TargetEditContext } from './target-edits';

export interface PlannedChange {
  readonly kind: PlistKind;
  readonly change: PlistChange;
}

export type TargetChanges =
  | {
      readonly kind: 'made';
      /** Empty when all is as wanted. */
      readonly files: readonly FileEdit[];
      /** Files that hold the values. */
      readonly places: readonly string[];
      /** Names of other targets that the change is a change of too. */
      readonly sharedWith: readonly string[];
    }
  /** This one cannot be made safely; none is then. */
  | { readonly kind: 'refused'; readonly planned: PlannedChange };

interface EditedFile {
  /** `undefined`: the file is created. */
  readonly before: string | undefined;
  readonly after: string;
  /** From `before` to `after`; empty for files that are created. */
  readonly edits: readonly TextEdit[];
}

/** Makes the changes one after the other, each on what the ones before have left. */
export function changeTargetBy(context: TargetEditContext, planned: readonly PlannedChange[]): TargetChanges {
  const edited = new Map<string, EditedFile>();
  const places = new Set<string>();
  const sharedWith = new Set<string>();
  let current = context;
  for (const each of planned) {
    const made = changeTarget(current, each.kind, each.change);
    if (made === undefined) return { kind: 'refused', planned: each };
    for (const file of made.files) {
      const next = joined(current, edited.get(file.uri), file);
      if (next === undefined) return { kind: 'refused', planned: each };
      edited.set(file.uri, next);
    }
    const [place] = made.places;
    const named = made.isNew && place !== undefined ? withPlist(current, each.kind, place) : current;
    current = withTexts(named, new Map([...edited].map(([uri, { after }]) => [uri, after])));
    if (made.files.length > 0) for (const uri of made.places) places.add(uri);
    for (const name of made.sharedWith) sharedWith.add(name);
  }
  const files = [...edited].map(([uri, file]) => fileEdit(uri, file));
  return { kind: 'made', files, places: [...places], sharedWith: [...sharedWith] };
}

function fileEdit(uri: string, { before, after, edits }: EditedFile): FileEdit {
  return before === undefined ? { uri, edits: [], create: after } : { uri, edits };
}

/** The file after a further edit. `undefined` when the edits are in each other's way. */
function joined(
  context: TargetEditContext,
  edited: EditedFile | undefined,
  { uri, edits, create }: FileEdit,
): EditedFile | undefined {
  if (create !== undefined) return { before: undefined, after: create, edits: [] };
  const text = textOf(context, uri);
  if (text === undefined) return undefined;
  if (edited === undefined) return { before: text, after: applyEdits(text, edits), edits };
  if (edited.before === undefined) return { ...edited, after: applyEdits(edited.after, edits) };
  if (text === edited.after) {
    const after = applyEdits(text, edits);
    return { before: edited.before, after, edits: [difference(edited.before, after)] };
  }
  // The context still shows the text before the first edit: what stands there could not be found again.
  const all = joinEdits(edited.before, edited.edits, edits);
  return all && { before: edited.before, after: applyEdits(edited.before, all), edits: all };
}

function textOf(
  { target, infoPlist, entitlements, project }: TargetEditContext,
  uri: string,
): string | undefined {
  if (project?.uri === uri) return project.text;
  const parts = target.configurations.flatMap(({ ownedInfoPlist, ownedEntitlements }) => [
    ...(ownedInfoPlist?.parts ?? []),
    ...(ownedEntitlements?.parts ?? []),
  ]);
  const files = [
    ...parts.map(({ file, path }) => ({ file, path })),
    ...[...infoPlist.files, ...entitlements].map((file) => ({ file, path: [] })),
  ].filter(({ file }) => file.uri === uri);
  // Dictionaries of one file that could and could not be read again must not be mixed up.
  const fresh = files.find(({ file, path }) => canReread(file, path));
  return (fresh ?? files[0])?.file.text;
}

/** One edit that replaces what differs. Pairs of surrogates and line ends stay whole. */
function difference(before: string, after: string): TextEdit {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  while (start > 0 && isInside(before, after, start)) start--;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  while (end > 0 && (cuts(before, before.length - end) || cuts(after, after.length - end))) end--;
  return {
    range: { start, end: before.length - end },
    newText: after.slice(start, after.length - end),
  };
}

function isInside(before: string, after: string, at: number): boolean {
  return cuts(before, at) || cuts(after, at);
}

/** Whether `at` lies between two code units that belong together. */
function cuts(text: string, at: number): boolean {
  const pair = text.slice(at - 1, at + 1);
  return pair === '\r\n' || /^[\ud800-\udbff][\udc00-\udfff]$/.test(pair);
}
