import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../server/src/core/text';
import { checkFiles } from '../support/check-files';
import { pbxproj } from '../support/pbxproj-builder';
import { infoPlist, plistText } from '../support/plist-text';

async function invalid(plist: string, SUPPORTED_PLATFORMS?: string) {
  const settings = { INFOPLIST_FILE: 'Info.plist', SUPPORTED_PLATFORMS: SUPPORTED_PLATFORMS ?? '' };
  const project = { 'App.xcodeproj/project.pbxproj': pbxproj({ targets: [{ name: 'App', settings }] }) };
  const checked = await checkFiles({
    'Info.plist': plist,
    ...(SUPPORTED_PLATFORMS === undefined ? {} : project),
  });
  return checked.findings.filter(({ rule }) => rule === 'invalid-background-mode');
}

/** The text after the preferred fix of the only finding. */
async function fixed(plist: string): Promise<string> {
  const [finding] = await invalid(plist);
  const fix = finding?.fixes.find(({ isPreferred }) => isPreferred);
  if (fix === undefined) throw new Error('No preferred fix');
  return applyEdits(plist, fix.files[0]?.edits ?? []);
}

describe('the preferred fix', () => {
  test.each([
    ['background-fetch', 'fetch'],
    ['adio', 'audio'],
    ['remote-notifcation', 'remote-notification'],
    [' audio', 'audio'],
    ['VoIP', 'voip'],
    ['App communicates using CoreBluetooth', 'bluetooth-central'],
    ['Push to Talk', 'push-to-talk'],
  ])('replaces %s with %s', async (wrong, right) => {
    expect(await fixed(infoPlist([wrong]))).toBe(infoPlist([right]));
  });

  test('removes a value whose right name is declared already', async () => {
    expect(await fixed(infoPlist(['audio', 'pip']))).toBe(infoPlist(['audio']));
  });

  test('removes what needs no mode', async () => {
    expect(await fixed(infoPlist(['audio', 'vpn']))).toBe(infoPlist(['audio']));
  });

  test('moves a session type of a watch app to its key', async () => {
    const text = await fixed(plistText({ WKApplication: true, UIBackgroundModes: ['audio', 'alarm'] }));
    expect(text.replace(/\s/g, '')).toContain(
      '<key>UIBackgroundModes</key><array><string>audio</string></array><key>WKBackgroundModes</key><array><string>alarm</string></array>',
    );
  });
});

test('nothing is preferred for a value that nobody can guess', async () => {
  const [finding] = await invalid(infoPlist(['turbo']));
  expect(finding?.fixes.map(({ title, isPreferred }) => [title, isPreferred])).toEqual([
    ["Remove 'turbo'", false],
  ]);
});

describe('platforms', () => {
  const severities = async (mode: string, platforms: string) =>
    (await invalid(infoPlist([mode]), platforms)).map(({ severity }) => severity);

  test('a mode that the only platform drops is a warning', async () => {
    expect(await severities('location', 'appletvos appletvsimulator')).toEqual(['warning']);
  });

  test('a mode that one of several platforms keeps is as it should be', async () => {
    expect(await severities('location', 'iphoneos xros')).toEqual([]);
  });

  test('a mode that all platforms drop is a warning', async () => {
    expect(await severities('location', 'appletvos xros')).toEqual(['warning']);
  });

  test('a Mac among the platforms does not matter', async () => {
    expect(await severities('audio', 'iphoneos macosx')).toEqual([]);
  });

  test('an unknown platform is silent', async () => {
    expect(await severities('location', '$(MY_PLATFORMS)')).toEqual([]);
  });
});

describe('a plist that is being written', () => {
  test('has no findings in a value without its closing tag', async () => {
    const whole = infoPlist(['adio']);
    expect(await invalid(whole.slice(0, whole.indexOf('adio') + 4))).toEqual([]);
    expect(await invalid(whole.replace('adio</string>', 'adio'))).toEqual([]);
  });
});
