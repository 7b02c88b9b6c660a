/**
 * APIs for the background that were renamed, replaced, or have lost their effect.
 * Sources: availability macros of the SDK headers and the pages on developer.apple.com named in the rule's metadata.
 */

import type { UsePattern } from './requirement-types';
import { firstPiece } from './selectors';

export type DeprecatedEntry =
  | 'legacy-fetch'
  | 'keep-alive-timeout'
  | 'voip-stream-service-type'
  | 'pushkit-without-completion'
  | 'pushkit-without-metadata'
  | 'task-submit'
  | 'background-session-configuration'
  | 'long-form-policy'
  | 'allow-bluetooth'
  | 'audio-processing-category'
  | 'audio-session-c-api'
  | 'record-permission'
  | 'was-suspended-reason'
  | 'interruption-notification';

/** A named value: a case or a static member in Swift, a global constant in Objective-C (and in old Swift). */
export interface DeprecatedValue {
  readonly kind: 'value';
  /** As it is written in Swift: `AVAudioSession.CategoryOptions`. */
  readonly type?: string;
  readonly swift?: string;
  readonly objc?: string;
  /** Where `.member` without a type can only mean this one: an argument of a call, or a property. */
  readonly passedTo?: { readonly call: string; readonly label: string | undefined; readonly on: string };
  readonly assignedTo?: string;
  readonly renamed?: { readonly swift: string; readonly objc: string };
}

export type DeprecatedUse =
  | (Extract<UsePattern, { kind: 'call' }> & { readonly renamed?: string })
  /** A method, unless its type has one of the others too. */
  | (Extract<UsePattern, { kind: 'implement' }> & { readonly unless: readonly string[] })
  | { readonly kind: 'property'; readonly on: string; readonly name: string }
  | { readonly kind: 'functions'; readonly names: readonly string[] }
  | DeprecatedValue;

export interface DeprecatedApi {
  readonly entry: DeprecatedEntry;
  /** The first version of iOS in which nothing speaks for it any more. */
  readonly since: string;
  /** The replacement takes this SDK; missing: any that is in use. */
  readonly renameNeedsSdk?: string;
  readonly uses: readonly DeprecatedUse[];
}

const pushWithCompletion = {
  swift: 'pushRegistry(_:didReceiveIncomingPushWith:for:completion:)',
  objc: 'pushRegistry:didReceiveIncomingPushWithPayload:forType:withCompletionHandler:',
} as const;
const pushWithMetadata = [
  'pushRegistry(_:didReceiveIncomingVoIPPushWith:metadata:withCompletionHandler:)',
  'pushRegistry(_:didReceiveIncomingVoIPPushWith:metadata:)',
  'pushRegistry:didReceiveIncomingVoIPPushWithPayload:metadata:withCompletionHandler:',
] as const;
/** One name for the method that takes a completion handler as `async`, and for the old one without. */
const pushWithout = {
  swift: 'pushRegistry(_:didReceiveIncomingPushWith:for:)',
  objc: 'pushRegistry:didReceiveIncomingPushWithPayload:forType:',
} as const;

const options = 'AVAudioSession.CategoryOptions';

export const deprecatedApis: readonly DeprecatedApi[] = [
  {
    entry: 'legacy-fetch',
    since: '13',
    uses: [
      {
        kind: 'call',
        on: 'UIApplication',
        swift: { name: 'setMinimumBackgroundFetchInterval' },
        objc: 'setMinimumBackgroundFetchInterval:',
        evidence: 'type',
      },
      {
        kind: 'implement',
        swift: 'application(_:performFetchWithCompletionHandler:)',
        objc: 'application:performFetchWithCompletionHandler:',
        at: 'performFetchWithCompletionHandler',
        unless: [],
      },
    ],
  },
  {
    entry: 'keep-alive-timeout',
    since: '9',
    uses: [
      {
        kind: 'call',
        on: 'UIApplication',
        swift: { name: 'setKeepAliveTimeout' },
        objc: 'setKeepAliveTimeout:handler:',
        evidence: 'type',
      },
      {
        kind: 'call',
        on: 'UIApplication',
        swift: { name: 'clearKeepAliveTimeout' },
        objc: 'clearKeepAliveTimeout',
        evidence: 'type',
      },
    ],
  },
  {
    entry: 'voip-stream-service-type',
    since: '9',
    uses: [
      { kind: 'value', objc: 'kCFStreamNetworkServiceTypeVoIP' },
      {
        kind: 'value',
        type: 'StreamNetworkServiceTypeValue',
        swift: 'voIP',
        objc: 'NSStreamNetworkServiceTypeVoIP',
      },
      {
        kind: 'value',
        type: 'URLRequest.NetworkServiceType',
        swift: 'voip',
        objc: 'NSURLNetworkServiceTypeVoIP',
        assignedTo: 'networkServiceType',
      },
    ],
  },
  {
    entry: 'pushkit-without-completion',
    since: '11',
    uses: [
      {
        kind: 'implement',
        ...pushWithout,
        at: 'didReceiveIncomingPushWith',
        isAsync: false,
        unless: [pushWithCompletion.swift, pushWithCompletion.objc, ...pushWithMetadata],
      },
    ],
  },
  {
    entry: 'pushkit-without-metadata',
    since: '26.4',
    uses: [
      {
        kind: 'implement',
        ...pushWithCompletion,
        at: 'didReceiveIncomingPushWith',
        unless: pushWithMetadata,
      },
      {
        kind: 'implement',
        swift: pushWithout.swift,
        at: 'didReceiveIncomingPushWith',
        isAsync: true,
        unless: pushWithMetadata,
      },
    ],
  },
  {
    entry: 'task-submit',
    since: '27',
    uses: [
      {
        kind: 'call',
        on: 'BGTaskScheduler',
        swift: { name: 'submit' },
        objc: 'submitTaskRequest:error:',
        evidence: 'type',
      },
    ],
  },
  {
    entry: 'background-session-configuration',
    since: '8',
    uses: [
      {
        kind: 'call',
        on: 'NSURLSessionConfiguration',
        objc: 'backgroundSessionConfiguration:',
        evidence: 'type',
        renamed: 'backgroundSessionConfigurationWithIdentifier',
      },
    ],
  },
  {
    entry: 'long-form-policy',
    since: '13',
    uses: [
      {
        kind: 'value',
        type: 'AVAudioSession.RouteSharingPolicy',
        swift: 'longForm',
        objc: 'AVAudioSessionRouteSharingPolicyLongForm',
        passedTo: { call: 'setCategory', label: 'policy', on: 'AVAudioSession' },
        renamed: { swift: 'longFormAudio', objc: 'AVAudioSessionRouteSharingPolicyLongFormAudio' },
      },
    ],
  },
  {
    entry: 'allow-bluetooth',
    since: '8',
    renameNeedsSdk: '26',
    uses: [
      {
        kind: 'value',
        type: options,
        swift: 'allowBluetooth',
        objc: 'AVAudioSessionCategoryOptionAllowBluetooth',
        passedTo: { call: 'setCategory', label: 'options', on: 'AVAudioSession' },
        renamed: { swift: 'allowBluetoothHFP', objc: 'AVAudioSessionCategoryOptionAllowBluetoothHFP' },
      },
    ],
  },
  {
    entry: 'audio-processing-category',
    since: '10',
    uses: [
      {
        kind: 'value',
        type: 'AVAudioSession.Category',
        swift: 'audioProcessing',
        objc: 'AVAudioSessionCategoryAudioProcessing',
        passedTo: { call: 'setCategory', label: undefined, on: 'AVAudioSession' },
      },
    ],
  },
  {
    entry: 'audio-session-c-api',
    since: '7',
    uses: [
      {
        kind: 'functions',
        names: [
          'AudioSessionInitialize',
          'AudioSessionSetActive',
          'AudioSessionSetActiveWithFlags',
          'AudioSessionSetProperty',
          'AudioSessionGetProperty',
          'AudioSessionAddPropertyListener',
        ],
      },
    ],
  },
  {
    entry: 'record-permission',
    since: '17',
    uses: [
      {
        kind: 'call',
        on: 'AVAudioSession',
        swift: { name: 'requestRecordPermission' },
        objc: 'requestRecordPermission:',
        evidence: 'type',
      },
      { kind: 'property', on: 'AVAudioSession', name: 'recordPermission' },
    ],
  },
  {
    entry: 'was-suspended-reason',
    since: '16',
    uses: [
      { kind: 'value', objc: 'AVAudioSessionInterruptionWasSuspendedKey' },
      {
        kind: 'value',
        type: 'AVAudioSession.InterruptionReason',
        swift: 'appWasSuspended',
        objc: 'AVAudioSessionInterruptionReasonAppWasSuspended',
      },
    ],
  },
  {
    entry: 'interruption-notification',
    since: '27',
    uses: [
      {
        kind: 'value',
        type: 'AVAudioSession',
        swift: 'interruptionNotification',
        objc: 'AVAudioSessionInterruptionNotification',
      },
    ],
  },
];

/** Root key of an Info.plist that iOS 13 and later ignore. */
export const exitsOnSuspendKey = 'UIApplicationExitsOnSuspend';

function namesIn(use: DeprecatedUse): readonly (string | undefined)[] {
  switch (use.kind) {
    case 'call':
      return [use.swift?.name, use.objc && firstPiece(use.objc)].map((name) =>
        isCommon(name) ? use.on : name,
      );
    case 'implement':
      return [use.at];
    case 'property':
      return [use.name];
    case 'functions':
      return use.names;
    case 'value':
      return [use.objc, isCommon(use.swift) ? use.assignedTo : use.swift];
  }
}

/** A short name says nothing without its type, or where it is passed. */
function isCommon(name: string | undefined): boolean {
  return name !== undefined && name.length < 8;
}

/** Identifiers whose presence in a text makes it worth analysing. */
export const deprecatedSymbols: readonly string[] = [
  ...new Set(deprecatedApis.flatMap(({ uses }) => uses.flatMap(namesIn))),
].filter((name) => name !== undefined);
