import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'callkit-china-storefront',
  family: 'calls',
  title: 'CallKit without regard to the storefront of mainland China',
  why: 'Since 2018 App Review refuses apps that use CallKit in the storefront of mainland China (guideline 5). Whether an app is sold there is not written in its code, so this rule speaks only when it is asked to.',
  consequence: 'rejection',
  severity: 'hint',
  confidence: 'medium',
  tier: 3,
  languages: ['swift', 'objc'],
  scope: 'target',
  needs: ['sources-complete'],
  isOptIn: true,
  fix: 'Leave that storefront out, switch CallKit off for it, or use LiveCommunicationKit, which is there since iOS 17.4.',
  sources: [
    'https://developers.sinch.com/docs/in-app-calling/getting-started/ios/make-call-lck',
    'https://github.com/Azure/azure-sdk-for-ios/issues/1537',
  ],
  entries: [],
  examples,
};
