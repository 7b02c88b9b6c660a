/** Fixes of a declared audio mode with ambient categories: another category, or no mode. */
import { audioCategoryNames } from '../../../catalog/audio-session';
import { sdkConstant } from '../../../catalog/sdk-constants';
import type { ConstantExpr } from '../../../program/constants/types';
import type { TargetContext } from '../../context';
import { targetFix } from '../../plist-and-project/target-fix';
import type { Fix } from '../../types';
import type { CategoryUse } from '../app-categories';

const wanted = 'playback';

/** Which of the two is right depends on what the app is for: none is preferred. */
export function ambientFixes(context: TargetContext, uses: readonly CategoryUse[]): readonly Fix[] {
  const change = { kind: 'remove-string', key: 'UIBackgroundModes', value: 'audio' } as const;
  return [
    ...uses.flatMap(playbackFix).slice(0, 1),
    ...targetFix(context, 'info', change, "Remove 'audio' from UIBackgroundModes", false),
  ];
}

function playbackFix({ uri, use: { value, range } }: CategoryUse): readonly Fix[] {
  const written = spelling(value);
  // The argument is something else that stands for the category.
  if (written === undefined || written.before.length !== range.end - range.start) return [];
  const edits = [{ range, newText: written.after }];
  return [{ title: `Use '${wanted}'`, files: [{ uri, edits }], isPreferred: false }];
}

/** How a constant is written, and how the wanted one is in its place. */
function spelling(value: ConstantExpr): { readonly before: string; readonly after: string } | undefined {
  if (value.kind === 'member') return { before: `.${value.name}`, after: `.${wanted}` };
  if (value.kind !== 'reference' || sdkConstant(value.path) === undefined) return undefined;
  const after = value.path.length === 1 ? (audioCategoryNames[wanted] ?? '') : wanted;
  return { before: value.path.join('.'), after: [...value.path.slice(0, -1), after].join('.') };
}
