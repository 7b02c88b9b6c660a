import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'swallowed-error',
  family: 'lifecycle',
  title: 'Error of a background call is thrown away',
  why: 'These calls tell of a missing mode, an option that does not go with a category, an identifier that is not permitted, or a feature that is turned off, only through their error. try?, an empty catch and error:nil hide all of it.',
  consequence: 'silent-failure',
  severity: 'information',
  confidence: 'high',
  tier: 2,
  languages: ['swift', 'objc'],
  scope: 'file',
  needs: [],
  fix: 'Catch the error and log it at least. A comment in the empty catch says that it is meant.',
  sources: [
    'https://github.com/baijum/ukulele-companion/issues/319',
    'https://github.com/software-mansion/react-native-audio-api/issues/1115',
    'https://developer.apple.com/documentation/backgroundtasks/bgtaskscheduler/error/code/notpermitted',
  ],
  entries: [
    {
      key: 'audio-session',
      title: 'Error of setCategory or setActive thrown away',
      severity: 'hint',
      why: 'A combination that the session refuses, and an activation that fails, show in this error alone: the app stays in the category it was in, and stops at the lock screen. Deactivating may fail as it likes.',
    },
    {
      key: 'task-submit',
      title: 'Errors of submit are discarded',
      why: 'submit alone tells of a missing mode, an identifier that is not permitted, too many pending requests, Background App Refresh being turned off, and the simulator, where it always fails.',
      minOS: 'iOS 13',
    },
  ],
  examples,
};
