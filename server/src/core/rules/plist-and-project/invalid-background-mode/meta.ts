import type { RuleMeta } from '../../types';
import { examples } from './examples';

const appleDocs = 'https://developer.apple.com/documentation';

export const meta: RuleMeta = {
  id: 'invalid-background-mode',
  family: 'plist-and-project',
  title: 'A value in a background mode array is not valid there',
  why: 'The arrays hold fixed names. The system ignores what it does not know and App Store validation refuses it (error 90112); a value that belongs to another key or platform has no effect, or Xcode drops it from the built app.',
  consequence: 'rejection',
  severity: 'error',
  confidence: 'high',
  tier: 1,
  languages: ['plist'],
  scope: 'file',
  needs: [],
  fix: 'Use the value that is meant, in the array it belongs to. What needs no mode, such as a VPN or HealthKit, is taken out.',
  sources: [
    `${appleDocs}/bundleresources/information-property-list/uibackgroundmodes`,
    `${appleDocs}/bundleresources/information-property-list/wkbackgroundmodes`,
    `${appleDocs}/xcode/configuring-background-execution-modes`,
    'https://github.com/swiftlang/swift-build/blob/main/Sources/SWBTaskExecution/TaskActions/InfoPlistProcessorTaskAction.swift',
  ],
  entries: [
    {
      key: 'unknown-value',
      title: 'A value that does not exist',
      why: 'Many wrong names come from the boxes in Xcode: there is no background-fetch, background-processing or picture-in-picture.',
    },
    {
      key: 'label-as-value',
      title: 'A label of Xcode in place of the value',
      why: "Xcode's property list editor shows readable labels; the file has to hold the raw value behind them.",
    },
    {
      key: 'watch-unknown-value',
      title: 'A value that WKBackgroundModes does not have',
      consequence: 'silent-failure',
      minOS: 'watchOS 3',
      why: 'The session types are workout-processing, self-care, mindfulness, physical-therapy, alarm and underwater-depth. Anything else enables no session.',
    },
    {
      key: 'watch-value-in-ui-modes',
      title: 'A session type of the watch in UIBackgroundModes',
      severity: 'warning',
      confidence: 'medium',
      consequence: 'silent-failure',
      minOS: 'watchOS 3',
      why: 'Session types belong into WKBackgroundModes. It is an information outside of watch apps: whether workouts on the iPhone want such a value is not documented.',
    },
    {
      key: 'exclusive-watch-types',
      title: 'More than one session type',
      consequence: 'silent-failure',
      minOS: 'watchOS 6',
      why: 'A watch app declares one of self-care, mindfulness, physical-therapy and alarm. Workouts and dives can stand beside it.',
    },
    {
      key: 'obsolete',
      title: 'An obsolete value',
      severity: 'information',
      confidence: 'medium',
      why: 'newsstand-content is still accepted, but Newsstand ended with iOS 9.',
    },
    {
      key: 'unsupported-platform',
      title: 'A mode that the platform does not have',
      severity: 'warning',
      consequence: 'silent-failure',
      why: 'The build system drops values that a platform does not support and says so only in the build log. A value that another platform of the same plist keeps is as it should be.',
    },
  ],
  examples,
};
