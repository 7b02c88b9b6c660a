import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'background-task-not-ended',
  family: 'background-task',
  title: 'Background task is not ended on every path',
  why: 'Beginning a background task asks iOS not to suspend the app; only ending it takes that back. A task that stays open until its time is up gets the app killed by the watchdog (0x8badf00d). Apple engineers call it the most frequent mistake with this API.',
  consequence: 'crash',
  severity: 'error',
  confidence: 'high',
  tier: 1,
  languages: ['swift', 'objc'],
  scope: 'workspace',
  needs: ['type-members'],
  minOS: 'iOS 4',
  fix: 'Keep the identifier, end the task when the work is done and in the expiration handler, and reset the identifier to .invalid. For a local identifier, a defer right after the begin call covers every way out.',
  sources: [
    'https://developer.apple.com/forums/thread/85066',
    'https://developer.apple.com/documentation/uikit/uiapplication/beginbackgroundtask(expirationhandler:)',
  ],
  entries: [
    {
      key: 'never',
      title: 'Background task is begun but never ended',
      why: 'The identifier is kept, but nothing in the type or in any of its extensions ends it.',
    },
    {
      key: 'result-discarded',
      title: 'Identifier of the background task is thrown away',
      why: 'Without the identifier the task cannot be ended. The compiler says nothing, because results of imported Objective-C methods may be discarded.',
    },
    {
      key: 'on-some-path',
      title: 'Early exit leaves the background task open',
      severity: 'warning',
      why: 'A return, a throw or a failed guard between begin and end skips the only end call. It shows in the error case that nobody tests.',
    },
  ],
  examples,
};
