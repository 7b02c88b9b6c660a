import type { RuleMeta } from '../../types';
import { examples } from './examples';

const keyDocs = 'https://developer.apple.com/documentation/bundleresources/information-property-list';

export const meta: RuleMeta = {
  id: 'background-key-wrong-type',
  family: 'plist-and-project',
  title: 'A background key is no array of strings',
  why: 'The frameworks look for an array of strings. Anything else counts as if the key were missing: no mode, no identifier, and the exceptions that Core Bluetooth and Core Location raise in that case.',
  consequence: 'crash',
  severity: 'error',
  confidence: 'high',
  tier: 1,
  languages: ['plist'],
  scope: 'file',
  needs: [],
  fix: 'Write an array with one string for each value.',
  sources: [
    `${keyDocs}/uibackgroundmodes`,
    `${keyDocs}/bgtaskschedulerpermittedidentifiers`,
    'https://github.com/expo/expo/pull/24037',
    'https://github.com/fluttercommunity/flutter_uploader/issues/59',
  ],
  entries: [
    {
      key: 'modes-not-array',
      title: 'Background modes that are no array',
      minOS: 'iOS 4',
      why: 'A single string is the usual form of this mistake. Generators and tools for other platforms write it.',
    },
    {
      key: 'mode-not-string',
      title: 'An item that is no string',
      consequence: 'silent-failure',
      why: 'Dictionaries such as audio = true, Booleans and empty strings name no mode.',
    },
    {
      key: 'identifiers-not-array',
      title: 'Permitted task identifiers that are no array of strings',
      consequence: 'silent-failure',
      minOS: 'iOS 13',
      why: 'Without an array no identifier is permitted: registering a launch handler fails.',
    },
  ],
  examples,
};
