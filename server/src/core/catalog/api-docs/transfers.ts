/** Transfers that go on without the app. See `index.ts`. */
import type { ApiDoc } from '../docs';
import { sessionEventsMethod } from '../duties';
import { finishedDownload, finishedEvents } from '../url-sessions';

const appleDocs = 'https://developer.apple.com/documentation';
const guide = `${appleDocs}/foundation/downloading-files-in-the-background`;

export const transferDocs: readonly ApiDoc[] = [
  {
    id: 'background-session',
    apis: ['background-session-configuration', 'session-launch-events'],
    title: 'Background URL session',
    since: { iOS: '8.0' },
    what: 'Hands downloads and uploads to the system, which goes on with them while the app is suspended or not running. It needs no background mode.',
    promises: [
      'iOS launches the app when all transfers of the session are done',
      'Transfers are tried again after the network was lost',
    ],
    limits: [
      'Download and upload tasks with a delegate only: no completion handlers, no data tasks, uploads from files',
      'Make it again under the same identifier at launch, once',
      'Closing the app by swiping it away cancels its transfers',
      'Transfers that are begun in the background wait for power and Wi-Fi',
    ],
    rules: [
      'unsupported-background-session-api',
      'background-session-without-relaunch-hook',
      'background-session-created-twice',
      'background-session-without-delegate',
    ],
    links: [guide],
  },
  {
    id: 'session-events',
    apis: ['session-events-hook', 'swiftui-session-events'],
    methods: [sessionEventsMethod, { swift: [finishedEvents.swift], objc: [finishedEvents.objc] }],
    title: 'Events of a background session',
    since: { iOS: '7.0' },
    what: 'iOS has launched or woken the app for the transfers of a session. Make the session again, and keep the completion handler until `urlSessionDidFinishEvents`.',
    promises: [],
    limits: [
      'The handler has to be called on the main thread, after all events were delivered',
      'An app that does not call it gets less time',
    ],
    rules: [
      'session-events-completion-not-called',
      'session-events-completion-off-main',
      'completed-before-async-work',
    ],
    links: [
      `${appleDocs}/uikit/uiapplicationdelegate/application(_:handleeventsforbackgroundurlsession:completionhandler:)`,
      guide,
    ],
  },
  {
    id: 'finished-download',
    apis: [],
    methods: [{ swift: [finishedDownload.swift], objc: [finishedDownload.objc] }],
    title: 'Finished download',
    since: { iOS: '7.0' },
    what: 'A file has arrived. Move or open it before the method returns.',
    promises: [],
    limits: ['The system deletes the file as soon as the method has returned'],
    rules: ['downloaded-file-used-after-return'],
    links: [
      `${appleDocs}/foundation/urlsessiondownloaddelegate/urlsession(_:downloadtask:didfinishdownloadingto:)`,
    ],
  },
];
