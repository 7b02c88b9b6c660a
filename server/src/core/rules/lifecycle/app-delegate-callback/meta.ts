import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'app-delegate-callback-in-scene-app',
  family: 'lifecycle',
  title: 'Callback of the app delegate in an app with scenes',
  why: 'As soon as the Info.plist has a scene manifest, UIKit tells the scene delegate when the app comes and goes, and the app delegate no more. Code that pauses or saves there never runs. The notifications are still posted, and many guides still recommend the old methods.',
  consequence: 'silent-failure',
  severity: 'warning',
  confidence: 'high',
  tier: 1,
  languages: ['swift', 'objc', 'plist'],
  scope: 'target',
  needs: ['info-plist', 'platform', 'deployment-target'],
  minOS: 'iOS 13',
  fix: 'Move the body to the method of the same purpose in the scene delegate, or observe the notification of UIApplication. In SwiftUI observe scenePhase.',
  sources: [
    'https://developer.apple.com/documentation/uikit/uiapplicationdelegate/applicationdidenterbackground(_:)',
    'https://developer.apple.com/documentation/uikit/managing-your-app-s-life-cycle',
  ],
  entries: [],
  examples,
};
