/** Questions about all code of an app: whether something is used, or left out, anywhere. */
import type { PlacedUse } from '../program/code-index';
import { evaluateConditions } from '../program/conditions';
import type { ConstantIndex } from '../program/constants/constant-index';
import type { Condition } from '../program/ir';
import type { CodeContext, Report, Rule, TargetContext } from './context';
import { isOwnCodeKnown } from './known-code';
import { declares } from './plist-and-project/declared-modes';
import { isCompiled, platformsOf } from './plist-and-project/target-platforms';
import type { RuleMeta } from './types';

/** Rows of the API table that play. */
const playingRows = ['audio-play', 'audio-engine-start', 'audio-unit'] as const;

export interface AppCode {
  /** Uses of a row of the API table that are certainly compiled for iOS. */
  uses(row: string): readonly PlacedUse[];
  /** Whether code uses one of some rows under whatever conditions. */
  has(...rows: readonly string[]): boolean;
  readonly constants: ConstantIndex;
  /** False for an app that leaves playing to libraries which nobody can look into: these see to the rest as well. */
  readonly playsItself: boolean;
  /** The audio mode is certainly declared. */
  readonly hasAudioMode: boolean;
  readonly report: Report;
}

/**
 * A rule about an iPhone app whose own code is known completely. A file that belongs to no target is looked at too when
 * it is the only one that has anything to do with these APIs.
 */
export function appCodeRule(meta: RuleMeta, check: (app: AppCode) => void): Rule {
  return {
    meta,
    run: 'target',
    check(context) {
      if (isKnownApp(context)) check(codeOfTarget(context));
    },
    checkFile(code) {
      if (code.targets.length === 0 && code.index.files.size === 1) check(codeOfFile(code));
    },
  };
}

function isKnownApp({ target, infoPlist }: TargetContext): boolean {
  const isPhone = platformsOf(target, infoPlist)?.includes('iOS') === true;
  return target.product === 'app' && isPhone && isOwnCodeKnown(target);
}

function codeOfTarget({ target, infoPlist, uses, constants, report }: TargetContext): AppCode {
  const modes = infoPlist.modes('UIBackgroundModes');
  const has = (...rows: readonly string[]) => uses.some(({ use }) => rows.includes(use.row));
  return {
    has,
    playsItself: target.isComplete || has(...playingRows),
    uses: (row) => uses.filter(({ use }) => use.row === row && isCompiled(use.when, 'iOS', target)),
    constants,
    hasAudioMode: infoPlist.isResolved && declares(modes, ['audio']),
    report,
  };
}

function codeOfFile({ index, report }: CodeContext): AppCode {
  return {
    uses: (row) => index.uses(row).filter(({ use }) => isForPhone(use.when)),
    has: (...rows) => rows.some((row) => index.uses(row).length > 0),
    playsItself: true,
    constants: index.constants,
    hasAudioMode: false,
    report,
  };
}

function isForPhone(conditions: readonly Condition[]): boolean {
  return evaluateConditions(conditions, { platform: 'iOS', flags: {} }) === true;
}
