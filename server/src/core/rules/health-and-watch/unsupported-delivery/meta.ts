import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'unsupported-background-delivery',
  family: 'health-and-watch',
  title: 'Background delivery does not support this type or frequency',
  why: 'HealthKit delivers no correlations in the background, and for some types it waits longer than the app asks for. It does not say so.',
  consequence: 'silent-failure',
  severity: 'warning',
  confidence: 'high',
  tier: 2,
  languages: ['swift', 'objc'],
  scope: 'file',
  needs: [],
  minOS: 'iOS 8',
  fix: 'Enable delivery for the sample types inside a correlation; ask for steps by the hour.',
  sources: [
    'https://developer.apple.com/documentation/healthkit/hkhealthstore/enablebackgrounddelivery(for:frequency:withcompletion:)',
  ],
  entries: [
    {
      key: 'correlation-type',
      title: 'Background delivery of a correlation',
      why: 'Blood pressure and food are correlations. The samples that they contain can be delivered, they themselves cannot.',
    },
    {
      key: 'immediate-step-count',
      title: 'Immediate delivery of the step count',
      severity: 'hint',
      consequence: 'misconception',
      why: 'On the iPhone steps are delivered once an hour at most, whatever the app asks for. For live steps there is CMPedometer.',
    },
  ],
  examples,
};
