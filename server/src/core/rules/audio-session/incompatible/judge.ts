/** What is wrong with a combination, from the table alone. */
import {
  type AudioVerdict,
  longFormCategory,
  longFormModes,
  longFormPolicies,
  modeCategories,
  optionVerdict,
  requiredOptions,
  systemMode,
} from '../../../catalog/audio-compatibility';
import {
  type AudioCategory,
  type AudioMode,
  type AudioOption,
  audioModes,
  audioOption,
  audioOptions,
} from '../../../catalog/audio-session';
import type { Severity } from '../../types';
import type { OptionNames } from '../session-calls';
import {
  lackingMessage,
  modeMessage,
  optionMessage,
  policyMessages,
  redundantMessage,
  systemModeMessage,
} from './texts';

/** What a call sets; `undefined` is not known. */
export interface Combination {
  readonly category: AudioCategory | undefined;
  readonly mode: AudioMode | undefined;
  readonly policy: string | undefined;
  readonly options: OptionNames | undefined;
}

export interface Problem {
  /** Key of an entry of the rule. */
  readonly entry: string;
  /** Where it differs from the entry's. */
  readonly severity?: Severity;
  readonly element: 'category' | 'mode' | 'option';
  /** Of the option as it is written, of the mode, or of the category. */
  readonly name: string;
  readonly message: string;
  /** An option that ought to be added. */
  readonly lacking?: AudioOption;
}

const modeEntries: Readonly<Partial<Record<AudioMode, string>>> = {
  voiceChat: 'chat-mode',
  videoChat: 'chat-mode',
  videoRecording: 'video-recording-mode',
  moviePlayback: 'movie-playback-mode',
  measurement: 'measurement-mode',
  shortFormVideo: 'short-form-video-mode',
  dualRoute: 'dual-route-mode',
};

const optionEntries: Readonly<Record<AudioOption, string>> = {
  mixWithOthers: 'mix',
  duckOthers: 'duck',
  allowBluetoothHFP: 'bluetooth-hfp',
  defaultToSpeaker: 'default-to-speaker',
  interruptSpokenAudioAndMixWithOthers: 'mix',
  allowBluetoothA2DP: 'a2dp',
  allowAirPlay: 'airplay',
  overrideMutedMicrophoneInterruption: 'override-muted-microphone',
  farFieldInput: 'far-field-input',
  bluetoothHighQualityRecording: 'high-quality-recording',
};

const severities: Readonly<Partial<Record<AudioVerdict, Severity>>> = {
  rejected: 'error',
  invalid: 'warning',
  cleared: 'warning',
};

/** Mode first, then policy, then options in their order; at most one for each of them. */
export function problemsOf(combination: Combination): readonly Problem[] {
  const ofMode = modeProblem(combination);
  const ofOptions = (combination.options?.names ?? []).flatMap(
    (name) => optionProblem(name, combination) ?? [],
  );
  const ofPolicy = policyProblem(combination, [...(ofMode === undefined ? [] : [ofMode]), ...ofOptions]);
  return [ofMode, ofPolicy, ...ofOptions].filter((problem) => problem !== undefined);
}

/** A mode with a category that it is not for, or without an option that it needs. */
function modeProblem({ category, mode, options }: Combination): Problem | undefined {
  if (mode === undefined) return undefined;
  const element = { element: 'mode', name: mode } as const;
  if (mode === systemMode) return { ...element, entry: 'game-chat-mode', message: systemModeMessage };
  const entry = modeEntries[mode];
  if (category === undefined || entry === undefined) return undefined;
  if (!modeCategories[mode].includes(category))
    return { ...element, entry, message: modeMessage(mode, category) };
  const lacking = audioOptions.find((option) => optionVerdict(category, mode, option) === 'required');
  return lacking !== undefined && lacks(options, lacking)
    ? { ...element, entry, message: lackingMessage(`Mode '${mode}'`, lacking), lacking }
    : undefined;
}

function lacks(options: OptionNames | undefined, wanted: AudioOption): boolean {
  return options?.isComplete === true && !options.names.some((name) => audioOption(name) === wanted);
}

function optionProblem(name: string, combination: Combination): Problem | undefined {
  const option = audioOption(name);
  const { category, options } = combination;
  if (option === undefined) return undefined;
  const element = { element: 'option', name, entry: optionEntries[option] } as const;
  const verdict = verdictOf(option, combination);
  const severity = verdict && severities[verdict];
  if (category !== undefined && verdict !== undefined && severity !== undefined) {
    const message = optionMessage(name, option, category, combination.mode, verdict);
    return { ...element, severity, message };
  }
  if (category !== undefined && verdict === 'implied') return redundancy(name, option, category, options);
  const lacking = requiredOptions[option];
  return lacking !== undefined && lacks(options, lacking)
    ? { ...element, message: lackingMessage(`'${name}'`, lacking), lacking }
    : undefined;
}

/** In a mode that is not known, what holds in all of them. */
function verdictOf(option: AudioOption, { category, mode }: Combination): AudioVerdict | undefined {
  if (category === undefined) return undefined;
  const verdicts = new Set(
    (mode === undefined ? audioModes : [mode]).map((each) => optionVerdict(category, each, option)),
  );
  return verdicts.size === 1 ? [...verdicts][0] : undefined;
}

/** Options that a mode implies are common and clear; so is ambient mixing beside ducking. */
function redundancy(
  name: string,
  option: AudioOption,
  category: AudioCategory,
  options: OptionNames | undefined,
): Problem | undefined {
  const message = redundantMessage(name, category);
  const element = { element: 'option', name, message } as const;
  if (option === 'allowBluetoothA2DP') return { ...element, entry: 'a2dp' };
  return option === 'mixWithOthers' && lacks(options, 'duckOthers')
    ? { ...element, entry: 'ambient-mix' }
    : undefined;
}

/** What a long-form policy does not take, unless something else is wrong with it. */
function policyProblem(
  { category, mode, policy, options }: Combination,
  others: readonly Problem[],
): Problem | undefined {
  if (policy === undefined || !longFormPolicies.has(policy)) return undefined;
  const isTold = (element: Problem['element'], name: string): boolean =>
    others.some((other) => other.element === element && other.name === name);
  const entry = 'long-form-policy';
  if (category !== undefined && category !== longFormCategory) {
    const message = policyMessages.category(policy, longFormCategory, category);
    return { entry, element: 'category', name: category, message };
  }
  if (mode !== undefined && !longFormModes.includes(mode) && !isTold('mode', mode)) {
    const isShort = mode === 'shortFormVideo';
    const message = policyMessages.mode(policy, mode);
    return { entry: isShort ? 'short-form-video-mode' : entry, element: 'mode', name: mode, message };
  }
  const name = options?.names.find((each) => !isTold('option', each));
  return name === undefined
    ? undefined
    : { entry, element: 'option', name, message: policyMessages.options(policy) };
}
