/**
 * Which categories, modes, options and policies of the audio session go together, as of the SDK of iOS 27.
 * Sources: SDK headers AVFAudio/AVAudioSessionTypes.h and AVFAudio/AVAudioSession.h (also rendered at
 * docs.rs/objc2-avf-audio/latest/objc2_avf_audio/struct.AVAudioSessionCategoryOptions.html),
 * developer.apple.com/documentation/avfaudio/avaudiosession/mode-swift.struct, and the reports named in the rule.
 */
import { type AudioCategory, type AudioMode, type AudioOption, audioCategories } from './audio-session';

/**
 * - `ok`: documented as settable;
 * - `implied`: the category or mode behaves so anyway;
 * - `rejected`: documented as invalid, and seen to make setCategory fail;
 * - `invalid`: documented as invalid;
 * - `cleared`: cleared without a word, or not settable here;
 * - `tolerated`: not documented, but in use in samples and many apps without an error;
 * - `undocumented`: nobody says;
 * - `required`: has to be there.
 */
export type AudioVerdict =
  | 'ok'
  | 'implied'
  | 'rejected'
  | 'invalid'
  | 'cleared'
  | 'tolerated'
  | 'undocumented'
  | 'required';

type OptionVerdicts = Readonly<Record<AudioOption, AudioVerdict>>;

/**
 * Categories that a mode is for. The headers restrict neither `spokenAudio` nor `voicePrompt`; that they go with
 * everything that plays is no reason to complain about `record`.
 */
export const modeCategories: Readonly<Record<AudioMode, readonly AudioCategory[]>> = {
  default: audioCategories,
  voiceChat: ['playAndRecord'],
  videoChat: ['playAndRecord'],
  gameChat: ['playAndRecord'],
  videoRecording: ['playAndRecord', 'record'],
  measurement: ['playback', 'record', 'playAndRecord'],
  moviePlayback: ['playback'],
  spokenAudio: audioCategories,
  voicePrompt: audioCategories,
  shortFormVideo: ['playback'],
  dualRoute: ['multiRoute'],
};

/** In mode `default`. */
const optionVerdicts: Readonly<Record<AudioCategory, OptionVerdicts>> = {
  ambient: {
    mixWithOthers: 'implied',
    duckOthers: 'tolerated',
    allowBluetoothHFP: 'invalid',
    defaultToSpeaker: 'invalid',
    interruptSpokenAudioAndMixWithOthers: 'invalid',
    allowBluetoothA2DP: 'implied',
    allowAirPlay: 'invalid',
    overrideMutedMicrophoneInterruption: 'rejected',
    farFieldInput: 'invalid',
    bluetoothHighQualityRecording: 'invalid',
  },
  soloAmbient: {
    mixWithOthers: 'invalid',
    duckOthers: 'invalid',
    allowBluetoothHFP: 'invalid',
    defaultToSpeaker: 'invalid',
    interruptSpokenAudioAndMixWithOthers: 'invalid',
    allowBluetoothA2DP: 'implied',
    allowAirPlay: 'invalid',
    overrideMutedMicrophoneInterruption: 'rejected',
    farFieldInput: 'invalid',
    bluetoothHighQualityRecording: 'invalid',
  },
  playback: {
    mixWithOthers: 'ok',
    duckOthers: 'ok',
    allowBluetoothHFP: 'rejected',
    defaultToSpeaker: 'rejected',
    interruptSpokenAudioAndMixWithOthers: 'ok',
    allowBluetoothA2DP: 'implied',
    allowAirPlay: 'rejected',
    overrideMutedMicrophoneInterruption: 'rejected',
    farFieldInput: 'invalid',
    bluetoothHighQualityRecording: 'invalid',
  },
  record: {
    mixWithOthers: 'invalid',
    duckOthers: 'tolerated',
    allowBluetoothHFP: 'ok',
    defaultToSpeaker: 'invalid',
    interruptSpokenAudioAndMixWithOthers: 'invalid',
    allowBluetoothA2DP: 'cleared',
    allowAirPlay: 'invalid',
    overrideMutedMicrophoneInterruption: 'undocumented',
    farFieldInput: 'ok',
    bluetoothHighQualityRecording: 'undocumented',
  },
  playAndRecord: {
    mixWithOthers: 'ok',
    duckOthers: 'ok',
    allowBluetoothHFP: 'ok',
    defaultToSpeaker: 'ok',
    interruptSpokenAudioAndMixWithOthers: 'ok',
    allowBluetoothA2DP: 'ok',
    allowAirPlay: 'ok',
    overrideMutedMicrophoneInterruption: 'ok',
    farFieldInput: 'ok',
    bluetoothHighQualityRecording: 'ok',
  },
  multiRoute: {
    mixWithOthers: 'ok',
    duckOthers: 'ok',
    allowBluetoothHFP: 'invalid',
    defaultToSpeaker: 'invalid',
    interruptSpokenAudioAndMixWithOthers: 'ok',
    allowBluetoothA2DP: 'cleared',
    allowAirPlay: 'invalid',
    overrideMutedMicrophoneInterruption: 'ok',
    farFieldInput: 'invalid',
    bluetoothHighQualityRecording: 'undocumented',
  },
};

/** What another mode changes: in one, or in every one but `default`. */
const modeVerdicts: readonly {
  readonly category: AudioCategory;
  readonly modes: readonly AudioMode[] | 'others';
  readonly verdicts: Partial<OptionVerdicts>;
}[] = [
  {
    category: 'playAndRecord',
    modes: 'others',
    verdicts: { bluetoothHighQualityRecording: 'invalid' },
  },
  {
    category: 'playAndRecord',
    modes: ['voiceChat', 'videoChat'],
    verdicts: { allowBluetoothHFP: 'implied' },
  },
  { category: 'playAndRecord', modes: ['videoChat'], verdicts: { defaultToSpeaker: 'implied' } },
  {
    category: 'multiRoute',
    modes: 'others',
    verdicts: {
      mixWithOthers: 'invalid',
      duckOthers: 'invalid',
      interruptSpokenAudioAndMixWithOthers: 'invalid',
    },
  },
  {
    category: 'multiRoute',
    modes: ['dualRoute'],
    verdicts: { allowBluetoothHFP: 'required', farFieldInput: 'ok' },
  },
];

/** In a mode that the category does not take, options count as in mode `default`: the mode is the mistake then. */
export function optionVerdict(category: AudioCategory, mode: AudioMode, option: AudioOption): AudioVerdict {
  let verdict = optionVerdicts[category][option];
  if (mode === 'default' || !modeCategories[mode].includes(category)) return verdict;
  for (const row of modeVerdicts) {
    const applies = row.category === category && (row.modes === 'others' || row.modes.includes(mode));
    if (applies) verdict = row.verdicts[option] ?? verdict;
  }
  return verdict;
}

/** Categories that an option is for, in mode `default`. */
export function categoriesFor(option: AudioOption): readonly AudioCategory[] {
  return audioCategories.filter((category) => optionVerdicts[category][option] === 'ok');
}

/** Options that need another one beside them. */
export const requiredOptions: Readonly<Partial<Record<AudioOption, AudioOption>>> = {
  farFieldInput: 'allowBluetoothHFP',
};

/** Policies that take one category, a few modes and no options. */
export const longFormPolicies: ReadonlySet<string> = new Set(['longFormAudio', 'longFormVideo', 'longForm']);
export const longFormCategory: AudioCategory = 'playback';
export const longFormModes: readonly AudioMode[] = ['default', 'moviePlayback', 'spokenAudio'];

/** The mode that the system sets itself, for apps of GameKit's voice chat. */
export const systemMode: AudioMode = 'gameChat';

/** The port that only this category lets an app choose. */
export const speakerOverride: { readonly port: string; readonly category: AudioCategory } = {
  port: 'speaker',
  category: 'playAndRecord',
};

/** The policy that watchOS wants to be activated asynchronously, so that the user can choose a route. */
export const longFormWatchPolicy = 'longFormAudio';

/** What the Info.plist says beside the policy for video. */
export const longFormPlist = {
  policy: 'longFormVideo',
  key: 'AVInitialRouteSharingPolicy',
  value: 'LongFormVideo',
} as const;
