import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'wrong-task-class',
  family: 'task-scheduler',
  title: 'Launch handler force-casts to a class that does not match the request',
  why: 'The class of the task follows from the class of the request. A forced cast to another one crashes the app in the background, where nobody sees it.',
  consequence: 'crash',
  severity: 'error',
  confidence: 'high',
  tier: 1,
  languages: ['swift'],
  scope: 'target',
  needs: ['constants'],
  minOS: 'iOS 13',
  fix: 'Cast to the class that belongs to the request, or schedule the request that belongs to the class.',
  sources: [
    'https://developer.apple.com/documentation/backgroundtasks/bgtask',
    'https://developer.apple.com/documentation/backgroundtasks/bghealthresearchtask',
  ],
  entries: [],
  examples,
};
