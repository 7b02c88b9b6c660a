/** Constants of the audio session, those that go with the rest of the call first. */
import { modeCategories, optionVerdict, systemMode } from '../../catalog/audio-compatibility';
import {
  type AudioCategory,
  type AudioMode,
  type AudioOption,
  audioCategories,
  audioCategoryNames,
  audioModeNames,
  audioModes,
  audioOptionNames,
  audioOptions,
  audioPolicyNames,
  foregroundCategories,
} from '../../catalog/audio-session';
import type { CodePlace, StringPlace } from './code-place';
import type { CompletionOffer } from './types';

type AudioPlace = Extract<CodePlace, { kind: 'audio' }>;

interface Candidate {
  readonly name: string;
  readonly isFitting: boolean;
  readonly note: string;
}

export function audioOffers({ setting, category, mode, range }: AudioPlace): readonly CompletionOffer[] {
  const offer = ({ name, note }: Candidate): CompletionOffer => ({
    label: name,
    kind: 'constant',
    detail: note,
    range,
    newText: name,
    topic: { kind: 'audio-category' },
  });
  return fittingFirst(candidates(setting, category, mode)).map(offer);
}

/** In Swift, for raw values: they are the names of Objective-C. */
export function rawAudioOffers(
  setting: 'category' | 'mode',
  { range, closing }: StringPlace,
): readonly CompletionOffer[] {
  return candidates(setting, undefined, undefined).map(({ name, note }) => ({
    label: name,
    kind: 'constant',
    detail: note,
    range,
    newText: name + closing,
    topic: { kind: 'audio-category' },
  }));
}

function fittingFirst(all: readonly Candidate[]): readonly Candidate[] {
  return [...all.filter(({ isFitting }) => isFitting), ...all.filter(({ isFitting }) => !isFitting)];
}

function candidates(
  setting: AudioPlace['setting'],
  category: AudioCategory | undefined,
  mode: AudioMode | undefined,
): readonly Candidate[] {
  switch (setting) {
    case 'category':
      return audioCategories.map((each) => categoryCandidate(each, mode));
    case 'mode':
      return audioModes.map((each) => modeCandidate(each, category));
    case 'options':
      return audioOptions.map((each) => optionCandidate(each, category, mode ?? 'default'));
    case 'policy':
      return Object.entries(audioPolicyNames)
        .filter(([name]) => name !== 'longForm')
        .map(([, name]) => ({ name, isFitting: true, note: '' }));
  }
}

function categoryCandidate(each: AudioCategory, mode: AudioMode | undefined): Candidate {
  const name = audioCategoryNames[each] ?? each;
  if (mode !== undefined && !modeCategories[mode].includes(each))
    return { name, isFitting: false, note: `not with mode ${mode}` };
  const isForeground = foregroundCategories.has(each);
  return { name, isFitting: true, note: isForeground ? 'foreground only' : 'may go on in the background' };
}

function modeCandidate(each: AudioMode, category: AudioCategory | undefined): Candidate {
  const name = audioModeNames[each] ?? each;
  const allowed = modeCategories[each];
  if (each === systemMode) return { name, isFitting: false, note: 'set by the system, not by apps' };
  if (category !== undefined && !allowed.includes(category))
    return { name, isFitting: false, note: `only with ${allowed.join(', ')}` };
  const isForAll = allowed.length === audioCategories.length;
  return { name, isFitting: true, note: isForAll ? '' : `with ${allowed.join(', ')}` };
}

function optionCandidate(each: AudioOption, category: AudioCategory | undefined, mode: AudioMode): Candidate {
  const name = audioOptionNames[each] ?? each;
  if (category === undefined) return { name, isFitting: true, note: '' };
  switch (optionVerdict(category, mode, each)) {
    case 'ok':
    case 'required':
      return { name, isFitting: true, note: `goes with ${category}` };
    case 'implied':
      return { name, isFitting: false, note: `implied by ${category}` };
    case 'rejected':
    case 'invalid':
      return { name, isFitting: false, note: `not with ${category}` };
    case 'cleared':
      return { name, isFitting: false, note: `has no effect with ${category}` };
    case 'tolerated':
    case 'undocumented':
      return { name, isFitting: false, note: `not documented for ${category}` };
  }
}
