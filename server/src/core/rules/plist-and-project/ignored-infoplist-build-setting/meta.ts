import type { RuleMeta } from '../../types';
import { examples } from './examples';

const swiftBuild = 'https://github.com/swiftlang/swift-build/blob/main/Sources';

export const meta: RuleMeta = {
  id: 'ignored-infoplist-build-setting',
  family: 'plist-and-project',
  title: 'A build setting that does not get into the Info.plist',
  why: 'Xcode makes Info.plist keys of a fixed list of INFOPLIST_KEY_ settings, and of these only when it generates the file. It says nothing about any other, so that a mode or a purpose string is missing when the app runs.',
  consequence: 'silent-failure',
  severity: 'error',
  confidence: 'high',
  tier: 1,
  languages: ['pbxproj'],
  scope: 'target',
  needs: ['pbxproj'],
  fix: 'Put the value into an Info.plist file and name that in INFOPLIST_FILE. GENERATE_INFOPLIST_FILE = YES can stay: Xcode merges both.',
  sources: [
    `${swiftBuild}/SWBTaskExecution/TaskActions/InfoPlistProcessorTaskAction.swift`,
    `${swiftBuild}/SWBCore/Specs/CoreBuildSystem.xcspec`,
    'https://github.com/billdmar/SafeWalk/pull/4',
    'https://developer.apple.com/documentation/bundleresources/information-property-list/uibackgroundmodes',
  ],
  entries: [
    {
      key: 'unknown-key',
      title: 'Background modes as a build setting',
      minOS: 'iOS 4',
      why: 'UIBackgroundModes, WKBackgroundModes and BGTaskSchedulerPermittedIdentifiers are not on the list: no INFOPLIST_KEY_ setting makes them. It is an information when the Info.plist declares the values anyway.',
    },
    {
      key: 'not-generated',
      title: 'A purpose string as a setting, without a generated Info.plist',
      severity: 'warning',
      why: 'INFOPLIST_KEY_ settings count only with GENERATE_INFOPLIST_FILE = YES. With a file of its own the app lacks the text, and asking for the permission ends it.',
    },
    {
      key: 'capability-flag',
      title: 'The old capability flag without any mode',
      severity: 'hint',
      confidence: 'medium',
      consequence: 'misconception',
      why: 'com.apple.BackgroundModes in the attributes of a target only remembers a switch of old Xcode versions.',
    },
  ],
  examples,
};
