/**
 * Calls over IP: PushKit, CallKit, LiveCommunicationKit and Push to Talk, as data for the rules about them.
 * Sources: the delegate pages of these frameworks on developer.apple.com, named in the rules' metadata.
 */

/** A method of a delegate protocol in the spellings of both languages. */
export interface DelegateMethod {
  /** Full names and selectors. */
  readonly swift: readonly string[];
  readonly objc: readonly string[];
  /** Where one Swift name serves several methods: position and class of the parameter that tells them apart. */
  readonly param?: { readonly index: number; readonly types: readonly string[] };
  readonly protocol: string;
}

export const pushRegistryType = 'PKPushRegistry';
export const providerDelegate = 'CXProviderDelegate';

export const timedOutMethod: DelegateMethod = {
  swift: ['provider(_:timedOutPerforming:)'],
  objc: ['provider:timedOutPerformingAction:'],
  protocol: providerDelegate,
};

function performs(actions: readonly string[]): DelegateMethod {
  return {
    swift: ['provider(_:perform:)'],
    objc: actions.map((action) => `provider:perform${action}Action:`),
    param: { index: 1, types: actions.map((action) => `CX${action}Action`) },
    protocol: providerDelegate,
  };
}

/** Callbacks after which the system activates the audio session. */
export const startOrAnswerMethod = performs(['StartCall', 'AnswerCall']);

export const didActivateMethod: DelegateMethod = {
  swift: ['provider(_:didActivate:)'],
  objc: ['provider:didActivateAudioSession:'],
  protocol: providerDelegate,
};

export const didResetMethod: DelegateMethod = {
  swift: ['providerDidReset(_:)'],
  objc: ['providerDidReset:'],
  protocol: providerDelegate,
};

export const providerType = 'CXProvider';

/** Methods of CXProvider that report a new call: Swift base names and first selector pieces. */
export const providerReports: ReadonlySet<string> = new Set([
  'reportNewIncomingCall',
  'reportNewIncomingCallWithUUID',
  'reportOutgoingCall',
  'reportOutgoingCallWithUUID',
]);

/** Methods that get a VoIP push, in all generations. */
export const voipPushMethod: DelegateMethod = {
  swift: [
    'pushRegistry(_:didReceiveIncomingPushWith:for:completion:)',
    'pushRegistry(_:didReceiveIncomingPushWith:for:)',
    'pushRegistry(_:didReceiveIncomingVoIPPushWith:metadata:withCompletionHandler:)',
    'pushRegistry(_:didReceiveIncomingVoIPPushWith:metadata:)',
  ],
  objc: [
    'pushRegistry:didReceiveIncomingPushWithPayload:forType:withCompletionHandler:',
    'pushRegistry:didReceiveIncomingPushWithPayload:forType:',
    'pushRegistry:didReceiveIncomingVoIPPushWithPayload:metadata:withCompletionHandler:',
  ],
  protocol: 'PKPushRegistryDelegate',
};

/**
 * Calls that turn a VoIP push into a call: CallKit's and LiveCommunicationKit's own, and those of well-known
 * wrappers. Swift base names and first selector pieces.
 */
export const pushReports: ReadonlySet<string> = new Set([
  'reportNewIncomingCall',
  'reportNewIncomingCallWithUUID',
  'reportNewIncomingConversation',
  'reportNewIncomingConversationWithUUID',
  'reportNewIncomingVoIPPushPayload',
  'showCallkitIncoming',
  'displayIncomingCall',
  'didReceiveIncomingPush',
  'didReceiveIncomingPushWithPayload',
  'handleNotification',
]);

/** Names of PKPushType.voIP in both languages. */
export const voipTypeNames: ReadonlySet<string> = new Set(['voIP', 'PKPushTypeVoIP']);
/** The other push types. */
export const otherPushTypeNames: ReadonlySet<string> = new Set([
  'complication',
  'fileProvider',
  'PKPushTypeComplication',
  'PKPushTypeFileProvider',
]);

/** Methods that only read, take apart or convert a value, on whatever object: no call comes of them. */
export const readingCalls =
  /^(?:parse|decode|deserialize|deserialise|extract|json|lowercased|uppercased|trimming|replacing|components|split|prefix|suffix|object|value|string|number|integer|int|bool|double|float|array|dictionary|data|date|uuid|url|is|has|contains|description|count|first|last|init|validate)(?![a-z])/;

/** Calls that answer when a server, the disk or a clock has: Swift base names, C functions and first selector pieces. */
export const waitingCalls =
  /^(?:(?:data|download|upload|stream)Task|dispatch_after|asyncAfter|sleep|(?:fetch|request|load|download|upload|query|lookUp|lookup)(?![a-z]))/;

/** Names by which code asks which system it runs on. */
export const systemVersionNames: ReadonlySet<string> = new Set([
  'operatingSystemVersion',
  'isOperatingSystemAtLeast',
  'isOperatingSystemAtLeastVersion',
  'systemVersion',
]);

/** Callbacks of CallKit in which the system owns the audio session. */
export const callSessionMethods: readonly DelegateMethod[] = [
  performs(['StartCall', 'AnswerCall', 'SetHeldCall']),
  didActivateMethod,
];

const talkDelegate = 'PTChannelManagerDelegate';

/** The same for Push to Talk, whose delegate methods all begin alike. */
export const talkSessionMethods: readonly DelegateMethod[] = [
  {
    swift: [
      'channelManager(_:didJoinChannel:reason:)',
      'channelManager(_:didLeaveChannel:reason:)',
      'channelManager(_:channelUUID:didBeginTransmittingFrom:)',
      'channelManager(_:channelUUID:didEndTransmittingFrom:)',
      'channelManager(_:receivedEphemeralPushToken:)',
      'channelManager(_:failedToBeginTransmittingInChannel:error:)',
      'channelManager(_:failedToStopTransmittingInChannel:error:)',
      'channelManager(_:didActivate:)',
      'channelManager(_:didDeactivate:)',
      'incomingPushResult(channelManager:channelUUID:pushPayload:)',
    ],
    objc: [
      'channelManager:didJoinChannelWithUUID:reason:',
      'channelManager:didLeaveChannelWithUUID:reason:',
      'channelManager:channelUUID:didBeginTransmittingFromSource:',
      'channelManager:channelUUID:didEndTransmittingFromSource:',
      'channelManager:receivedEphemeralPushToken:',
      'channelManager:failedToBeginTransmittingInChannelWithUUID:error:',
      'channelManager:failedToStopTransmittingInChannelWithUUID:error:',
      'channelManager:didActivateAudioSession:',
      'channelManager:didDeactivateAudioSession:',
      'incomingPushResultForChannelManager:channelUUID:pushPayload:',
    ],
    protocol: talkDelegate,
  },
];

/** A call that starts recording or playing. */
export interface AudioStart {
  /** Class of the receiver; `undefined` for C functions. */
  readonly owner: string | undefined;
  /** Swift base names and first selector pieces. */
  readonly names: readonly string[];
}

export const audioStarts: readonly AudioStart[] = [
  { owner: 'AVAudioEngine', names: ['start', 'startAndReturnError'] },
  { owner: 'AVAudioPlayerNode', names: ['play', 'playAtTime'] },
  { owner: 'AVAudioPlayer', names: ['play', 'playAtTime'] },
  { owner: 'AVPlayer', names: ['play', 'playImmediately', 'playImmediatelyAtRate'] },
  { owner: 'AVQueuePlayer', names: ['play', 'playImmediately', 'playImmediatelyAtRate'] },
  { owner: 'AVAudioRecorder', names: ['record', 'recordForDuration'] },
  { owner: undefined, names: ['AudioOutputUnitStart', 'AudioQueueStart', 'AUGraphStart'] },
];

/** Names of conditions that ask whether the session is active, or whether CallKit is in use at all. */
export const audioStateNames =
  /activ|audio|session|running|playing|recording|started|callkit|callsystem|provider|simulator/i;

/** Identifiers whose presence in a text makes it worth analysing. */
export const callSymbols: readonly string[] = ['desiredPushTypes', 'setDesiredPushTypes', 'CXProvider'];

/** Callbacks that set up the audio of a call; in others, such as the one at its end, any category may be right. */
export const callAudioMethods: readonly DelegateMethod[] = [startOrAnswerMethod, didActivateMethod];

export const callKitModule = 'CallKit';
export const callAudioCategory = 'playAndRecord';
export const callAudioModes: ReadonlySet<string> = new Set(['voiceChat', 'videoChat']);
export const callMixingOption = 'mixWithOthers';

/** By one of these code asks where it runs: parts of names, looked for in whole sources. */
export const storefrontWords: readonly string[] = [
  'regionCode',
  'countryCode',
  'CountryCode',
  'torefront',
  '.region',
  '"CN"',
  '"CHN"',
];
