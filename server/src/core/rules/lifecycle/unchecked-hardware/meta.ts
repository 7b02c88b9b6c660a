import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'unchecked-hardware-support',
  family: 'lifecycle',
  title: 'Nobody asks whether the device can do this',
  why: 'Some devices, and the simulator, lack these features. An app that never asks fails there, or shows a button that does nothing.',
  consequence: 'silent-failure',
  severity: 'warning',
  confidence: 'high',
  tier: 2,
  languages: ['swift', 'objc'],
  scope: 'target',
  needs: ['sources-complete'],
  fix: 'Ask first, and leave the feature out where the answer is no.',
  sources: [
    'https://developer.apple.com/documentation/backgroundtasks/performing-long-running-tasks-on-ios-and-ipados',
    'https://developer.apple.com/documentation/avkit/avpictureinpicturecontroller/ispictureinpicturesupported()',
  ],
  entries: [
    {
      key: 'continued-processing-gpu',
      title: 'GPU for a continued task without a check',
      minOS: 'iOS 26',
      why: 'Few devices let a continued task use the GPU in the background. Where it is missing, submitting the request fails. BGTaskScheduler.supportedResources tells.',
    },
    {
      key: 'picture-in-picture',
      title: 'Picture in Picture without a check',
      severity: 'hint',
      consequence: 'misconception',
      why: 'isPictureInPictureSupported() tells whether the button is worth showing.',
    },
  ],
  examples,
};
