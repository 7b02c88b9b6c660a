import type { RuleExample } from '../../types';
import { objcSession, swiftSession } from '../example-code';

type Kind = RuleExample['kind'];

function swift(kind: Kind, entry: string, body: string, note?: string): RuleExample {
  return { kind, entry, files: swiftSession(body), ...(note === undefined ? {} : { note }) };
}

function objc(kind: Kind, entry: string, body: string): RuleExample {
  return { kind, entry, files: objcSession(body) };
}

const options: readonly RuleExample[] = [
  swift(
    'bad',
    'bluetooth-hfp',
    'try session.setCategory(.playback, mode: .spokenAudio, options: [⟦.allowBluetooth⟧, .duckOthers])',
  ),
  swift(
    'good',
    'bluetooth-hfp',
    'try session.setCategory(.playback, mode: .spokenAudio, options: [.duckOthers])',
  ),
  {
    kind: 'bad',
    entry: 'bluetooth-hfp',
    note: 'the category is a constant of another file',
    files: {
      ...swiftSession('try session.setCategory(Audio.category, options: ⟦.allowBluetoothHFP⟧)'),
      'Audio.swift':
        'import AVFoundation\nenum Audio {\n  static let category: AVAudioSession.Category = .playback\n}\n',
    },
  },
  swift('near-miss', 'bluetooth-hfp', 'try session.setCategory(.record, options: .allowBluetoothHFP)'),
  swift(
    'near-miss',
    'bluetooth-hfp',
    'let isCall = Bool.random()\ntry session.setCategory(isCall ? .playAndRecord : .playback, options: [.allowBluetooth])',
    'one of two categories',
  ),
  objc(
    'bad',
    'bluetooth-hfp',
    `[session setCategory:AVAudioSessionCategoryPlayback
         withOptions:⟦AVAudioSessionCategoryOptionAllowBluetooth⟧ | AVAudioSessionCategoryOptionMixWithOthers
               error:&error];`,
  ),
  objc(
    'near-miss',
    'bluetooth-hfp',
    `AVAudioSessionCategoryOptions options = AVAudioSessionCategoryOptionMixWithOthers;
if (self.isRecording) { options |= AVAudioSessionCategoryOptionAllowBluetooth; }
[session setCategory:self.category withOptions:options error:&error];`,
  ),
  swift('bad', 'airplay', 'try session.setCategory(.ambient, options: [⟦.allowAirPlay⟧])'),
  swift('good', 'airplay', 'try session.setCategory(.playAndRecord, options: [.allowAirPlay])'),
  swift(
    'bad',
    'airplay',
    `var options: AVAudioSession.CategoryOptions = [.mixWithOthers]
options.insert(⟦.allowAirPlay⟧)
try session.setCategory(.playback, mode: .default, options: options)`,
    'a set that is built step by step',
  ),
  objc(
    'bad',
    'airplay',
    '[session setCategory:AVAudioSessionCategoryRecord withOptions:⟦AVAudioSessionCategoryOptionAllowAirPlay⟧ error:&error];',
  ),
  swift('bad', 'default-to-speaker', 'try session.setCategory(.playback, options: ⟦.defaultToSpeaker⟧)'),
  swift('good', 'default-to-speaker', 'try session.setCategory(.playAndRecord, options: .defaultToSpeaker)'),
  objc(
    'bad',
    'default-to-speaker',
    '[session setCategory:AVAudioSessionCategoryPlayback mode:AVAudioSessionModeDefault options:⟦AVAudioSessionCategoryOptionDefaultToSpeaker⟧ error:&error];',
  ),
  swift('bad', 'a2dp', 'try session.setCategory(.record, options: [.allowBluetooth, ⟦.allowBluetoothA2DP⟧])'),
  swift(
    'good',
    'a2dp',
    'try session.setCategory(.playAndRecord, options: [.allowBluetooth, .allowBluetoothA2DP])',
  ),
  swift('bad', 'mix', 'try session.setCategory(.soloAmbient, options: [⟦.mixWithOthers⟧])'),
  swift('bad', 'mix', 'try session.setCategory(.record, options: [⟦.interruptSpokenAudioAndMixWithOthers⟧])'),
  swift('good', 'mix', 'try session.setCategory(.playback, options: [.mixWithOthers])'),
  swift('near-miss', 'mix', 'try session.setCategory(.record, mode: .measurement, options: .duckOthers)'),
  swift('bad', 'ambient-mix', 'try session.setCategory(.ambient, options: ⟦.mixWithOthers⟧)'),
  swift('good', 'ambient-mix', 'try session.setCategory(.ambient)'),
  swift(
    'near-miss',
    'ambient-mix',
    'try session.setCategory(.ambient, options: [.mixWithOthers, .duckOthers])',
  ),
  swift('bad', 'duck', 'try session.setCategory(.soloAmbient, options: [⟦.duckOthers⟧])'),
  swift('good', 'duck', 'try session.setCategory(.ambient, options: [.duckOthers])'),
  swift(
    'bad',
    'override-muted-microphone',
    'try session.setCategory(.playback, options: [⟦.overrideMutedMicrophoneInterruption⟧])',
  ),
  swift(
    'good',
    'override-muted-microphone',
    'try session.setCategory(.multiRoute, options: [.overrideMutedMicrophoneInterruption])',
  ),
  swift('bad', 'far-field-input', 'try session.setCategory(.record, options: ⟦.farFieldInput⟧)'),
  swift(
    'good',
    'far-field-input',
    'try session.setCategory(.record, options: [.farFieldInput, .allowBluetoothHFP])',
  ),
  swift(
    'bad',
    'high-quality-recording',
    'try session.setCategory(.playAndRecord, mode: .videoChat, options: [⟦.bluetoothHighQualityRecording⟧])',
  ),
  swift(
    'good',
    'high-quality-recording',
    'try session.setCategory(.playAndRecord, options: [.bluetoothHighQualityRecording])',
  ),
];

const modes: readonly RuleExample[] = [
  swift(
    'bad',
    'chat-mode',
    'try session.setCategory(.playback, mode: ⟦.voiceChat⟧, options: .mixWithOthers)',
  ),
  swift(
    'good',
    'chat-mode',
    'try session.setCategory(.playAndRecord, mode: .voiceChat, options: .mixWithOthers)',
  ),
  swift(
    'bad',
    'chat-mode',
    'try session.setCategory(.playback)\ntry session.setMode(⟦.videoChat⟧)',
    'in two calls',
  ),
  swift(
    'near-miss',
    'chat-mode',
    'if Bool.random() { try session.setCategory(.playback) }\ntry session.setMode(.videoChat)',
    'the category is set on one way only',
  ),
  objc(
    'bad',
    'chat-mode',
    `if (![session setCategory:AVAudioSessionCategoryPlayback error:&error]) { return; }
[session setMode:⟦AVAudioSessionModeVoiceChat⟧ error:&error];`,
  ),
  swift('bad', 'game-chat-mode', 'try session.setMode(⟦.gameChat⟧)'),
  swift('good', 'game-chat-mode', 'try session.setMode(.voiceChat)'),
  swift('bad', 'video-recording-mode', 'try session.setCategory(.playback, mode: ⟦.videoRecording⟧)'),
  swift('good', 'video-recording-mode', 'try session.setCategory(.record, mode: .videoRecording)'),
  swift('bad', 'movie-playback-mode', 'try session.setCategory(.playAndRecord, mode: ⟦.moviePlayback⟧)'),
  swift('good', 'movie-playback-mode', 'try session.setCategory(.playback, mode: .moviePlayback)'),
  objc(
    'bad',
    'movie-playback-mode',
    '[session setCategory:AVAudioSessionCategoryAmbient mode:⟦AVAudioSessionModeMoviePlayback⟧ options:0 error:&error];',
  ),
  swift('bad', 'measurement-mode', 'try session.setCategory(.multiRoute, mode: ⟦.measurement⟧)'),
  swift('good', 'measurement-mode', 'try session.setCategory(.record, mode: .measurement)'),
  swift('bad', 'short-form-video-mode', 'try session.setCategory(.soloAmbient, mode: ⟦.shortFormVideo⟧)'),
  swift(
    'bad',
    'short-form-video-mode',
    'try session.setCategory(.playback, mode: ⟦.shortFormVideo⟧, policy: .longFormVideo)',
  ),
  swift('good', 'short-form-video-mode', 'try session.setCategory(.playback, mode: .shortFormVideo)'),
  swift('bad', 'dual-route-mode', 'try session.setCategory(.multiRoute, mode: ⟦.dualRoute⟧)'),
  swift(
    'good',
    'dual-route-mode',
    'try session.setCategory(.multiRoute, mode: .dualRoute, options: .allowBluetoothHFP)',
  ),
];

const others: readonly RuleExample[] = [
  swift(
    'bad',
    'long-form-policy',
    'try session.setCategory(.playback, mode: .default, policy: .longFormAudio, options: [⟦.duckOthers⟧])',
  ),
  swift(
    'bad',
    'long-form-policy',
    'try session.setCategory(⟦.playAndRecord⟧, mode: .default, policy: .longFormAudio)',
  ),
  swift(
    'bad',
    'long-form-policy',
    'try session.setCategory(.playback, mode: ⟦.voicePrompt⟧, policy: .longFormVideo)',
  ),
  swift(
    'good',
    'long-form-policy',
    'try session.setCategory(.playback, mode: .spokenAudio, policy: .longFormAudio)',
  ),
  swift(
    'near-miss',
    'long-form-policy',
    'try session.setCategory(.playback, mode: .default, policy: .default, options: [.duckOthers])',
  ),
  objc(
    'bad',
    'long-form-policy',
    `[session setCategory:AVAudioSessionCategoryPlayback mode:AVAudioSessionModeDefault
  routeSharingPolicy:AVAudioSessionRouteSharingPolicyLongFormAudio
             options:⟦AVAudioSessionCategoryOptionMixWithOthers⟧ error:&error];`,
  ),
  swift(
    'bad',
    'speaker-override',
    'try session.setCategory(.playback)\ntry session.setActive(true)\ntry session.⟦overrideOutputAudioPort⟧(.speaker)',
  ),
  swift(
    'good',
    'speaker-override',
    'try session.setCategory(.playAndRecord)\ntry session.overrideOutputAudioPort(.speaker)',
  ),
  swift(
    'near-miss',
    'speaker-override',
    `try session.setCategory(.playback)
if Bool.random() { try session.setCategory(.playAndRecord) }
try session.overrideOutputAudioPort(.speaker)`,
    'another category on one way',
  ),
  objc(
    'bad',
    'speaker-override',
    `[session setCategory:AVAudioSessionCategoryPlayback error:nil];
[session ⟦overrideOutputAudioPort⟧:AVAudioSessionPortOverrideSpeaker error:nil];`,
  ),
];

const nearMisses: readonly RuleExample[] = [
  swift('near-miss', 'airplay', 'try session.setCategory(Settings.category, options: [.allowAirPlay])'),
  swift(
    'near-miss',
    'default-to-speaker',
    'try session.setCategory(.playAndRecord, mode: .videoChat, options: .defaultToSpeaker)',
  ),
  swift('near-miss', 'a2dp', 'let usual: AVAudioSession.CategoryOptions = [.allowBluetoothA2DP]'),
  swift('near-miss', 'duck', 'try session.setCategory(.record, options: .duckOthers)'),
  swift(
    'near-miss',
    'override-muted-microphone',
    'try session.setCategory(.record, options: .overrideMutedMicrophoneInterruption)',
    'nobody says whether record takes it',
  ),
  swift(
    'near-miss',
    'far-field-input',
    'try session.setCategory(.playAndRecord, options: usual.union(.farFieldInput))',
    'the rest of the set is not known',
  ),
  swift(
    'near-miss',
    'high-quality-recording',
    'try session.setCategory(.playAndRecord, mode: mode, options: [.bluetoothHighQualityRecording])',
  ),
  swift('near-miss', 'game-chat-mode', 'if session.mode == .gameChat { print("GameKit") }'),
  swift('near-miss', 'video-recording-mode', 'try session.setMode(.videoRecording)'),
  swift('near-miss', 'movie-playback-mode', 'try session.setCategory(category, mode: .moviePlayback)'),
  swift('near-miss', 'measurement-mode', 'try session.setCategory(.playback, mode: .measurement)'),
  swift(
    'near-miss',
    'short-form-video-mode',
    'try session.setCategory(.playback, mode: .shortFormVideo, options: .mixWithOthers)',
  ),
  swift(
    'near-miss',
    'dual-route-mode',
    'try session.setCategory(.multiRoute, mode: .dualRoute, options: usual)',
    'the options are not known',
  ),
  objc(
    'good',
    'bluetooth-hfp',
    '[session setCategory:AVAudioSessionCategoryRecord withOptions:AVAudioSessionCategoryOptionAllowBluetooth error:&error];',
  ),
];

export const examples: readonly RuleExample[] = [...options, ...modes, ...others, ...nearMisses];
