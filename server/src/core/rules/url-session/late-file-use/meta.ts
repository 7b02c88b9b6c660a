import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'downloaded-file-used-after-return',
  family: 'url-session',
  title: 'Downloaded file is used after it has been deleted',
  why: 'A finished download lies in a temporary file that iOS deletes as soon as the delegate method returns. A block that runs later finds nothing there, and the download is lost.',
  consequence: 'silent-failure',
  severity: 'error',
  confidence: 'high',
  tier: 1,
  languages: ['swift', 'objc'],
  scope: 'file',
  needs: [],
  minOS: 'iOS 7',
  fix: 'Move or open the file in the delegate method itself, then go on with the new place on another queue.',
  sources: [
    'https://developer.apple.com/documentation/foundation/downloading-files-in-the-background',
    'https://developer.apple.com/documentation/foundation/urlsessiondownloaddelegate/urlsession(_:downloadtask:didfinishdownloadingto:)',
  ],
  entries: [],
  examples,
};
