import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'processing-request-without-network',
  family: 'task-scheduler',
  title: 'Processing task uses the network but does not ask for it',
  why: 'requiresNetworkConnectivity is false unless somebody sets it: the system may start the task while the device is offline, and its one chance of the night is gone.',
  consequence: 'silent-failure',
  severity: 'hint',
  confidence: 'medium',
  tier: 3,
  languages: ['swift', 'objc'],
  scope: 'workspace',
  needs: ['constants', 'call-graph'],
  minOS: 'iOS 13',
  fix: 'Set requiresNetworkConnectivity of the request to true.',
  sources: [
    'https://developer.apple.com/documentation/backgroundtasks/bgprocessingtaskrequest/requiresnetworkconnectivity',
  ],
  entries: [],
  examples,
};
