import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'legacy-fetch-disabled',
  family: 'task-scheduler',
  title: 'Background fetch of former days beside permitted identifiers',
  why: 'From iOS 13 on, BGTaskSchedulerPermittedIdentifiers in the Info.plist turns setMinimumBackgroundFetchInterval and application(_:performFetchWithCompletionHandler:) off. An SDK that asks for the key is enough to silence code that has worked for years.',
  consequence: 'silent-failure',
  severity: 'warning',
  confidence: 'high',
  tier: 2,
  languages: ['swift', 'objc'],
  scope: 'target',
  needs: ['info-plist', 'deployment-target'],
  minOS: 'iOS 13',
  fix: 'Move the work into an app refresh task of BGTaskScheduler, and remove the old method.',
  sources: ['https://developer.apple.com/documentation/uikit/using-background-tasks-to-update-your-app'],
  entries: [],
  examples,
};
