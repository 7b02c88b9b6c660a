/** Uses of an API whose value is held in a constant or built up in a variable. */
import { beforeAll, describe, expect, it } from 'vitest';
import { collectUses } from '../../../server/src/core/program/api-uses';
import { loadGrammars, parseFile } from '../../support/code-rules';

beforeAll(loadGrammars);

/** `row detail` of each use. */
function uses(path: string, code: string): readonly string[] {
  return collectUses(parseFile(path, code)).map(({ row, detail }) => `${row} ${detail ?? ''}`.trim());
}

describe('an audio category', () => {
  const set = 'AVAudioSession.sharedInstance().setCategory';

  it.each([
    [
      'playback',
      `enum Audio { static let category = AVAudioSession.Category.playback }\nfunc f() { ${set}(Audio.category) }`,
    ],
    [
      'playback',
      `enum Audio { static var category: AVAudioSession.Category { .playback } }\nfunc f() { ${set}(Audio.category) }`,
    ],
    [
      'record',
      `func f(flag: Bool) { var category = AVAudioSession.Category.ambient\nif flag { category = .record }\n${set}(category) }`,
    ],
    ['playback', `class A { func f(_ c: AVAudioSession.Category) { ${set}(c) }\nfunc g() { f(.playback) } }`],
    [
      'multiRoute',
      `class A { let category: AVAudioSession.Category = .multiRoute\nfunc f() { ${set}(category) } }`,
    ],
  ])('is %s in %j', (category, code) => {
    expect(uses('a.swift', code)).toEqual([`audio-session-category ${category}`]);
  });

  it.each([
    `enum Audio { static let category = AVAudioSession.Category.ambient }\nfunc f() { ${set}(Audio.category) }`,
    `func f() { var category = AVAudioSession.Category.playback\ncategory = .ambient\n${set}(category) }`,
    `func f(_ c: AVAudioSession.Category) { ${set}(c) }`,
    `class A { var category = AVAudioSession.Category.playback\nfunc f() { ${set}(category)\ncategory = .ambient } }`,
  ])('is not known in %j', (code) => {
    expect(uses('a.swift', code)).toEqual([]);
  });

  it('is seen in Objective-C', () => {
    const call = '[[AVAudioSession sharedInstance] setCategory:[Audio category] error:nil];';
    const code = `@implementation Audio\n+ (AVAudioSessionCategory)category { return AVAudioSessionCategoryPlayback; }\n- (void)run { ${call} }\n@end`;
    expect(uses('a.m', code)).toEqual(['audio-session-category playback']);
  });
});

describe('push types', () => {
  it('are seen in a set that is built up', () => {
    const swift =
      'func f(r: PKPushRegistry) { var types = Set<PKPushType>()\ntypes.insert(.voIP)\nr.desiredPushTypes = types }';
    expect(uses('a.swift', swift)).toEqual(['pushkit-voip voIP']);
    const objc =
      '@implementation A\n- (void)run:(PKPushRegistry *)r { NSMutableSet *types = [NSMutableSet set];\n[types addObject:PKPushTypeVoIP];\nr.desiredPushTypes = types; }\n@end';
    expect(uses('a.m', objc)).toEqual(['pushkit-voip voIP']);
  });

  it('are not seen when only others are in it', () => {
    const code =
      'func f(r: PKPushRegistry) { var types = Set<PKPushType>()\ntypes.insert(.complication)\nr.desiredPushTypes = types }';
    expect(uses('a.swift', code)).toEqual([]);
  });
});

describe('a switch that is set', () => {
  const assign = (value: string) =>
    `func f(m: CLLocationManager) { m.allowsBackgroundLocationUpdates = ${value} }`;

  it.each([
    ['true', 'enum Flags { static let background = true }', 'Flags.background'],
    ['true', 'enum Flags { static var background: Bool { true } }', 'Flags.background'],
    ['true', 'enum Flags { static var background = true }', 'Flags.background'],
    ['computed', 'enum Flags { public static var background = true }', 'Flags.background'],
    ['computed', 'var flag: Bool { other() }', 'flag'],
  ])('is %s with %j', (detail, declaration, value) => {
    const found = uses('a.swift', `${declaration}\n${assign(value)}`);
    expect(found.filter((use) => use.startsWith('background-location-updates'))).toEqual([
      `background-location-updates ${detail}`,
    ]);
  });

  it('is no use when a constant turns it off', () => {
    const off = `enum Flags { static let background = false }\n${assign('Flags.background')}`;
    expect(uses('a.swift', off).filter((use) => use.startsWith('background-location-updates'))).toEqual([]);
  });
});
