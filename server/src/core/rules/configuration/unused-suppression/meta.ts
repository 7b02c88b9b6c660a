import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'unused-suppression',
  family: 'configuration',
  title: 'Suppression comment silences nothing',
  why: 'A comment that hides a finding should go when the finding does. One that stays behind hides the next mistake on its line, and tells readers of a problem that no longer exists. A misspelt rule name hides nothing at all.',
  consequence: 'misconception',
  severity: 'information',
  confidence: 'high',
  tier: 2,
  languages: ['swift', 'objc', 'plist', 'entitlements'],
  scope: 'file',
  needs: [],
  tag: 'unnecessary',
  fix: 'Remove the comment, or the name of the rule that is no longer needed in it.',
  sources: ['https://realm.github.io/SwiftLint/superfluous_disable_command.html'],
  entries: [
    { key: 'unused', title: 'The rule finds nothing there' },
    { key: 'unknown-rule', title: 'There is no rule of that name', severity: 'warning' },
  ],
  examples,
};
