import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'launch-handler-registered-late',
  family: 'task-scheduler',
  title: 'Launch handler is registered after the launch',
  why: 'All launch handlers have to be registered before the app has finished launching; a later call raises an exception up to iOS 18. Newer versions let it pass, but an app that is launched in the background shows no views and gets no scenes: code there does not run, and the task finds no handler.',
  consequence: 'crash',
  severity: 'error',
  confidence: 'high',
  tier: 1,
  languages: ['swift', 'objc'],
  scope: 'workspace',
  needs: ['call-graph'],
  minOS: 'iOS 13',
  fix: 'Register in application(_:didFinishLaunchingWithOptions:), or in the initialiser of a SwiftUI app, without Task or DispatchQueue.async around the call. Handlers of continued tasks may be registered at any time.',
  sources: [
    'https://developer.apple.com/documentation/backgroundtasks/bgtaskscheduler/register(fortaskwithidentifier:using:launchhandler:)',
    'https://developer.apple.com/forums/thread/775182',
  ],
  entries: [],
  examples,
};
