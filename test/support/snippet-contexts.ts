/** Where each snippet is at home: what stands around it, and what its target declares. */

export interface SnippetContext {
  /** What stands around the body; a type by default. */
  readonly around?: 'type' | 'function' | 'scene' | 'view' | 'nothing';
  readonly target?: 'app' | 'watch' | 'extension';
  readonly modes?: readonly string[];
  readonly watchModes?: readonly string[];
  /** Task identifiers that Info.plist permits. */
  readonly permitted?: readonly string[];
  /** Further keys of Info.plist with several texts each. */
  readonly lists?: Readonly<Record<string, readonly string[]>>;
  /** Further keys of Info.plist with a text. */
  readonly texts?: Readonly<Record<string, string>>;
  /** Keys of the entitlements, each true, or with a text. */
  readonly entitlements?: Readonly<Record<string, string | true>>;
  /** Prefixes of snippets that belong to the same feature: they are in the target too. */
  readonly beside?: readonly string[];
  /** The property list that a snippet is put into, below `App`; `Info.plist` by default. */
  readonly file?: string;
  /** Nothing in the target uses what the snippet declares, and that may be said. */
  readonly isUnused?: true;
}

const audioParts = ['bg-audio-session', 'bg-audio-activate', 'bg-interruption', 'bg-route'];
const audio: SnippetContext = { modes: ['audio'], beside: audioParts };
const audioStatement: SnippetContext = { ...audio, around: 'function' };
const statement: SnippetContext = { around: 'function' };

const push = { 'aps-environment': 'development' };
const voice = 'Your voice is sent to the person you call';
const calls: SnippetContext = {
  beside: ['bg-callkit-storefront'],
  modes: ['voip'],
  entitlements: push,
  texts: { NSMicrophoneUsageDescription: voice },
};
const callsWith = (...prefixes: readonly string[]): SnippetContext => ({
  ...calls,
  beside: [...(calls.beside ?? []), ...prefixes],
});
const pushToTalkEntitlements = { ...push, 'com.apple.developer.push-to-talk': true } as const;
const pushToTalk: SnippetContext = {
  modes: ['push-to-talk'],
  entitlements: pushToTalkEntitlements,
  texts: { NSMicrophoneUsageDescription: voice },
};

const route = 'Your route is drawn while you walk';
const whenInUse = { NSLocationWhenInUseUsageDescription: route };
const location: SnippetContext = { modes: ['location'], texts: whenInUse };
const always: SnippetContext = {
  texts: { ...whenInUse, NSLocationAlwaysAndWhenInUseUsageDescription: route },
};
const bluetooth = { NSBluetoothAlwaysUsageDescription: 'The app talks to your sensor' };
const health = { NSHealthShareUsageDescription: 'Your steps are drawn as a chart' };
const healthKit = { 'com.apple.developer.healthkit': true } as const;
const healthObserver: SnippetContext = {
  texts: health,
  entitlements: { ...healthKit, 'com.apple.developer.healthkit.background-delivery': true },
};

const refreshTask: SnippetContext = { modes: ['fetch'], permitted: ['com.example.app.refresh'] };
const processingTask: SnippetContext = { modes: ['processing'], permitted: ['com.example.app.cleanup'] };

/** By prefix; one that is missing is a member of a type in an app that declares nothing. */
const sharedContexts: Readonly<Record<string, SnippetContext>> = {
  'bg-expiring': { around: 'function', target: 'extension' },
  'bg-refresh': refreshTask,
  'bg-processing': processingTask,
  'bg-continued': { permitted: ['com.example.app.export'] },
  'bg-submit': statement,
  'bg-pending': statement,
  'bg-refresh-request': { ...refreshTask, beside: ['bg-swiftui-refresh'] },
  'bg-swiftui-refresh': { ...refreshTask, around: 'scene', beside: ['bg-refresh-request'] },
  'bg-swiftui-session': { around: 'scene' },
  'bg-scene-phase': { around: 'view' },
  'bg-refresh-status': statement,
  'bg-audio-session': audio,
  'bg-audio-activate': audio,
  'bg-audio-spoken': audioStatement,
  'bg-audio-movie': audioStatement,
  'bg-audio-prompt': audio,
  'bg-audio-record': { ...audio, texts: { NSMicrophoneUsageDescription: voice } },
  'bg-remote': { around: 'function', beside: ['bg-nowplaying'] },
  'bg-nowplaying': { ...audioStatement, beside: [...audioParts, 'bg-remote'] },
  'bg-video-policy': audioStatement,
  'bg-video-detach': audio,
  'bg-pip': audio,
  'bg-jw-ads': audioStatement,
  'bg-ima-ads': audioStatement,
  'bg-session-events': { beside: ['bg-download'] },
  'bg-push': { modes: ['remote-notification'], entitlements: push },
  'bg-push-handler': { modes: ['remote-notification'], entitlements: push },
  'bg-notification-service': { target: 'extension' },
  'bg-alarm': { texts: { NSAlarmKitUsageDescription: 'Rings at the time that you choose' } },
  'bg-location': location,
  'bg-location-manager': location,
  'bg-location-significant': always,
  'bg-monitor': always,
  'bg-bluetooth-central': { modes: ['bluetooth-central'], texts: bluetooth },
  'bg-bluetooth-peripheral': { modes: ['bluetooth-peripheral'], texts: bluetooth },
  'bg-health-observer': healthObserver,
  'bg-watch-session': { target: 'watch', watchModes: ['mindfulness'] },
  'bg-watch-tasks': { target: 'watch' },
  'bg-workout': {
    target: 'watch',
    watchModes: ['workout-processing'],
    texts: health,
    entitlements: healthKit,
  },
  'bg-voip-register': callsWith('bg-voip-push', 'bg-callkit-provider'),
  'bg-voip-push': callsWith('bg-voip-register'),
  'bg-voip-push264': callsWith('bg-voip-register'),
  'bg-voip-phantom': callsWith('bg-voip-register'),
  'bg-callkit-provider': calls,
  'bg-callkit-start': { ...callsWith('bg-callkit-provider'), around: 'function' },
  'bg-callkit-audio': callsWith('bg-callkit-provider'),
  'bg-lck': calls,
  'bg-ptt': pushToTalk,
  'bg-ptt-push': { ...pushToTalk, beside: ['bg-ptt'] },
};

/** What the target of a property list has besides it: code that uses what the snippet declares, in Swift. */
const plistContexts: Readonly<Record<string, SnippetContext>> = {
  'bg-modes': {
    isUnused: true,
    entitlements: push,
    permitted: ['com.example.app.cleanup'],
    lists: { UISupportedExternalAccessoryProtocols: ['com.example.protocol'] },
  },
  'bg-modes-audio': { beside: [...audioParts, 'bg-pip'] },
  'bg-modes-voip': {
    beside: [
      ...audioParts,
      'bg-callkit-storefront',
      'bg-voip-register',
      'bg-voip-push',
      'bg-callkit-provider',
    ],
    entitlements: push,
  },
  'bg-modes-ptt': { beside: ['bg-ptt'], entitlements: pushToTalkEntitlements },
  'bg-modes-fetch': { beside: ['bg-refresh'] },
  'bg-modes-processing': { beside: ['bg-processing'] },
  'bg-permitted': { beside: ['bg-continued'] },
  'bg-modes-push': { beside: ['bg-push'], entitlements: push },
  'bg-modes-location': { beside: ['bg-location-manager'] },
  'bg-modes-bluetooth': { isUnused: true },
  'bg-modes-accessory': { isUnused: true },
  'bg-modes-watch': { isUnused: true, target: 'watch' },
  'bg-live-activities': { beside: ['bg-live-activity'] },
  'bg-alarm-text': { beside: ['bg-alarm'] },
  'bg-entitlements-push': {
    ...calls,
    file: 'App.entitlements',
    beside: ['bg-voip-register', 'bg-voip-push'],
  },
  'bg-entitlements-ptt': { ...pushToTalk, file: 'App.entitlements', beside: ['bg-ptt'] },
  'bg-entitlements-health': { ...healthObserver, file: 'App.entitlements', beside: ['bg-health-observer'] },
  'bg-entitlements-camera': { file: 'App.entitlements' },
};

const swiftContexts: Readonly<Record<string, SnippetContext>> = {
  ...sharedContexts,
  ...Object.fromEntries(
    ['bg-interruption', 'bg-interruption27', 'bg-route', 'bg-mediareset', 'bg-engine-change'].map(
      (prefix) => [prefix, statement],
    ),
  ),
  'bg-callkit-delegate': { ...callsWith('bg-callkit-provider'), around: 'nothing' },
};

const objectiveCContexts: Readonly<Record<string, SnippetContext>> = {
  ...sharedContexts,
  'bg-notify-at': statement,
  'bg-voip-register': { ...callsWith('bg-voip-push', 'bg-callkit-provider'), around: 'function' },
  'bg-callkit-delegate': callsWith('bg-callkit-provider'),
};

const byLanguage = { swift: swiftContexts, 'objective-c': objectiveCContexts, plist: plistContexts };

export type SnippetLanguage = keyof typeof byLanguage;

export function contextOf(language: SnippetLanguage, prefix: string): SnippetContext {
  return byLanguage[language][prefix] ?? {};
}

/** Of all snippets that have a context, and of those beside them. */
export function contextPrefixes(): string[] {
  return Object.values(byLanguage).flatMap((contexts) =>
    Object.entries(contexts).flatMap(([prefix, { beside = [] }]) => [prefix, ...beside]),
  );
}
