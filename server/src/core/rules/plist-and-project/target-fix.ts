/** Fixes of a target's property lists, wherever these are. */
import {
  changeTarget,
  type PlistChange,
  type PlistKind,
  type TargetChange,
  type TargetEditContext,
} from '../../features/edits/target-edits';
import type { Fix } from '../types';
import { shownPath } from './shown-path';

/** `what`: what the fix does, as in `Add 'audio' to UIBackgroundModes`. None when it cannot be done, or is done. */
export function targetFix(
  context: TargetEditContext,
  kind: PlistKind,
  change: PlistChange,
  what: string,
  isPreferred: boolean,
): readonly Fix[] {
  const made = changeTarget(context, kind, change);
  if (made === undefined || made.files.length === 0) return [];
  return [{ title: `${what} in ${placeText(context, made)}`, files: made.files, isPreferred }];
}

/** Names the targets where the file alone does not tell. */
function placeText({ target }: TargetEditContext, change: TargetChange): string {
  const files = change.places.map((uri) => shownPath(uri, target)).join(' and ');
  const place = change.isNew ? `a new ${files}` : files;
  if (!change.isNew && !change.isInManifest && change.sharedWith.length === 0) return place;
  return `${place} for ${targetsText([...new Set([target.name, ...change.sharedWith])])}`;
}

function targetsText([own, ...others]: string[]): string {
  if (others.length > 2) return `'${own}' and ${others.length} other targets`;
  const last = others.pop();
  const names = [own, ...others].map((name) => `'${name}'`).join(', ');
  return last === undefined ? names : `${names} and '${last}'`;
}
