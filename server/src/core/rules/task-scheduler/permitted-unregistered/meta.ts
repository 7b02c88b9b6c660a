import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'permitted-identifier-without-launch-handler',
  family: 'task-scheduler',
  title: 'Info.plist permits an identifier that no code registers',
  why: 'Every permitted identifier is expected to have a launch handler. One without is left over or mistyped, and it turns into a crash when an earlier version of the app has left a request for it behind.',
  consequence: 'silent-failure',
  severity: 'information',
  confidence: 'medium',
  tier: 2,
  languages: ['swift', 'objc', 'plist'],
  scope: 'target',
  needs: ['info-plist', 'constants', 'sources-complete'],
  minOS: 'iOS 13',
  tag: 'unnecessary',
  fix: 'Remove the entry, or register a launch handler for it.',
  sources: [
    'https://developer.apple.com/documentation/bundleresources/information-property-list/bgtaskschedulerpermittedidentifiers',
  ],
  entries: [],
  examples,
};
