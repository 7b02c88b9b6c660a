/** Rules about capabilities: property lists, project files, and the code that needs them. */
import type { Rule } from '../context';
import { backgroundKeyWrongType } from './background-key-wrong-type';
import { backgroundModesDiffer } from './background-modes-differ-between-configurations';
import { duplicatePlistKey } from './duplicate-plist-key';
import { ignoredInfoPlistBuildSetting } from './ignored-infoplist-build-setting';
import { infoPlistCopiedAsResource } from './infoplist-copied-as-resource';
import { infoPlistFileMissing } from './infoplist-file-missing';
import { invalidBackgroundMode } from './invalid-background-mode';
import { malformedPlist } from './malformed-plist';
import { misplacedBackgroundModes } from './misplaced-background-modes';
import { missingBackgroundMode } from './missing-background-mode';
import { missingEntitlement } from './missing-entitlement';
import { missingUsageDescription } from './missing-usage-description';
import { misspelledBackgroundKey } from './misspelled-background-key';
import { plistEditOverridden } from './plist-edit-overridden';
import { redundantBackgroundMode } from './redundant-background-mode';
import { unusedBackgroundMode } from './unused-background-mode';

export const plistAndProjectRules: readonly Rule[] = [
  missingBackgroundMode,
  missingEntitlement,
  missingUsageDescription,
  unusedBackgroundMode,
  invalidBackgroundMode,
  backgroundKeyWrongType,
  misspelledBackgroundKey,
  misplacedBackgroundModes,
  ignoredInfoPlistBuildSetting,
  backgroundModesDiffer,
  duplicatePlistKey,
  malformedPlist,
  infoPlistFileMissing,
  infoPlistCopiedAsResource,
  plistEditOverridden,
  redundantBackgroundMode,
];
