/**
 * Constants of the SDK with a name in each language. Swift spelling → Objective-C spelling.
 * Source: developer.apple.com/documentation/pushkit/pkpushtype
 */
import {
  activationOptionNames,
  audioCategoryNames,
  audioModeNames,
  audioOptionNames,
  audioPolicyNames,
  audioPortNames,
} from './audio-session';

interface ConstantFamily {
  /** Swift types that have them, by the last components of their names. */
  readonly types: readonly string[];
  readonly names: Readonly<Record<string, string>>;
}

const families: readonly ConstantFamily[] = [
  { types: ['AVAudioSession.Category', 'AVAudioSessionCategory'], names: audioCategoryNames },
  { types: ['AVAudioSession.CategoryOptions', 'AVAudioSessionCategoryOptions'], names: audioOptionNames },
  { types: ['AVAudioSession.Mode', 'AVAudioSessionMode'], names: audioModeNames },
  {
    types: ['AVAudioSession.RouteSharingPolicy', 'AVAudioSessionRouteSharingPolicy'],
    names: audioPolicyNames,
  },
  { types: ['AVAudioSession.PortOverride', 'AVAudioSessionPortOverride'], names: audioPortNames },
  {
    types: ['AVAudioSession.SetActiveOptions', 'AVAudioSessionSetActiveOptions'],
    names: activationOptionNames,
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
