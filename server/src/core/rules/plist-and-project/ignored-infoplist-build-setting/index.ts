/** ignored-infoplist-build-setting: settings that Xcode does not make a part of the Info.plist. */
import type { Rule } from '../../context';
import { checkCapabilityFlag } from './capability-flag';
import { meta } from './meta';
import { checkNotGenerated } from './not-generated';
import { checkUnknownKeys } from './unknown-keys';

export const ignoredInfoPlistBuildSetting: Rule = {
  meta,
  run: 'project',
  check(context) {
    const { project } = context;
    // In a broken project file, settings may belong to other configurations than it seems.
    if (project === undefined || project.document.problems.length > 0) return;
    checkUnknownKeys(context, project);
    checkNotGenerated(context, project);
    checkCapabilityFlag(context, project);
  },
};
