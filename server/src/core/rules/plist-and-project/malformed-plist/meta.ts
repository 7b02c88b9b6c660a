import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'malformed-plist',
  family: 'plist-and-project',
  title: 'A property list that cannot be read',
  why: 'A broken file stops the build. Mostly it is an ampersand that was not escaped, a tag that was not closed, a key without a value, or a merge conflict that was left in the file.',
  consequence: 'rejection',
  severity: 'error',
  confidence: 'high',
  tier: 1,
  languages: ['plist', 'entitlements'],
  scope: 'file',
  needs: [],
  fix: 'Write & as &amp; and < as &lt;, close the tag, give the key a value or delete it, resolve the conflict.',
  sources: [
    'https://www.apple.com/DTDs/PropertyList-1.0.dtd',
    'https://github.com/swiftlang/swift-build/blob/main/Sources/SWBTaskExecution/TaskActions/InfoPlistProcessorTaskAction.swift',
  ],
  entries: [],
  examples,
};
