import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'launch-handler-registered-twice',
  family: 'task-scheduler',
  title: 'The same task identifier is registered twice',
  why: 'A second launch handler for one identifier raises an NSInternalInconsistencyException ("… has already been registered"). The hidden form of it is a call of register beside the modifier backgroundTask(.appRefresh) of SwiftUI, which registers as well.',
  consequence: 'crash',
  severity: 'error',
  confidence: 'high',
  tier: 1,
  languages: ['swift', 'objc'],
  scope: 'target',
  needs: ['constants'],
  minOS: 'iOS 13',
  fix: 'Keep one of the two.',
  sources: [
    'https://developer.apple.com/documentation/backgroundtasks/bgtaskscheduler/register(fortaskwithidentifier:using:launchhandler:)',
    'https://developer.apple.com/documentation/swiftui/scene/backgroundtask(_:action:)',
  ],
  entries: [],
  examples,
};
