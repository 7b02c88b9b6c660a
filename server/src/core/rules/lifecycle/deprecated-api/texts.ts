import type { DeprecatedEntry } from '../../../catalog/deprecated-apis';

export const messages: Readonly<Record<DeprecatedEntry, string>> = {
  'legacy-fetch':
    'Background fetch of this kind is deprecated since iOS 13: BGAppRefreshTask replaces it, and an app that lists task identifiers gets no such fetches any more',
  'keep-alive-timeout': 'Keep-alive handlers are gone since iOS 9: nothing wakes the app; use PushKit',
  'voip-stream-service-type':
    'VoIP sockets and requests are deprecated: iOS no longer keeps the connection alive in the background; use PushKit',
  'pushkit-without-completion':
    'Deprecated since iOS 11: this form cannot tell iOS when the push has been handled; implement the one with a completion handler',
  'pushkit-without-metadata':
    'Deprecated since iOS 26.4: only the method with metadata tells when a push need not become a call',
  'task-submit':
    'submit is deprecated since iOS 27: submitTaskRequest replaces it, which also reports the errors that this one misses',
  'background-session-configuration':
    'Renamed in iOS 8: backgroundSessionConfigurationWithIdentifier: does the same',
  'long-form-policy': 'Renamed in iOS 13: longFormAudio is the same policy',
  'allow-bluetooth':
    'Renamed in the iOS 26 SDK: allowBluetoothHFP says that this is about hands-free devices, not about music',
  'audio-processing-category':
    'This category ended with iOS 10: it sets up no audio, and gives no time in the background',
  'audio-session-c-api':
    'The C functions of the audio session are deprecated since iOS 7, and what they set is lost beside AVAudioSession',
  'record-permission': 'Deprecated since iOS 17: AVAudioApplication asks for permission to record',
  'was-suspended-reason':
    'iOS 16 and later send no interruption with this reason: code that waits for it never runs',
  'interruption-notification':
    'Deprecated since iOS 27: didBecomeInactive and resumptionRecommendation tell more about an interruption',
};

export const exitsOnSuspendMessage =
  'iOS 13 and later ignore UIApplicationExitsOnSuspend, and older versions end the app instead of letting it run in the background';
