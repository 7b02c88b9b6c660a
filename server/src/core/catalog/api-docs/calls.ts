/** Calls and talk. See `index.ts`. */
import type { ApiDoc } from '../docs';
import { callActionMethod, conversationActionMethod, incomingPushMethod } from '../duties';

const appleDocs = 'https://developer.apple.com/documentation';

export const callDocs: readonly ApiDoc[] = [
  {
    id: 'voip-pushes',
    apis: ['pushkit-voip', 'push-registry'],
    symbols: [{ names: ['PKPushRegistry'], evidence: 'name' }],
    title: 'VoIP pushes',
    since: { iOS: '8.0' },
    what: 'Registers for pushes about incoming calls, which wake or launch the app.',
    promises: ['A VoIP push is delivered at once, also to an app that does not run'],
    limits: [
      'Every push has to be reported as a call before its handler is done; otherwise iOS ends the app, and may stop delivering',
      'Make the registry at launch, keep it in a property, and set its delegate before `desiredPushTypes`',
      'They are for calls only',
    ],
    rules: [
      'voip-push-not-reported',
      'push-types-set-before-delegate',
      'background-object-not-retained',
      'created-too-late-for-background-launch',
    ],
    links: [
      `${appleDocs}/pushkit/responding-to-voip-notifications-from-pushkit`,
      `${appleDocs}/pushkit/supporting-pushkit-notifications-in-your-app`,
    ],
  },
  {
    id: 'incoming-push',
    apis: [],
    methods: [incomingPushMethod],
    title: 'Incoming VoIP push',
    since: { iOS: '11.0' },
    what: 'A push has arrived. Report a call to CallKit or LiveCommunicationKit right here, then call the completion handler.',
    promises: ['The app runs, in the background if need be, until the handler is called'],
    limits: [
      'iOS ends an app that does not report a call, whatever the push says and however the app is used',
      'Network work comes after the report, not before it',
    ],
    rules: ['voip-push-not-reported', 'voip-call-reported-late', 'pushkit-completion-not-called'],
    links: [
      `${appleDocs}/pushkit/pkpushregistrydelegate/pushregistry(_:didreceiveincomingpushwith:for:completion:)`,
    ],
  },
  {
    id: 'call-provider',
    apis: ['callkit-provider', 'live-communication-kit', 'incoming-call-report'],
    symbols: [{ names: ['CXProvider', 'ConversationManager'], evidence: 'name' }],
    title: 'Call provider',
    since: { iOS: '10.0' },
    what: 'Shows calls of the app as the system’s own, and hears from the system what people do with them.',
    promises: ['The system activates the audio session and tells the delegate in `didActivate`'],
    limits: [
      'One provider for the whole app: a new one for each call loses the others',
      'Do not activate the audio session of a call yourself',
      'In mainland China apps have to do without CallKit: ask for the storefront first',
    ],
    rules: ['call-provider-per-call', 'call-provider-callback-not-handled', 'audio-session-activated-by-app'],
    links: [
      `${appleDocs}/callkit/making-and-receiving-voip-calls`,
      `${appleDocs}/callkit/cxerror/code/missingvoipbackgroundmode`,
    ],
  },
  {
    id: 'call-action',
    apis: [],
    methods: [callActionMethod, conversationActionMethod],
    title: 'Call action',
    since: { iOS: '10.0' },
    what: 'Somebody started, answered, held or ended a call in the system’s interface. Do it, then say `fulfill()` or `fail()`.',
    promises: [],
    limits: ['The system waits for the answer, and gives up on the action and the call when none comes'],
    rules: ['call-action-not-completed', 'call-audio-started-too-early', 'audio-session-activated-by-app'],
    links: [`${appleDocs}/callkit/cxaction`],
  },
  {
    id: 'push-to-talk',
    apis: ['push-to-talk', 'channel-manager'],
    symbols: [{ names: ['PTChannelManager'], evidence: 'name' }],
    title: 'Push to Talk',
    since: { iOS: '16.0' },
    what: 'Joins a channel on which people talk as with a walkie-talkie, also while the app is in the background.',
    promises: ['Pushes of the framework wake the app to play what somebody says'],
    limits: [
      'Make the channel manager at launch, so that the system can restore the channel',
      'The system activates the audio session, not the app',
      'It is for talking, not for waking the app',
    ],
    rules: ['created-too-late-for-background-launch', 'audio-session-activated-by-app'],
    links: [`${appleDocs}/pushtotalk/creating-a-push-to-talk-app`],
  },
];
