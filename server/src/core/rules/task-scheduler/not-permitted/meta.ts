import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'task-identifier-not-permitted',
  family: 'task-scheduler',
  title: 'Task identifier is missing from BGTaskSchedulerPermittedIdentifiers',
  why: 'The scheduler only knows identifiers that the Info.plist lists. For all others register answers false, without an exception, and submit fails with notPermitted: nothing crashes, the task simply never exists. An entry that ends in .* stands for all identifiers that begin like it, for continued processing tasks alone.',
  consequence: 'silent-failure',
  severity: 'error',
  confidence: 'high',
  tier: 1,
  languages: ['swift', 'objc', 'plist'],
  scope: 'target',
  needs: ['info-plist', 'constants'],
  minOS: 'iOS 13',
  fix: 'Add the identifier to BGTaskSchedulerPermittedIdentifiers, letter by letter as it is in the code.',
  sources: [
    'https://developer.apple.com/documentation/backgroundtasks/bgtaskscheduler/error/code/notpermitted',
    'https://developer.apple.com/documentation/bundleresources/information-property-list/bgtaskschedulerpermittedidentifiers',
  ],
  entries: [],
  examples,
};
