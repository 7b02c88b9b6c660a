import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'task-submitted-without-launch-handler',
  family: 'task-scheduler',
  title: 'A permitted identifier is submitted but never registered',
  why: 'Submitting a request whose identifier is permitted but has no launch handler raises an NSInternalInconsistencyException ("No launch handler registered …"), which neither try nor catch intercepts.',
  consequence: 'crash',
  severity: 'error',
  confidence: 'high',
  tier: 1,
  languages: ['swift', 'objc', 'plist'],
  scope: 'target',
  needs: ['info-plist', 'constants', 'sources-complete'],
  minOS: 'iOS 13',
  fix: 'Register a launch handler for the identifier before the launch method of the app delegate returns.',
  sources: [
    'https://developer.apple.com/documentation/backgroundtasks/bgtaskscheduler/register(fortaskwithidentifier:using:launchhandler:)',
  ],
  entries: [],
  examples,
};
