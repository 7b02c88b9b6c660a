import { describe, expect, it } from 'vitest';
import {
  categoriesFor,
  modeCategories,
  optionVerdict,
} from '../../../server/src/core/catalog/audio-compatibility';
import {
  audioCategories,
  audioCategoryNames,
  audioModeNames,
  audioModes,
  audioOption,
  audioOptions,
} from '../../../server/src/core/catalog/audio-session';
import { sdkConstant } from '../../../server/src/core/catalog/sdk-constants';

describe('names of the audio session', () => {
  it('are built as the headers spell them', () => {
    expect(audioCategoryNames.playAndRecord).toBe('AVAudioSessionCategoryPlayAndRecord');
    expect(audioModeNames.default).toBe('AVAudioSessionModeDefault');
  });

  it('are found in both languages', () => {
    expect(sdkConstant(['AVAudioSession', 'Mode', 'voiceChat'])).toBe('voiceChat');
    expect(sdkConstant(['AVAudioSessionRouteSharingPolicyLongFormAudio'])).toBe('longFormAudio');
    expect(sdkConstant(['AVAudioSessionPortOverrideSpeaker'])).toBe('speaker');
  });

  it('know the old name of hands-free Bluetooth', () => {
    expect(audioOption('allowBluetooth')).toBe('allowBluetoothHFP');
    expect(audioOption('playback')).toBeUndefined();
  });
});

describe('the table of options', () => {
  it('says what each option is for', () => {
    expect(categoriesFor('allowAirPlay')).toEqual(['playAndRecord']);
    expect(categoriesFor('defaultToSpeaker')).toEqual(['playAndRecord']);
    expect(categoriesFor('allowBluetoothHFP')).toEqual(['record', 'playAndRecord']);
    expect(categoriesFor('mixWithOthers')).toEqual(['playback', 'playAndRecord', 'multiRoute']);
  });

  it('leaves ducking beside ambient and record alone', () => {
    expect(optionVerdict('ambient', 'default', 'duckOthers')).toBe('tolerated');
    expect(optionVerdict('record', 'measurement', 'duckOthers')).toBe('tolerated');
  });

  it('depends on the mode where the headers say so', () => {
    expect(optionVerdict('multiRoute', 'default', 'mixWithOthers')).toBe('ok');
    expect(optionVerdict('multiRoute', 'spokenAudio', 'mixWithOthers')).toBe('invalid');
    expect(optionVerdict('multiRoute', 'dualRoute', 'allowBluetoothHFP')).toBe('required');
    expect(optionVerdict('playAndRecord', 'videoChat', 'defaultToSpeaker')).toBe('implied');
    expect(optionVerdict('playAndRecord', 'measurement', 'bluetoothHighQualityRecording')).toBe('invalid');
  });

  it('counts as in mode default where the mode itself is wrong', () => {
    for (const category of audioCategories)
      for (const mode of audioModes.filter((each) => !modeCategories[each].includes(category)))
        for (const option of audioOptions)
          expect(optionVerdict(category, mode, option)).toBe(optionVerdict(category, 'default', option));
  });
});
