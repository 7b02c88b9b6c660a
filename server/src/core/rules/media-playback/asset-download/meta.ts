import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'asset-download-without-background-session',
  family: 'media-playback',
  title: 'AVAssetDownloadURLSession without a background configuration',
  why: 'Streams are downloaded by a process of the system. The initialiser raises an exception for every configuration that is not one of a background session.',
  consequence: 'crash',
  severity: 'error',
  confidence: 'high',
  tier: 1,
  languages: ['swift', 'objc'],
  scope: 'file',
  needs: [],
  minOS: 'iOS 9.0',
  fix: 'Pass URLSessionConfiguration.background(withIdentifier:).',
  sources: [
    'https://developer.apple.com/documentation/avfoundation/avassetdownloadurlsession/init(configuration:assetdownloaddelegate:delegatequeue:)',
  ],
  entries: [],
  examples,
};
