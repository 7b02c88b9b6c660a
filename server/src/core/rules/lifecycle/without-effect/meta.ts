import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'setting-without-effect',
  family: 'lifecycle',
  title: 'A setting that is ignored here',
  why: 'The line reads like a guarantee, but the system does not look at the value for an object of this kind.',
  consequence: 'misconception',
  severity: 'hint',
  confidence: 'high',
  tier: 3,
  languages: ['swift', 'objc'],
  scope: 'file',
  needs: ['info-plist'],
  minOS: 'iOS 5',
  fix: 'Delete the line, or set it where it counts.',
  sources: [
    'https://developer.apple.com/documentation/foundation/urlsessionconfiguration/waitsforconnectivity',
    'https://developer.apple.com/documentation/foundation/urlsessionconfiguration/isdiscretionary',
    'https://developer.apple.com/documentation/backgroundtasks/bgcontinuedprocessingtaskrequest',
    'https://developer.apple.com/documentation/corebluetooth/cbcentralmanager/scanforperipherals(withservices:options:)',
  ],
  entries: [
    {
      key: 'url-session',
      title: 'Setting for another kind of URL session',
      minOS: 'iOS 7',
      why: 'Background sessions always wait for a connection. And launch events and the freedom to wait for a good moment exist for background sessions alone.',
    },
    {
      key: 'continued-task-begin-date',
      title: 'Begin date of a continued task',
      severity: 'warning',
      minOS: 'iOS 26',
      why: 'Somebody has just asked for the task, so the scheduler takes every date for now.',
    },
    {
      key: 'bluetooth-allow-duplicates',
      title: 'Duplicates in a scan that goes on in the background',
      why: 'In the background iOS ignores the option, merges the advertisements of a device and scans more slowly. Distances measured by signal strength stand still there.',
    },
  ],
  examples,
};
