/** What `audio-session-incompatible` says. */
import {
  type AudioVerdict,
  categoriesFor,
  longFormModes,
  modeCategories,
} from '../../../catalog/audio-compatibility';
import {
  type AudioCategory,
  type AudioMode,
  type AudioOption,
  audioOption,
} from '../../../catalog/audio-session';

const failure = 'setCategory fails, and the session keeps the category it had';

const effects: Readonly<Partial<Record<AudioVerdict, string>>> = {
  rejected: failure,
  invalid: 'setCategory may fail, and the session then keeps the category it had',
  cleared: 'it is dropped without a word',
};

/** What happens to options that do not stop the call. */
const optionEffects: Readonly<Partial<Record<AudioOption, string>>> = {
  mixWithOthers: "other apps' audio stops all the same",
  interruptSpokenAudioAndMixWithOthers: "other apps' audio stops all the same",
  duckOthers: "other apps' audio stops instead of getting softer",
};

/** An option with a category, or a mode of it, that it is not for. `name` is the option as it is written. */
export function optionMessage(
  name: string,
  option: AudioOption,
  category: AudioCategory,
  mode: AudioMode | undefined,
  verdict: AudioVerdict,
): string {
  const effect = optionEffects[option] ?? effects[verdict] ?? failure;
  const takers = categoriesFor(option);
  return takers.includes(category)
    ? `'${name}' does not go with mode '${mode ?? 'default'}': ${effect}`
    : `'${name}' is for ${listed(takers)}, not for '${category}': ${effect}`;
}

export function redundantMessage(name: string, category: AudioCategory): string {
  const habit = audioOption(name) === 'mixWithOthers' ? 'mixes with other audio' : 'plays over A2DP';
  return `'${name}' changes nothing: '${category}' always ${habit}`;
}

export function lackingMessage(subject: string, lacking: AudioOption): string {
  return `${subject} needs '${lacking}' beside it: ${failure}`;
}

export function modeMessage(mode: AudioMode, category: AudioCategory): string {
  const isChat = mode === 'voiceChat' || mode === 'videoChat';
  const loss = isChat ? ', and there is no voice processing' : '';
  return `Mode '${mode}' is for ${listed(modeCategories[mode])}, not for '${category}': it is ignored or makes the call fail${loss}`;
}

export const systemModeMessage =
  "Mode 'gameChat' is set by GameKit for its own voice chat: set by an app it does nothing good, 'voiceChat' is meant for that";

export const policyMessages = {
  category: (policy: string, wanted: AudioCategory, category: AudioCategory) =>
    `Policy '${policy}' is for ${wanted}, not for '${category}': ${failure}`,
  mode: (policy: string, mode: AudioMode) =>
    `Policy '${policy}' takes the modes ${listed(longFormModes)}, not '${mode}': ${failure}`,
  options: (policy: string) => `Policy '${policy}' takes no options at all: ${failure}`,
} as const;

export function speakerMessage(category: AudioCategory): string {
  return `Speaker override is for playAndRecord, not for '${category}': the call fails, and sound goes where it went before`;
}

/** `a`, `a and b`, `a, b and c`. */
function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}
