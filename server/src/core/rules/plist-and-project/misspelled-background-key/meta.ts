import type { RuleMeta } from '../../types';
import { examples } from './examples';

const keyDocs = 'https://developer.apple.com/documentation/bundleresources/information-property-list';

export const meta: RuleMeta = {
  id: 'misspelled-background-key',
  family: 'plist-and-project',
  title: 'A label of Xcode or a misspelling in place of a background key',
  why: "Xcode's property list editor shows keys by readable names. In the file itself only the raw key counts; any other name, also one with a blank too many or a missing s, is an unknown key that nobody reads.",
  consequence: 'silent-failure',
  severity: 'error',
  confidence: 'high',
  tier: 1,
  languages: ['plist'],
  scope: 'file',
  needs: [],
  minOS: 'iOS 4',
  fix: 'Write the raw key: UIBackgroundModes, WKBackgroundModes or BGTaskSchedulerPermittedIdentifiers.',
  sources: [
    `${keyDocs}/uibackgroundmodes`,
    `${keyDocs}/bgtaskschedulerpermittedidentifiers`,
    'https://github.com/transistorsoft/react-native-background-fetch/issues/502',
    'https://github.com/katzer/cordova-plugin-background-mode/issues/259',
  ],
  entries: [],
  examples,
};
