/**
 * plist-edit-overridden: a value that another source replaces. Here it is a build setting; what generators write again is
 * theirs to say (see `Target.owners`).
 */
import type { Rule } from '../../context';
import { checkBuildSettings } from './build-settings';
import { meta } from './meta';

export const plistEditOverridden: Rule = {
  meta,
  run: 'target',
  check(context) {
    if (context.project !== undefined) checkBuildSettings(context, context.project);
  },
};
