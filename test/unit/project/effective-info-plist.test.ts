import { describe, expect, it } from 'vitest';
import { pbxproj } from '../../support/pbxproj-builder';
import { infoPlist, plistText } from '../../support/plist-text';
import { resolveProject } from '../../support/resolve-project';

/** The Info.plist of an app whose two configurations use `debug` and `release`. */
async function app(
  files: Readonly<Record<string, string>>,
  debug: Readonly<Record<string, string>>,
  release = debug,
) {
  const perConfiguration = { Debug: debug, Release: release };
  const project = pbxproj({ targets: [{ name: 'App', perConfiguration }] });
  return (await resolveProject(project, files)).infoPlist('App');
}

const values = (array: { values: readonly { value: string }[] }) => array.values.map(({ value }) => value);

describe('effectiveInfoPlist', () => {
  it('gives the modes with their places', async () => {
    const text = infoPlist(['audio', 'fetch']);
    const plist = await app({ 'Info.plist': text }, { INFOPLIST_FILE: 'Info.plist' });
    const modes = plist.modes('UIBackgroundModes');
    expect(plist.isResolved).toBe(true);
    expect(modes.isUnknown).toBe(false);
    expect(modes.values.map(({ range }) => text.slice(range.start, range.end))).toEqual([
      '<string>audio</string>',
      '<string>fetch</string>',
    ]);
    expect(plist.modes('WKBackgroundModes')).toEqual({
      key: 'WKBackgroundModes',
      values: [],
      isUnknown: false,
    });
  });

  it('joins the plists of all configurations, each once', async () => {
    const files = { 'A.plist': infoPlist(['audio']), 'B.plist': infoPlist(['fetch'], { Only: 'here' }) };
    const plist = await app(files, { INFOPLIST_FILE: 'A.plist' }, { INFOPLIST_FILE: 'B.plist' });
    expect(values(plist.modes('UIBackgroundModes'))).toEqual(['audio', 'fetch']);
    expect(plist.files.map((file) => file.uri)).toEqual(['file:///ws/A.plist', 'file:///ws/B.plist']);
    expect(plist.value('Only')?.file.uri).toBe('file:///ws/B.plist');
    const shared = await app({ 'A.plist': infoPlist(['audio']) }, { INFOPLIST_FILE: 'A.plist' });
    expect(values(shared.modes('UIBackgroundModes'))).toEqual(['audio']);
  });

  it('expands variables that the settings know', async () => {
    const settings = { INFOPLIST_FILE: 'Info.plist', MODE: 'audio' };
    const plist = await app({ 'Info.plist': infoPlist(['$(MODE)', 'fetch']) }, settings);
    expect(values(plist.modes('UIBackgroundModes'))).toEqual(['audio', 'fetch']);
    expect(plist.modes('UIBackgroundModes').isUnknown).toBe(false);
  });

  it('does not know variables that stay open or differ between configurations', async () => {
    const files = { 'Info.plist': infoPlist(['$(MODE)', 'fetch']) };
    const settings = { INFOPLIST_FILE: 'Info.plist' };
    const open = (await app(files, settings)).modes('UIBackgroundModes');
    const differing = await app(files, { ...settings, MODE: 'audio' }, { ...settings, MODE: 'voip' });
    for (const modes of [open, differing.modes('UIBackgroundModes')]) {
      expect(modes.isUnknown).toBe(true);
      expect(values(modes)).toEqual(['fetch']);
    }
  });

  it.each([
    ['a string', plistText({ UIBackgroundModes: 'audio' })],
    ['an item that is no string', plistText({ UIBackgroundModes: ['audio', true] })],
    ['a half-typed file', infoPlist([]).replace('</dict>', '<key>UIBackgr')],
    ['a key without a value', infoPlist([]).replace('</dict>', '<key>WKBackgroundModes</key></dict>')],
  ])('does not know %s', async (_, text) => {
    const plist = await app({ 'Info.plist': text }, { INFOPLIST_FILE: 'Info.plist' });
    const unknown = [plist.modes('UIBackgroundModes').isUnknown, plist.modes('WKBackgroundModes').isUnknown];
    expect(unknown).toContain(true);
  });

  it.each([
    ['that does not exist', {}],
    ['that is binary', { 'Info.plist': 'bplist00\u0001' }],
    ['whose root is no dictionary', { 'Info.plist': plistText(['audio']) }],
    ['that is empty', { 'Info.plist': '' }],
  ])('is not resolved by a file %s', async (_, files) => {
    const plist = await app(files, { INFOPLIST_FILE: 'Info.plist' });
    expect(plist.isResolved).toBe(false);
    expect(plist.modes('UIBackgroundModes').isUnknown).toBe(true);
  });

  it('stays unknown when one configuration does', async () => {
    const files = { 'Info.plist': infoPlist(['audio']) };
    const plist = await app(files, { INFOPLIST_FILE: 'Info.plist' }, { INFOPLIST_FILE: '$(WHERE)' });
    expect(plist.isResolved).toBe(true);
    expect(plist.modes('UIBackgroundModes').isUnknown).toBe(true);
  });

  it('is resolved without modes when all of it is generated', async () => {
    const plist = await app(
      {},
      { GENERATE_INFOPLIST_FILE: 'YES', INFOPLIST_KEY_NSMicrophoneUsageDescription: 'Notes' },
    );
    expect(plist.isResolved).toBe(true);
    expect(plist.files).toEqual([]);
    expect(plist.modes('UIBackgroundModes')).toEqual({
      key: 'UIBackgroundModes',
      values: [],
      isUnknown: false,
    });
    expect(plist.generated('NSMicrophoneUsageDescription')?.value).toBe('Notes');
  });

  it('knows which settings generate nothing', async () => {
    const settings = {
      INFOPLIST_KEY_UIBackgroundModes: 'audio',
      INFOPLIST_KEY_NSCameraUsageDescription: 'x',
    };
    const generating = await app({}, { ...settings, GENERATE_INFOPLIST_FILE: 'YES' });
    expect(generating.generated('UIBackgroundModes')).toBeUndefined();
    expect(generating.generated('NSCameraUsageDescription')).toBeDefined();
    const plain = await app({ 'Info.plist': infoPlist([]) }, { ...settings, INFOPLIST_FILE: 'Info.plist' });
    expect(plain.generated('NSCameraUsageDescription')).toBeUndefined();
  });
});
