import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'redundant-background-mode',
  family: 'plist-and-project',
  title: 'A repeated value or an empty list of background modes',
  why: 'A value that is there twice, or an array with nothing in it, grants nothing. Mostly a merge or a plugin left it behind.',
  consequence: 'misconception',
  severity: 'hint',
  confidence: 'high',
  tier: 3,
  languages: ['plist'],
  scope: 'file',
  needs: [],
  fix: 'Delete the repetition; delete the empty array, or add the mode that was meant.',
  sources: [
    'https://developer.apple.com/documentation/bundleresources/information-property-list/uibackgroundmodes',
    'https://github.com/swiftlang/swift-build/blob/main/Sources/SWBTaskExecution/TaskActions/InfoPlistProcessorTaskAction.swift',
  ],
  entries: [
    {
      key: 'duplicate',
      title: 'A value that is there twice',
      minOS: 'iOS 4',
      why: 'The system reads a set of values.',
    },
    {
      key: 'empty',
      title: 'An empty array',
      why: 'It is the same as no array. An empty UIBackgroundModes beside permitted task identifiers is left alone: apps with nothing but continued processing tasks may want it so.',
    },
  ],
  examples,
};
