import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'live-activity-started-in-background',
  family: 'lifecycle',
  title: 'Live Activity is started while the app is in the background',
  why: 'An app can update and end its Live Activities in the background, but start one only in the foreground. A request from a background task, a background fetch or a background callback fails with the error visibility, and nothing appears.',
  consequence: 'silent-failure',
  severity: 'warning',
  confidence: 'high',
  tier: 2,
  languages: ['swift'],
  scope: 'file',
  needs: [],
  minOS: 'iOS 16.1',
  fix: 'Start it while the app is in use, in sceneWillResignActive at the latest, and only update it later. To start one without the app, send an ActivityKit push (iOS 17.2) or let an App Intent of the kind LiveActivityIntent do it.',
  sources: [
    'https://developer.apple.com/documentation/activitykit/activity',
    'https://developer.apple.com/documentation/activitykit/activityauthorizationerror/visibility',
    'https://github.com/loopandlearn/LoopFollow/pull/611',
  ],
  entries: [],
  examples,
};
