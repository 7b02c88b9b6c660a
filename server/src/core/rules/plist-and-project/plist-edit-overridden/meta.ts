import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'plist-edit-overridden',
  family: 'plist-and-project',
  title: 'A value that another source replaces',
  why: 'An INFOPLIST_KEY_ setting with a single value wins over the same key in the Info.plist, so that editing the file changes nothing; tools such as XcodeGen write the whole file again, so that what was added by hand is lost.',
  consequence: 'silent-failure',
  severity: 'warning',
  confidence: 'high',
  tier: 2,
  languages: ['plist', 'pbxproj'],
  scope: 'target',
  needs: ['info-plist', 'pbxproj'],
  fix: 'Keep one of the two: delete the key from the file, or the setting from the target. What a tool writes is edited in the file that it reads.',
  sources: [
    'https://github.com/swiftlang/swift-build/blob/main/Sources/SWBTaskExecution/TaskActions/InfoPlistProcessorTaskAction.swift',
    'https://docs.tuist.dev/en/references/project-description/enums/infoplist',
  ],
  entries: [
    {
      key: 'build-setting',
      title: 'A build setting that wins over the Info.plist',
      severity: 'information',
      consequence: 'misconception',
      why: 'Xcode merges both when it generates the Info.plist: lists are united, single values come from the setting.',
    },
    {
      key: 'generator',
      title: 'Background modes in a file that a tool writes again',
      why: 'XcodeGen writes the Info.plist from project.yml, and other tools do likewise. Modes that stand only in the written file are gone after the next run.',
    },
  ],
  examples,
};
