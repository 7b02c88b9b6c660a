/** plist-edit-overridden: a value that a build setting replaces, or that a tool takes away when it runs. */
import type { Rule } from '../../context';
import { checkBuildSettings } from './build-settings';
import { checkGeneratedFiles } from './generated-file';
import { meta } from './meta';

export const plistEditOverridden: Rule = {
  meta,
  run: 'project',
  check(context) {
    if (context.project !== undefined) checkBuildSettings(context, context.project);
    checkGeneratedFiles(context);
  },
};
