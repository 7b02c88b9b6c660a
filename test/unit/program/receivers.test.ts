/** Which uses of APIs a target has, where the receiver's type is declared in another file. */
import { beforeAll, describe, expect, it } from 'vitest';
import { summariseUses } from '../../../server/src/core/program/api-uses';
import { buildCodeIndex } from '../../../server/src/core/program/code-index';
import { summariseEffects } from '../../../server/src/core/program/effects';
import { loadGrammars, parseFile } from '../../support/code-rules';

beforeAll(loadGrammars);

/** How often the files use the API of a row together. */
function uses(row: string, files: Readonly<Record<string, string>>): number {
  const programs = Object.entries(files).map(([uri, text]) => [uri, parseFile(uri, text)] as const);
  const index = buildCodeIndex(
    new Map(programs.map(([uri, program]) => [uri, summariseEffects(program)])),
    undefined,
    () => new Map(programs.map(([uri, program]) => [uri, summariseUses(program)])),
  );
  return index.uses(row).length;
}

/** `play` in a function of an extension of `Store`. */
function playedIn(code: string, other: string): number {
  const play = `import AVFoundation\nextension Store { func start(_ value: Any) { ${code} } }`;
  return uses('audio-play', { 'Play.swift': play, 'Other.swift': `import AVFoundation\n${other}` });
}

describe('receivers that other Swift files declare', () => {
  it.each([
    ['a property', 'player.play()', 'class Store { let player = AVPlayer() }'],
    ['a property of self', 'self.player?.play()', 'class Store { var player: AVPlayer? }'],
    ['a lazy property', 'player.play()', 'class Store { lazy var player: AVPlayer = make() }'],
    ['a lazy closure', 'player.play()', 'class Store { lazy var player = { AVPlayer() }() }'],
    ['a computed property', 'player.play()', 'class Store { var player: AVPlayer { make() } }'],
    [
      'an inherited property',
      'player.play()',
      'class Base { let player = AVPlayer() }\nclass Store: Base {}',
    ],
    [
      'a property of a protocol',
      'player.play()',
      'protocol HasPlayer { var player: AVPlayer { get } }\nclass Store: HasPlayer {}',
    ],
    [
      'a property of a property',
      'audio.player.play()',
      'class Audio { let player = AVPlayer() }\nclass Store { let audio = Audio() }',
    ],
    [
      'a shared wrapper',
      'Audio.shared.player.play()',
      'class Audio { static let shared = Audio()\n let player = AVPlayer() }',
    ],
    ['a static member', 'Audio.player.play()', 'enum Audio { static let player = AVPlayer() }'],
    ['a global', 'player.play()', 'let player = AVPlayer()\nclass Store {}'],
    ['a factory', 'make().play()', 'class Store { func make() -> AVPlayer { AVPlayer() } }'],
    [
      'a factory of another type',
      'Factory.make()?.play()',
      'enum Factory { static func make() -> AVPlayer? { nil } }',
    ],
    ['a free factory', 'makePlayer().play()', 'func makePlayer() -> AVPlayer { AVPlayer() }\nclass Store {}'],
    [
      'a local copy',
      'let p = player\nguard let p else { return }\np.play()',
      'class Store { var player: AVPlayer? }',
    ],
    ['an optional binding', 'if let player { player.play() }', 'class Store { var player: AVPlayer? }'],
    [
      'a weak self',
      'run { [weak self] in guard let self else { return }\nself.player.play() }',
      'class Store { let player = AVPlayer() }',
    ],
    ['another name', '(value as? Sound)?.play()', 'typealias Sound = AVPlayer\nclass Store {}'],
    [
      'another name of another name',
      '(value as! Tone).play()',
      'typealias Sound = AVPlayer\ntypealias Tone = Sound\nclass Store {}',
    ],
    [
      'a property of another name',
      'player.play()',
      'typealias Sound = AVPlayer\nclass Store { let player: Sound }',
    ],
    ['a subclass', '(value as! Jukebox).play()', 'class Jukebox: AVQueuePlayer {}\nclass Store {}'],
    [
      'a subclass of a subclass',
      'player.play()',
      'class Jukebox: AVPlayer {}\nclass Party: Jukebox {}\nclass Store { let player = Party() }',
    ],
    [
      'a protocol that only the API conforms to',
      'player.play()',
      'protocol Playing { func play() }\nextension AVPlayer: Playing {}\nclass Store { let player: any Playing }',
    ],
    ['a wrapped property with its type', 'player.play()', 'class Store { @Injected var player: AVPlayer }'],
  ])('are known: %s', (_what, code, other) => {
    expect(playedIn(code, other)).toBe(1);
  });

  it.each([
    ['an own type', 'player.play()', 'class Deck { func play() {} }\nclass Store { let player = Deck() }'],
    ['an unknown type', 'player.play()', 'class Store { let player = make() }'],
    ['a wrapped property without a type', 'player.play()', 'class Store { @Injected(\\.player) var player }'],
    [
      'a protocol with a mock',
      'player.play()',
      'protocol Playing {}\nextension AVPlayer: Playing {}\nclass Mute: Playing {}\nclass Store { let player: any Playing }',
    ],
    [
      'a protocol of own types',
      'player.play()',
      'protocol Playing {}\nclass Mute: Playing {}\nclass Store { let player: any Playing }',
    ],
    [
      'a name for two types',
      'player.play()',
      '#if DEBUG\ntypealias Sound = Mute\n#else\ntypealias Sound = AVPlayer\n#endif\nclass Store { let player: Sound }',
    ],
    ['a generic name', 'player.play()', 'typealias Box<T> = AVPlayer\nclass Store { let player: Box<Int> }'],
    [
      'a private name',
      'player.play()',
      'private typealias Sound = AVPlayer\nclass Store { let player: Tone }',
    ],
    [
      'a factory with two results',
      'make().play()',
      'class Store { func make() -> AVPlayer { AVPlayer() }\n func make() -> Deck { Deck() } }',
    ],
    [
      'an own singleton',
      'Deck.shared.play()',
      'class Deck { static let shared = Deck()\n func play() {} }\nclass Store {}',
    ],
    ['a shadowing local', 'let player = Deck()\nplayer.play()', 'class Store { let player = AVPlayer() }'],
    ['a parameter of another type', 'value.play()', 'class Store { let value = AVPlayer() }'],
    [
      'a way that leads in circles',
      'a.play()',
      'class Store { lazy var a = b }\nextension Store { lazy var b = a }',
    ],
  ])('are not taken for the API: %s', (_what, code, other) => {
    expect(playedIn(code, other)).toBe(0);
  });

  it('speak against a member whose name alone would count', () => {
    const ask =
      'import CoreLocation\nextension Store { func ask() { location.requestAlwaysAuthorization() } }';
    const own =
      'class Location { func requestAlwaysAuthorization() {} }\nclass Store { let location = Location() }';
    expect(uses('location-always', { 'Ask.swift': ask })).toBe(1);
    expect(uses('location-always', { 'Ask.swift': ask, 'Own.swift': own })).toBe(0);
    const api = 'class Store { let location = CLLocationManager() }';
    expect(uses('location-always', { 'Ask.swift': ask, 'Own.swift': api })).toBe(1);
  });

  it('keep what is passed to them open as well', () => {
    const code = `import AVFoundation
extension Store { func set() throws { try audio.session.setCategory(Kind.main) } }`;
    const other = `import AVFoundation
class Audio { let session = AVAudioSession.sharedInstance() }
class Store { let audio = Audio() }
enum Kind { static let main = AVAudioSession.Category.playback }`;
    expect(uses('audio-session-category', { 'Set.swift': code, 'Other.swift': other })).toBe(0);
    const direct = code.replace('Kind.main', '.playback');
    expect(uses('audio-session-category', { 'Set.swift': direct, 'Other.swift': other })).toBe(1);
  });
});

/** `play` in a method of `Store`. */
function playedInObjc(code: string, header: string): number {
  const play = `#import "Store.h"\n#import <AVFoundation/AVFoundation.h>\n@implementation Store\n- (void)start:(id)any { ${code} }\n@end`;
  return uses('audio-play', {
    'Store.m': play,
    'Store.h': `#import <AVFoundation/AVFoundation.h>\n${header}`,
  });
}

const store = '@interface Store : NSObject\n@end';

describe('receivers that Objective-C headers declare', () => {
  it.each([
    [
      'a property',
      '[self.player play];',
      '@interface Store : NSObject\n@property (nonatomic) AVPlayer *player;\n@end',
    ],
    [
      'an instance variable of a property',
      '[_player play];',
      '@interface Store : NSObject\n@property (nonatomic) AVPlayer *player;\n@end',
    ],
    [
      'a property of a category',
      '[self.player play];',
      `${store}\n@interface Store (Audio)\n@property (readonly) AVPlayer *player;\n@end`,
    ],
    [
      'an inherited property',
      '[[self player] play];',
      '@interface Base : NSObject\n@property AVPlayer *player;\n@end\n@interface Store : Base\n@end',
    ],
    ['an extern variable', '[SharedPlayer play];', `extern AVPlayer *SharedPlayer;\n${store}`],
    [
      'a factory',
      '[[Deck player] play];',
      `@interface Deck : NSObject\n+ (AVPlayer *)player;\n@end\n${store}`,
    ],
    [
      'a factory with arguments',
      '[[Deck playerFor:any] play];',
      `@interface Deck : NSObject\n+ (AVPlayer *)playerFor:(id)key;\n@end\n${store}`,
    ],
    [
      'a class method of self',
      '[[[self class] player] play];',
      '@interface Store : NSObject\n+ (AVPlayer *)player;\n@end',
    ],
    [
      'a getter in dot syntax',
      '[self.makePlayer play];',
      '@interface Store : NSObject\n- (AVPlayer *)makePlayer;\n@end',
    ],
    [
      'a singleton',
      '[[Deck sharedDeck].player play];',
      `@interface Deck : NSObject\n+ (instancetype)sharedDeck;\n@property AVPlayer *player;\n@end\n${store}`,
    ],
    [
      'an instancetype factory',
      '[[Deck deckWithName:@"x"].player play];',
      `@interface Deck : NSObject\n+ (instancetype)deckWithName:(NSString *)n;\n@property AVPlayer *player;\n@end\n${store}`,
    ],
    ['a free function', '[MakePlayer() play];', `AVPlayer *MakePlayer(void);\n${store}`],
    ['another name', '[(Sound *)any play];', `typedef AVPlayer Sound;\n${store}`],
    ['a name for the pointer', 'SoundRef s = any; [s play];', `typedef AVPlayer *SoundRef;\n${store}`],
    ['a compatibility alias', '[((Sound *)any) play];', `@compatibility_alias Sound AVPlayer;\n${store}`],
    ['a subclass', '[(Jukebox *)any play];', `@interface Jukebox : AVQueuePlayer\n@end\n${store}`],
    [
      'a kind of the class',
      '[self.player play];',
      '@interface Store : NSObject\n@property __kindof AVPlayer *player;\n@end',
    ],
    [
      'a protocol that only the API conforms to',
      '[self.player play];',
      '@protocol Playing\n@end\n@interface AVPlayer (P) <Playing>\n@end\n@interface Store : NSObject\n@property id<Playing> player;\n@end',
    ],
  ])('are known: %s', (_what, code, header) => {
    expect(playedInObjc(code, header)).toBe(1);
  });

  it.each([
    ['an own type', '[self.player play];', '@interface Store : NSObject\n@property Deck *player;\n@end'],
    ['an own instance variable', '[_player play];', '@interface Store : NSObject { Deck *_player; }\n@end'],
    ['an own name', '[(Sound *)any play];', `typedef Deck Sound;\n${store}`],
    ['id', '[self.player play];', '@interface Store : NSObject\n@property id player;\n@end'],
    [
      'a protocol of own types',
      '[self.player play];',
      '@protocol Playing\n@end\n@interface Deck : NSObject <Playing>\n@end\n@interface Store : NSObject\n@property id<Playing> player;\n@end',
    ],
    [
      'a protocol with a mock',
      '[self.player play];',
      '@protocol Playing\n@end\n@interface AVPlayer (P) <Playing>\n@end\n@interface Deck : NSObject <Playing>\n@end\n@interface Store : NSObject\n@property id<Playing> player;\n@end',
    ],
    [
      'an own factory',
      '[[Deck sharedDeck] play];',
      `@interface Deck : NSObject\n+ (instancetype)sharedDeck;\n- (void)play;\n@end\n${store}`,
    ],
    [
      'a factory of another selector',
      '[[Deck playerFor:any] play];',
      `@interface Deck : NSObject\n+ (AVPlayer *)player;\n+ (Deck *)playerFor:(id)key;\n@end\n${store}`,
    ],
  ])('are not taken for the API: %s', (_what, code, header) => {
    expect(playedInObjc(code, header)).toBe(0);
  });
});
