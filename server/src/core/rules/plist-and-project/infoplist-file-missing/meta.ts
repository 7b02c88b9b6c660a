import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'infoplist-file-missing',
  family: 'plist-and-project',
  title: 'INFOPLIST_FILE names a file that does not exist',
  why: 'The path starts at the folder of the project. After a file was moved or renamed the build fails, or people edit a property list that the app does not use.',
  consequence: 'rejection',
  severity: 'error',
  confidence: 'high',
  tier: 2,
  languages: ['pbxproj'],
  scope: 'target',
  needs: ['pbxproj'],
  fix: 'Set INFOPLIST_FILE to the Info.plist of the target, seen from the folder of the project.',
  sources: [
    'https://developer.apple.com/documentation/xcode/build-settings-reference',
    'https://github.com/swiftlang/swift-build/blob/main/Sources/SWBTaskExecution/TaskActions/InfoPlistProcessorTaskAction.swift',
  ],
  entries: [],
  examples,
};
