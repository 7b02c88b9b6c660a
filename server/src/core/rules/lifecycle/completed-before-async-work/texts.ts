import type { EarlyCompletion } from '../../../program/duties/early-completions';

export type Entry =
  | 'background-task'
  | 'scheduled-task'
  | 'fetch-completion'
  | 'health-observer'
  | 'url-session-events'
  | 'pushkit-completion';

export const messages: Readonly<Record<Entry, string>> = {
  'background-task':
    'Background task ends while the work that was just started is still running: iOS may suspend the app in the middle of it',
  'scheduled-task':
    'Task is completed while the work that was just started is still running: iOS may suspend the app in the middle of it',
  'fetch-completion':
    'Completion handler is called while the work that was just started is still running: iOS may suspend the app in the middle of it',
  'health-observer':
    'Completion handler is called while the work that was just started is still running: it may never finish',
  'url-session-events':
    'Completion handler is called before the session has delivered its events: iOS may suspend the app before they arrive',
  'pushkit-completion':
    'Completion handler is called before the call is reported: iOS may suspend the app before it knows about the call',
};

export const startMessage = 'The work is started here';

export type ReportEarly = (entry: Entry, early: EarlyCompletion) => void;
