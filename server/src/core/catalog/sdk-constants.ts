/**
 * Constants of the SDK with a name in each language. Swift spelling → Objective-C spelling.
 * Sources: developer.apple.com/documentation/avfaudio/avaudiosession/category-swift.struct,
 * developer.apple.com/documentation/avfaudio/avaudiosession/categoryoptions-swift.struct,
 * developer.apple.com/documentation/pushkit/pkpushtype
 */
interface ConstantFamily {
  /** Swift types that have them, by the last components of their names. */
  readonly types: readonly string[];
  readonly names: Readonly<Record<string, string>>;
}

const families: readonly ConstantFamily[] = [
  {
    types: ['AVAudioSession.Category', 'AVAudioSessionCategory'],
    names: {
      ambient: 'AVAudioSessionCategoryAmbient',
      soloAmbient: 'AVAudioSessionCategorySoloAmbient',
      playback: 'AVAudioSessionCategoryPlayback',
      record: 'AVAudioSessionCategoryRecord',
      playAndRecord: 'AVAudioSessionCategoryPlayAndRecord',
      audioProcessing: 'AVAudioSessionCategoryAudioProcessing',
      multiRoute: 'AVAudioSessionCategoryMultiRoute',
    },
  },
  {
    types: ['AVAudioSession.CategoryOptions', 'AVAudioSessionCategoryOptions'],
    names: {
      mixWithOthers: 'AVAudioSessionCategoryOptionMixWithOthers',
      duckOthers: 'AVAudioSessionCategoryOptionDuckOthers',
      allowBluetooth: 'AVAudioSessionCategoryOptionAllowBluetooth',
      allowBluetoothHFP: 'AVAudioSessionCategoryOptionAllowBluetoothHFP',
      allowBluetoothA2DP: 'AVAudioSessionCategoryOptionAllowBluetoothA2DP',
      allowAirPlay: 'AVAudioSessionCategoryOptionAllowAirPlay',
      defaultToSpeaker: 'AVAudioSessionCategoryOptionDefaultToSpeaker',
      interruptSpokenAudioAndMixWithOthers:
        'AVAudioSessionCategoryOptionInterruptSpokenAudioAndMixWithOthers',
    },
  },
  {
    types: ['PKPushType'],
    names: {
      voIP: 'PKPushTypeVoIP',
      complication: 'PKPushTypeComplication',
      fileProvider: 'PKPushTypeFileProvider',
    },
  },
];

const swiftNames: ReadonlyMap<string, string> = new Map(
  families.flatMap(({ names }) => Object.entries(names).map(([swift, objc]) => [objc, swift] as const)),
);

/** Swift name of the constant that a path of names means; `undefined` when it is none of these. */
export function sdkConstant(path: readonly string[]): string | undefined {
  const name = path.at(-1) ?? '';
  if (path.length === 1) return swiftNames.get(name);
  const type = path.slice(0, -1).join('.');
  return families.find(({ types, names }) => types.includes(type) && Object.hasOwn(names, name)) && name;
}
