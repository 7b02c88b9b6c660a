/**
 * AVAudioSession: its constants in both languages, and the calls that set it up.
 * Sources: developer.apple.com/documentation/avfaudio/avaudiosession,
 * SDK headers AVFAudio/AVAudioSession.h and AVFAudio/AVAudioSessionTypes.h
 */

export const audioSessionType = 'AVAudioSession';

/** Swift spelling → Objective-C spelling, as in all tables below. */
type ConstantNames = Readonly<Record<string, string>>;

function named(prefix: string, names: readonly string[]): ConstantNames {
  return Object.fromEntries(
    names.map((name) => [name, `${prefix}${name.charAt(0).toUpperCase()}${name.slice(1)}`]),
  );
}

export const audioCategories = [
  'ambient',
  'soloAmbient',
  'playback',
  'record',
  'playAndRecord',
  'multiRoute',
] as const;

export const audioModes = [
  'default',
  'voiceChat',
  'videoChat',
  'gameChat',
  'videoRecording',
  'measurement',
  'moviePlayback',
  'spokenAudio',
  'voicePrompt',
  'shortFormVideo',
  'dualRoute',
] as const;

export const audioOptions = [
  'mixWithOthers',
  'duckOthers',
  'allowBluetoothHFP',
  'defaultToSpeaker',
  'interruptSpokenAudioAndMixWithOthers',
  'allowBluetoothA2DP',
  'allowAirPlay',
  'overrideMutedMicrophoneInterruption',
  'farFieldInput',
  'bluetoothHighQualityRecording',
] as const;

export type AudioCategory = (typeof audioCategories)[number];
export type AudioMode = (typeof audioModes)[number];
export type AudioOption = (typeof audioOptions)[number];

/** The name of `allowBluetoothHFP` before iOS 26, still in use everywhere. */
export const oldBluetoothOption = 'allowBluetooth';

export const audioCategoryNames: ConstantNames = {
  ...named('AVAudioSessionCategory', audioCategories),
  ...named('AVAudioSessionCategory', ['audioProcessing']),
};
export const audioModeNames: ConstantNames = named('AVAudioSessionMode', audioModes);
export const audioOptionNames: ConstantNames = {
  ...named('AVAudioSessionCategoryOption', audioOptions),
  ...named('AVAudioSessionCategoryOption', [oldBluetoothOption]),
};
export const audioPolicyNames: ConstantNames = named('AVAudioSessionRouteSharingPolicy', [
  'default',
  'longFormAudio',
  'longFormVideo',
  'longForm',
  'independent',
]);
export const audioPortNames: ConstantNames = named('AVAudioSessionPortOverride', ['none', 'speaker']);
export const activationOptionNames: ConstantNames = named('AVAudioSessionSetActiveOption', [
  'notifyOthersOnDeactivation',
]);

export function audioCategory(name: string | undefined): AudioCategory | undefined {
  return audioCategories.find((category) => category === name);
}

export function audioMode(name: string | undefined): AudioMode | undefined {
  return audioModes.find((mode) => mode === name);
}

/** The option that a name stands for, the old one of Bluetooth included. */
export function audioOption(name: string | undefined): AudioOption | undefined {
  if (name === oldBluetoothOption) return 'allowBluetoothHFP';
  return audioOptions.find((option) => option === name);
}

/** What an argument means, by its label or piece of the selector. The first argument means what the method says. */
export const audioArgumentLabels = {
  mode: ['mode'],
  policy: ['policy', 'routeSharingPolicy'],
  options: ['options', 'withOptions', 'with'],
} as const;

/** Base names of Swift. */
export const audioSessionMethods = [
  'setCategory',
  'setMode',
  'setActive',
  'activate',
  'deactivate',
  'overrideOutputAudioPort',
] as const;

export type AudioSessionMethod = (typeof audioSessionMethods)[number];

/** Selectors of Objective-C. No other class of the SDK has methods of these names, but for those that take no error. */
export const audioSessionSelectors: Readonly<Record<string, AudioSessionMethod>> = {
  'setCategory:error:': 'setCategory',
  'setCategory:withOptions:error:': 'setCategory',
  'setCategory:mode:options:error:': 'setCategory',
  'setCategory:mode:routeSharingPolicy:options:error:': 'setCategory',
  'setMode:error:': 'setMode',
  'setActive:error:': 'setActive',
  'setActive:withOptions:error:': 'setActive',
  'setActive:withFlags:error:': 'setActive',
  'activateWithOptions:completionHandler:': 'activate',
  'deactivateWithOptions:completionHandler:': 'deactivate',
  'overrideOutputAudioPort:error:': 'overrideOutputAudioPort',
};

/** Identifiers whose presence in a text makes it worth analysing. */
export const audioSessionSymbols: readonly string[] = [
  audioSessionType,
  'setCategory',
  'setActive',
  'overrideOutputAudioPort',
];

/** A selector that guides show and that no class declares, and the piece that makes it one that exists. */
export const nonexistentSelector = {
  selector: 'setCategory:options:error:',
  wrongLabel: 'options',
  rightLabel: 'withOptions',
} as const;

/** Methods of the session in Objective-C whose BOOL tells whether they worked, beside `audioSessionSelectors`. */
export const audioPreferenceSelectors: ReadonlySet<string> = new Set(
  ['SampleRate', 'IOBufferDuration', 'Input', 'InputNumberOfChannels', 'OutputNumberOfChannels'].map(
    (preference) => `setPreferred${preference}:error:`,
  ),
);

/** Options that let other audio go on. */
export const mixingOptions: ReadonlySet<string> = new Set([
  'mixWithOthers',
  'duckOthers',
  'interruptSpokenAudioAndMixWithOthers',
]);

/** Categories that stop other audio unless they are told to mix. */
export const interruptingCategories: ReadonlySet<AudioCategory> = new Set<AudioCategory>([
  'playback',
  'record',
  'playAndRecord',
  'multiRoute',
]);

/** Categories that end with the foreground: locking the screen silences them. */
export const foregroundCategories: ReadonlySet<AudioCategory> = new Set<AudioCategory>([
  'ambient',
  'soloAmbient',
]);

/** The option of deactivation, and of nothing else. */
export const notifyOption = 'notifyOthersOnDeactivation';

/** Methods in which a scene comes to life. */
export const sceneConnections: ReadonlySet<string> = new Set([
  'scene(_:willConnectTo:options:)',
  'scene:willConnectToSession:options:',
]);

/** Let other audio go on, whatever the options are. */
export const mixableCategories: ReadonlySet<string> = new Set<AudioCategory>(['ambient']);
/** Stop other audio, whatever the options are. */
export const unmixableCategories: ReadonlySet<string> = new Set<AudioCategory>(['soloAmbient', 'record']);
