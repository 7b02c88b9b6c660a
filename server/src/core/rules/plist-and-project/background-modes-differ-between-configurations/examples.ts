import { appPlist, stringArray } from '../../example-files';
import { appProject } from '../../example-projects';
import type { RuleExample } from '../../types';

type Kind = RuleExample['kind'];

function example(kind: Kind, debug: string, release: string, note?: string): RuleExample {
  return {
    kind,
    files: {
      'App.xcodeproj/project.pbxproj': appProject({
        configurations: {
          Debug: 'INFOPLIST_FILE = Debug.plist;',
          Release: 'INFOPLIST_FILE = Release.plist;',
        },
      }),
      'Debug.plist': appPlist(debug),
      'Release.plist': appPlist(release),
    },
    ...(note === undefined ? {} : { note }),
  };
}

const modes = (...values: readonly string[]) => stringArray('UIBackgroundModes', values);

export const examples: readonly RuleExample[] = [
  example('bad', modes('fetch', '⟦audio⟧'), modes('fetch', '⟦remote-notification⟧')),
  example('bad', '', modes('⟦audio⟧'), 'No key at all'),
  example('good', modes('audio', 'fetch'), modes('fetch', 'audio'), 'The order does not matter'),
  example(
    'near-miss',
    modes('audio'),
    modes('audio', '$(EXTRA_MODE)'),
    'What the build fills in is not known',
  ),
  {
    kind: 'near-miss',
    note: 'One file for both',
    files: {
      'App.xcodeproj/project.pbxproj': appProject({
        configurations: { Debug: 'INFOPLIST_FILE = Info.plist;', Release: 'INFOPLIST_FILE = Info.plist;' },
      }),
      'Info.plist': appPlist(modes('audio')),
    },
  },
];
