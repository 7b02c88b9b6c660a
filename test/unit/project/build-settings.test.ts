import { describe, expect, it } from 'vitest';
import {
  type Assignment,
  BuildSettings,
  parseSettingName,
  type SettingsLevel,
} from '../../../server/src/core/project/build-settings';

const from = { uri: 'file:///ws/a', range: { start: 0, end: 0 } };

function level(...assignments: readonly (readonly [string, string])[]): SettingsLevel {
  const result = new Map<string, Assignment[]>();
  for (const [key, value] of assignments) {
    const { name, conditions } = parseSettingName(key);
    result.set(name, [...(result.get(name) ?? []), { conditions, value, from }]);
  }
  return result;
}

function settings(levels: readonly SettingsLevel[], sdk = 'iphoneos'): BuildSettings {
  const builtIns = new Map([
    ['TARGET_NAME', 'App'],
    ['PRODUCT_NAME', '$(TARGET_NAME)'],
  ]);
  return new BuildSettings(levels, builtIns, { sdk, configuration: 'Debug' });
}

const value = (of: BuildSettings, name: string) => of.get(name)?.value;

describe('levels', () => {
  it('lets the stronger level win and tells where a value is from', () => {
    const target = level(['A', 'target']);
    const result = settings([target, level(['A', 'project'], ['B', 'project'])]);
    expect(value(result, 'A')).toBe('target');
    expect(value(result, 'B')).toBe('project');
    expect(result.get('A')?.from).toEqual(from);
    expect(result.get('MISSING')).toBeUndefined();
  });

  it('joins with what is inherited, by either name', () => {
    const below = level(['A', 'one']);
    expect(value(settings([level(['A', '$(inherited) two']), below]), 'A')).toBe('one two');
    expect(value(settings([level(['A', '$(A) two']), below]), 'A')).toBe('one two');
    expect(value(settings([level(['A', '$(inherited) alone'])]), 'A')).toBe('alone');
  });

  it('beats what Xcode sets itself', () => {
    expect(value(settings([]), 'PRODUCT_NAME')).toBe('App');
    expect(value(settings([level(['PRODUCT_NAME', '$(inherited)2'])]), 'PRODUCT_NAME')).toBe('App2');
  });

  it('expands other settings at the level of the whole', () => {
    const result = settings([level(['NAME', 'Strong']), level(['FILE', '$(NAME).plist'], ['NAME', 'Weak'])]);
    expect(value(result, 'FILE')).toBe('Strong.plist');
  });
});

describe('conditions', () => {
  const both = level(['A', 'plain'], ['A[sdk=iphoneos*]', 'phone'], ['A[sdk=macosx*]', 'mac']);

  it('prefers the assignment whose condition holds', () => {
    expect(value(settings([both]), 'A')).toBe('phone');
    expect(value(settings([both], 'macosx'), 'A')).toBe('mac');
    expect(value(settings([both], 'watchos'), 'A')).toBe('plain');
    expect(value(settings([both]).withSdk('macosx'), 'A')).toBe('mac');
  });

  it('does not know a value that depends on an unknown SDK', () => {
    const result = settings([both]).withSdk(undefined).get('A');
    expect(result).toBeDefined();
    expect(result?.value).toBeUndefined();
  });

  it('tests configurations, architectures and several conditions together', () => {
    expect(value(settings([level(['A[config=Debug]', 'yes'])]), 'A')).toBe('yes');
    expect(value(settings([level(['A[config=Rel*]', 'no'])]), 'A')).toBeUndefined();
    expect(value(settings([level(['A[sdk=iphone*][arch=arm64]', 'yes'])]), 'A')).toBe('yes');
    expect(value(settings([level(['A[sdk=iphone*,arch=x86_64]', 'no'])]), 'A')).toBeUndefined();
    expect(value(settings([level(['A[nonsense=1]', 'no'])]), 'A')).toBeUndefined();
  });

  it('does not know which version of an SDK is taken', () => {
    for (const pattern of ['iphoneos17.0', 'iphoneos17*', 'iphone*17.5']) {
      const result = settings([level([`A[sdk=${pattern}]`, 'some'], ['A', 'other'])]);
      expect(result.get('A')).toEqual({ value: undefined, from });
    }
    expect(value(settings([level(['A[sdk=watchos9.0]', 'no'], ['A', 'other'])]), 'A')).toBe('other');
  });

  it('inherit in every position, from weaker conditions and levels', () => {
    const weak = level(['A', 'weak'], ['A[sdk=iphone*]', '$(inherited) phone']);
    const strong = level(['A[config=Debug]', 'x $(inherited) y $inherited'], ['A', 'plain/$(A)']);
    expect(value(settings([strong, weak]), 'A')).toBe('x plain/weak phone y plain/weak phone');
  });

  it('matches patterns with several stars', () => {
    expect(value(settings([level(['A[sdk=*phone*]', 'yes'])]), 'A')).toBe('yes');
    expect(value(settings([level(['A[sdk=*phone*x]', 'no'])]), 'A')).toBeUndefined();
    expect(value(settings([level(['A[sdk=iphoneos*phoneos]', 'no'])]), 'A')).toBeUndefined();
  });
});

describe('values that cannot be known', () => {
  it('are set, without a value', () => {
    const result = settings([level(['A', '$(SECRET)'])]).get('A');
    expect(result).toEqual({ value: undefined, from });
  });

  it('include cycles', () => {
    const result = settings([level(['A', '$(B)'], ['B', '$(C)'], ['C', '$(A)x'])]);
    expect(result.get('A')).toEqual({ value: undefined, from });
  });
});
