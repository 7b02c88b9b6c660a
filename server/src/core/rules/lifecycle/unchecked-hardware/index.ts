/** unchecked-hardware-support: what not every device can do, in an app that never asks. */
import { appCodeRule } from '../../app-code';
import { meta } from './meta';

const checks = [
  {
    entry: 'continued-processing-gpu',
    row: 'gpu-request',
    check: 'gpu-check',
    message:
      'The GPU is requested without a look at supportedResources: on devices without it the task is refused when it is submitted',
  },
  {
    entry: 'picture-in-picture',
    row: 'pip-made',
    check: 'pip-check',
    message:
      'Picture in Picture is set up without isPictureInPictureSupported(): on devices without it the button does nothing',
  },
] as const;

export const uncheckedHardwareRule = appCodeRule(meta, (app) => {
  for (const { entry, row, check, message } of checks) {
    if (app.has(check)) continue;
    for (const { uri, use } of app.uses(row)) app.report({ entry, uri, range: use.range, message });
  }
});
