import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'voip-push-not-reported',
  family: 'calls',
  title: 'VoIP push does not become a call on every path',
  why: 'A VoIP push wakes the app for one purpose: to show an incoming call. Since iOS 13 every such push has to be reported to CallKit or LiveCommunicationKit before its handler is done. If one is not, iOS terminates the app, and after a few of them it delivers no more VoIP pushes.',
  consequence: 'crash',
  severity: 'error',
  confidence: 'high',
  tier: 1,
  languages: ['swift', 'objc'],
  scope: 'file',
  needs: ['call-graph'],
  minOS: 'iOS 13',
  fix: 'Report a call on every path. Where there is none to show, report one and end it at once with reportCall(with:endedAt:reason:). Messages that are no calls belong in ordinary pushes.',
  sources: [
    'https://developer.apple.com/documentation/pushkit/pkpushtype/voip',
    'https://developer.apple.com/documentation/pushkit/responding-to-voip-notifications-from-pushkit',
    'https://developer.apple.com/documentation/pushkit/pkpushregistrydelegate/pushregistry(_:didreceiveincomingvoippushwith:metadata:withcompletionhandler:)',
  ],
  entries: [
    {
      key: 'never',
      title: 'VoIP push handler never reports a call',
      why: 'Nothing that the handler calls leads to reportNewIncomingCall or its siblings. Every push of this kind gets the app killed.',
    },
    {
      key: 'on-some-path',
      title: 'Early return in the VoIP push handler without a report',
      why: 'A payload that cannot be read, a call that is running already: the push has arrived all the same, and leaving without a report counts as breaking the rule. The push type and mustReport (iOS 26.4) are the only excuses.',
    },
    {
      key: 'foreground-skip',
      title: 'VoIP push ignored because the app is in the foreground',
      why: 'The application’s state is no excuse before iOS 26.4, and from then on only mustReport is. An app that shows its own screen in the foreground has to report the call as well.',
    },
  ],
  examples,
};
