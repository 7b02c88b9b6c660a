import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'processing-without-permitted-identifiers',
  family: 'task-scheduler',
  title: 'The processing mode without any permitted identifier',
  why: 'App Store Connect refuses the upload (ITMS-90771): an app with the processing mode has to list at least one identifier in BGTaskSchedulerPermittedIdentifiers. The fetch mode alone asks for none.',
  consequence: 'rejection',
  severity: 'error',
  confidence: 'high',
  tier: 1,
  languages: ['plist'],
  scope: 'target',
  needs: ['info-plist'],
  minOS: 'iOS 13',
  fix: 'List the identifiers of the tasks that the app registers, or take processing out.',
  sources: [
    'https://github.com/fluttercommunity/flutter_uploader/issues/59',
    'https://github.com/fluttercommunity/flutter_workmanager/issues/105',
  ],
  entries: [],
  examples,
};
