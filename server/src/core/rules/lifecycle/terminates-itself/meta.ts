import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'app-terminates-itself',
  family: 'lifecycle',
  title: 'The app ends itself',
  why: 'iOS decides when an app ends. exit looks like a crash to people, skips everything that is still to be written, and Apple asks developers not to offer a way to quit. It may serve to test how the app is launched again in the background, in debug builds.',
  consequence: 'rejection',
  severity: 'information',
  confidence: 'high',
  tier: 2,
  languages: ['swift', 'objc'],
  scope: 'file',
  needs: [],
  minOS: 'iOS 4',
  fix: 'Show what is wrong and let people leave the app themselves. What needs a fresh start can reset its state instead.',
  sources: [
    'https://developer.apple.com/library/ios/documentation/UserExperience/Conceptual/MobileHIG/StartingStopping.html',
  ],
  entries: [],
  examples,
};
