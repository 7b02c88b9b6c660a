/** Turns code that needs a mode into examples with and without the mode. */
import { modeOf } from '../../../../catalog/modes';
import { appPlist, stringArray, watchPlist } from '../../../example-files';
import type { RuleExample } from '../../../types';

export interface ModeCase {
  readonly entry: string;
  /** What the good examples declare. */
  readonly mode: string;
  /** Code with `⟦` and `⟧` around the place of the finding. Objective-C begins with `#import`. */
  readonly needs: readonly string[];
  /** Code that does not need the mode. */
  readonly nearMisses: readonly string[];
  readonly isWatch?: boolean;
  /** What else the Info.plist holds. */
  readonly keys?: string;
}

/** A mode that none of the cases needs, so that the arrays are not empty. */
const otherMode = 'external-accessory';

/** For each piece of code a bad example without the mode and a good one with it; a near miss for each of the others. */
export function modeExamples({
  entry,
  mode,
  needs,
  nearMisses,
  isWatch = false,
  keys = '',
}: ModeCase): RuleExample[] {
  const key = modeOf('WKBackgroundModes', mode) === undefined ? 'UIBackgroundModes' : 'WKBackgroundModes';
  const infoPlist = isWatch ? watchPlist : appPlist;
  const without = infoPlist((isWatch ? '' : stringArray('UIBackgroundModes', [otherMode])) + keys);
  const declared = infoPlist(stringArray(key, [mode]) + keys);
  return [
    ...needs.map((code): RuleExample => ({ kind: 'bad', entry, files: files(code, without) })),
    ...needs.map(
      (code): RuleExample => ({ kind: 'good', entry, files: files(code.replace(/[⟦⟧]/g, ''), declared) }),
    ),
    ...nearMisses.map((code): RuleExample => ({ kind: 'near-miss', entry, files: files(code, without) })),
  ];
}

function files(code: string, infoPlist: string): Record<string, string> {
  const name = code.startsWith('#import') ? 'Feature.m' : 'Feature.swift';
  return { [name]: code, 'Info.plist': infoPlist };
}
