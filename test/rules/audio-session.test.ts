/** The audio session as apps set it up. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { optionVerdict } from '../../server/src/core/catalog/audio-compatibility';
import { audioOptionNames, audioOptions } from '../../server/src/core/catalog/audio-session';
import { audioSessionRules } from '../../server/src/core/rules/audio-session';
import { incompatibleRule } from '../../server/src/core/rules/audio-session/incompatible';
import { checkFiles } from '../support/check-files';
import { fixed, loadGrammars, parseFile, runRules } from '../support/code-rules';

beforeAll(loadGrammars);

const names = new Set(audioSessionRules.map(({ meta }) => meta.id));

/** `rule/entry` of every finding in one file. */
function found(text: string, path = 'a.swift'): string[] {
  return runRules(audioSessionRules, { [path]: text }).map(({ rule, entry }) =>
    entry ? `${rule}/${entry}` : rule,
  );
}

/** The same for files that are compiled together. */
async function foundIn(files: Readonly<Record<string, string>>): Promise<string[]> {
  const { findings, errors } = await checkFiles(files);
  expect(errors).toEqual([]);
  return findings
    .filter(({ rule }) => names.has(rule))
    .map(({ rule, entry }) => (entry ? `${rule}/${entry}` : rule));
}

/** The file after the first fix of the first finding. */
function repaired(text: string, path = 'a.swift'): string {
  const [finding] = runRules(audioSessionRules, { [path]: text });
  if (finding === undefined) throw new Error('Nothing found');
  const after = fixed({ [path]: text }, finding)[path] ?? '';
  expect(parseFile(path, after).errors).toEqual([]);
  return after;
}

const session = 'AVAudioSession.sharedInstance()';
const incompatible = 'audio-session-incompatible';
const swift = (body: string) => `import AVFAudio\nfunc prepare() throws {\n  ${body}\n}\n`;

/** All preferred fixes of one finding after another, until nothing is found. */
function repairedFully(text: string, path: string): string {
  let current = text;
  for (let step = 0; step < audioOptions.length; step++) {
    const [finding] = runRules([incompatibleRule], { [path]: current });
    if (finding === undefined) return current;
    current = fixed({ [path]: current }, finding)[path] ?? '';
    expect(parseFile(path, current).errors).toEqual([]);
  }
  return current;
}

function listCall(options: readonly string[], blank: string): string {
  const list = options.map((option) => `.${option}`).join(`,${blank}`);
  return `func a() throws { try AVAudioSession.sharedInstance().setCategory(AVAudioSession.Category.playback, options: [${list}]) }`;
}

function maskCall(options: readonly string[], blank: string): string {
  const mask = options.map((option) => audioOptionNames[option] ?? '').join(`${blank}|${blank}`);
  return `void a(void) { [[AVAudioSession sharedInstance] setCategory:AVAudioSessionCategoryPlayback withOptions:${mask} error:nil]; }`;
}

describe('what is a call on the session', () => {
  it.each([
    ['a local', `let s = ${session}\n  try s.setCategory(.playback, options: .allowAirPlay)`],
    ['the old label', `try ${session}.setCategory(AVAudioSessionCategoryPlayback, with: .allowAirPlay)`],
    ['something unknown with labels', 'try wrapped.value.setCategory(.playback, options: .allowAirPlay)'],
  ])('%s', (_name, body) => {
    expect(found(swift(body))).toEqual([`${incompatible}/airplay`]);
  });

  it.each([
    ['a class of the app', 'class Box { func setCategory(_ c: C, options: O) {} }\nlet box = Box()'],
    ['a class of another library', 'let box = RTCAudioSession.sharedInstance()'],
  ])('is none on %s', (_name, declarations) => {
    expect(found(`${declarations}\nfunc a() { box.setCategory(.playback, options: .allowAirPlay) }`)).toEqual(
      [],
    );
  });

  it('may go through a protocol of the app', () => {
    const text = `protocol Session { func setCategory(_ c: AVAudioSession.Category, options: AVAudioSession.CategoryOptions) throws }
extension AVAudioSession: Session {}
struct A { let session: Session
  func start() throws { try session.setCategory(.playback, options: .allowAirPlay) } }`;
    expect(found(text)).toEqual([`${incompatible}/airplay`]);
  });

  it('may stand in an extension of the session', () => {
    const text =
      'extension AVAudioSession { func start() throws { try setCategory(.ambient, mode: .voiceChat) } }';
    expect(found(text)).toEqual([`${incompatible}/chat-mode`]);
  });
});

describe('values of a combination', () => {
  it('come from other files', async () => {
    const files = {
      'Audio.swift':
        'import AVFAudio\nenum Audio {\n  static let options: AVAudioSession.CategoryOptions = [.mixWithOthers, .defaultToSpeaker]\n}\n',
      'Player.swift': swift(`try ${session}.setCategory(.playback, options: Audio.options)`),
    };
    expect(await foundIn(files)).toEqual([`${incompatible}/default-to-speaker`]);
  });

  it('are unknown when somebody may change them', async () => {
    const files = {
      'Audio.swift':
        'import AVFAudio\nenum Audio { static var category: AVAudioSession.Category = .playback }\n',
      'Player.swift': swift(`try ${session}.setCategory(Audio.category, options: .allowAirPlay)`),
      'Call.swift': 'func call() { Audio.category = .playAndRecord }\n',
    };
    expect(await foundIn(files)).toEqual([]);
  });

  it('are built step by step in Objective-C', () => {
    const text = `@implementation P
- (void)start {
    AVAudioSessionCategoryOptions options = AVAudioSessionCategoryOptionDuckOthers;
    options |= AVAudioSessionCategoryOptionAllowBluetooth;
    [[AVAudioSession sharedInstance] setCategory:AVAudioSessionCategoryPlayback withOptions:options error:nil];
}
@end`;
    expect(found(text, 'a.m')).toEqual([`${incompatible}/bluetooth-hfp`]);
  });

  it('say the same in every mode, or nothing', () => {
    const call = (option: string) =>
      swift(`try ${session}.setCategory(.multiRoute, mode: mode, options: ${option})`);
    expect(found(call('.allowAirPlay'))).toEqual([`${incompatible}/airplay`]);
    expect(found(call('.mixWithOthers'))).toEqual([]);
  });
});

describe('fixes of a combination', () => {
  it.each([
    [
      'takes an option out of a list',
      `try ${session}.setCategory(.playback, options: [.mixWithOthers, .allowBluetooth, .duckOthers])`,
      `try ${session}.setCategory(.playback, options: [.mixWithOthers, .duckOthers])`,
    ],
    [
      'takes the argument out with its last option',
      `try ${session}.setCategory(.playback, mode: .default, options: [.allowBluetooth])`,
      `try ${session}.setCategory(.playback, mode: .default)`,
    ],
    [
      'adds the option that is missing',
      `try ${session}.setCategory(.playAndRecord, options: .farFieldInput)`,
      `try ${session}.setCategory(.playAndRecord, options: [.farFieldInput, .allowBluetoothHFP])`,
    ],
    [
      'changes the category where the mode tells which is meant',
      `try ${session}.setCategory(AVAudioSession.Category.record, mode: .voiceChat)`,
      `try ${session}.setCategory(AVAudioSession.Category.playAndRecord, mode: .voiceChat)`,
    ],
    [
      'mixes with ambient instead',
      `try ${session}.setCategory(.soloAmbient, options: [.mixWithOthers])`,
      `try ${session}.setCategory(.ambient)`,
    ],
  ])('%s', (_name, before, after) => {
    expect(repaired(swift(before))).toBe(swift(after));
  });

  it('takes an option out of a mask', () => {
    const text = (options: string) => `@implementation P
- (void)start {
    [[AVAudioSession sharedInstance] setCategory:AVAudioSessionCategoryPlayback withOptions:${options} error:nil];
}
@end`;
    const [hfp, mix] = [
      'AVAudioSessionCategoryOptionAllowBluetooth',
      'AVAudioSessionCategoryOptionMixWithOthers',
    ];
    expect(repaired(text(`${hfp} | ${mix}`), 'a.m')).toBe(text(mix));
    expect(repaired(text(`${mix} | ${hfp}`), 'a.m')).toBe(text(mix));
    expect(repaired(text(hfp), 'a.m')).toBe(text('0'));
  });

  it('leaves exactly the options that the category takes, in their order and however they are written', () => {
    const legal: readonly string[] = audioOptions.filter(
      (option) => optionVerdict('playback', 'default', option) === 'ok',
    );
    const blanks = fc.constantFrom(' ', '', '\n    ', ' /* why */ ');
    const lists = fc.uniqueArray(fc.constantFrom(...audioOptions), { minLength: 1 });
    fc.assert(
      fc.property(lists, blanks, fc.boolean(), (options, blank, isObjc) => {
        const path = isObjc ? 'a.m' : 'a.swift';
        const before = isObjc ? maskCall(options, blank) : listCall(options, blank);
        const after = repairedFully(before, path);
        const left = [...after.matchAll(/(?:\[|, *|\s)\.(\w+)|CategoryOption(\w+)/g)].map(
          ([, swiftName, objcName = '']) => swiftName ?? objcName.charAt(0).toLowerCase() + objcName.slice(1),
        );
        expect(left).toEqual(options.filter((option) => legal.includes(option)));
      }),
      { numRuns: 25 },
    );
  });

  it('does not trade one mistake for another', () => {
    const [finding] = runRules(audioSessionRules, {
      'a.swift': swift(
        `try ${session}.setCategory(.playAndRecord, mode: .moviePlayback, options: [.defaultToSpeaker])`,
      ),
    });
    expect(finding?.entry).toBe('movie-playback-mode');
    expect(finding?.fixes).toEqual([]);
  });
});

describe('what was set before', () => {
  const speaker = `try ${session}.overrideOutputAudioPort(.speaker)`;
  const playback = `try ${session}.setCategory(.playback)`;

  it('counts through a do', () => {
    expect(found(swift(`do { ${playback} } catch { print(error) }\n  ${speaker}`))).toEqual([
      `${incompatible}/speaker-override`,
    ]);
  });

  it.each([
    [
      'a function of the app runs in between',
      `${playback}\n  configure()\n  ${speaker}\n}\nfunc configure() {`,
    ],
    ['it is set on one way only', `if isQuiet { ${playback} }\n  ${speaker}`],
    ['a closure sets it', `let later = { ${playback} }\n  ${speaker}`],
  ])('is unknown when %s', (_name, body) => {
    expect(found(swift(body))).toEqual([]);
  });
});

describe('activation before the category', () => {
  it('trades the places of neighbours', () => {
    const [on, set] = [`try ${session}.setActive(true)`, `try ${session}.setCategory(.playback)`];
    expect(repaired(swift(`${on}\n  ${set}`))).toBe(swift(`${set}\n  ${on}`));
  });

  it('is fine when the function leaves in between', () => {
    expect(
      found(
        swift(`if isOn { try ${session}.setActive(true); return }\n  try ${session}.setCategory(.playback)`),
      ),
    ).toEqual([]);
  });
});

describe('the declared audio mode', () => {
  const plist = `<?xml version="1.0" encoding="UTF-8"?>
<plist version="1.0"><dict><key>UIBackgroundModes</key><array><string>audio</string></array></dict></plist>`;
  const player = 'import AVFoundation\nlet player = AVPlayer()\n';

  it('asks for a category in any file', async () => {
    expect(await foundIn({ 'Info.plist': plist, 'A.swift': player })).toEqual([
      'background-audio-category-missing/never-set',
    ]);
    const other = swift(`try ${session}.setCategory(.playback)\n  try ${session}.setActive(true)`);
    expect(await foundIn({ 'Info.plist': plist, 'A.swift': player, 'B.swift': other })).toEqual([]);
  });

  it('says nothing where code is not seen', async () => {
    const files = {
      'Info.plist': plist,
      'A.swift': player,
      'pubspec.yaml': 'name: app\ndependencies:\n  flutter:\n    sdk: flutter\n',
    };
    expect(await foundIn(files)).toEqual([]);
  });

  it('is not met by code for another platform', async () => {
    const ambient = swift(`try ${session}.setCategory(.ambient)\n  try ${session}.setActive(true)`);
    expect(await foundIn({ 'Info.plist': plist, 'A.swift': `#if os(tvOS)\n${ambient}#endif\n` })).toEqual([]);
    expect(await foundIn({ 'Info.plist': plist, 'A.swift': ambient })).toEqual([
      'background-audio-category-missing/ambient-only',
    ]);
  });
});

describe('errors instead of results', () => {
  const objc = (body: string) =>
    `@implementation P\n- (void)start {\n    AVAudioSession *s = [AVAudioSession sharedInstance];\n    NSError *error;\n${body}\n}\n@end`;

  it('moves the call into the condition', () => {
    const before = objc('    [s setActive:YES error:&error];\n    if (error) { return; }');
    expect(repaired(before, 'a.m')).toBe(objc('    if (![s setActive:YES error:&error]) { return; }'));
  });

  it('leaves an error alone that another call may have set', () => {
    const text = objc(
      '    [s setActive:YES error:&error];\n    [self load:&error];\n    if (error) { return; }',
    );
    expect(found(text, 'a.m')).toEqual([]);
  });
});
