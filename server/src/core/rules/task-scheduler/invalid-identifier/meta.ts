import type { RuleMeta } from '../../types';
import { examples } from './examples';

const appleDocs = 'https://developer.apple.com/documentation';

export const meta: RuleMeta = {
  id: 'invalid-task-identifier',
  family: 'task-scheduler',
  title: 'A task identifier that the scheduler drops',
  why: 'iOS 26 drops permitted identifiers that are too long, and wildcards that are not well formed, with nothing but a line in the log. A wildcard permits; code has to name concrete tasks.',
  consequence: 'silent-failure',
  severity: 'error',
  confidence: 'high',
  tier: 2,
  languages: ['plist', 'swift', 'objc'],
  scope: 'file',
  needs: [],
  minOS: 'iOS 26',
  fix: 'In the Info.plist write $(PRODUCT_BUNDLE_IDENTIFIER).context.*, in code an identifier that ends in something unique in the place of the *.',
  sources: [
    `${appleDocs}/backgroundtasks/bgcontinuedprocessingtaskrequest`,
    `${appleDocs}/bundleresources/information-property-list/bgtaskschedulerpermittedidentifiers`,
    'https://developer.apple.com/forums/thread/799126',
  ],
  entries: [
    {
      key: 'too-long',
      title: 'A permitted identifier of more than 128 characters',
      severity: 'warning',
      confidence: 'medium',
      why: 'Longer ones are dropped, and registering a launch handler answers false.',
    },
    {
      key: 'wildcard-form',
      title: 'A wildcard that is not well formed',
      why: 'The form is the bundle identifier, optionally a context, and one .* at the very end.',
    },
    {
      key: 'wildcard-in-code',
      title: 'A wildcard in code',
      consequence: 'crash',
      why: 'The handler is registered for the pattern, the task is submitted under a name of its own: "No launch handler registered".',
    },
  ],
  examples,
};
