import { describe, expect, test } from 'vitest';
import { appPlist, stringArray } from '../../server/src/core/rules/example-files';
import { checkFiles, type Files } from '../support/check-files';
import { pbxproj } from '../support/pbxproj-builder';
import { plistText } from '../support/plist-text';

const settings = { SDKROOT: 'iphoneos', INFOPLIST_FILE: 'App/Info.plist' };
const push = plistText({ 'aps-environment': 'development' });

function app(entitlements: string, more: Readonly<Record<string, string>> = {}): Files {
  return {
    'App/Info.plist': appPlist(stringArray('UIBackgroundModes', ['remote-notification'])),
    'App/App.entitlements': entitlements,
    'App/Start.swift': 'import UIKit\n',
    'App.xcodeproj/project.pbxproj': pbxproj({
      targets: [{ name: 'App', settings: { ...settings, ...more }, sources: ['App/Start.swift'] }],
    }),
  };
}

async function missing(files: Files) {
  const { findings, errors, path } = await checkFiles(files);
  expect(errors).toEqual([]);
  return findings
    .filter(({ rule }) => rule === 'missing-entitlement')
    .map(({ severity, message, related, fixes }) => ({
      severity,
      isUnnamed: message.includes('CODE_SIGN_ENTITLEMENTS'),
      related: related.map(({ uri }) => path(uri)),
      fixes: fixes.length > 0,
    }));
}

describe('entitlements that no build setting names', () => {
  test('are shown when they hold what is missing', async () => {
    expect(await missing(app(push))).toEqual([
      { severity: 'warning', isUnnamed: true, related: ['App/App.entitlements'], fixes: false },
    ]);
  });

  test('are not worth a word without it', async () => {
    const [finding] = await missing(app(plistText({})));
    expect(finding).toMatchObject({ severity: 'hint', isUnnamed: false, related: [] });
  });

  test('count when the setting names them', async () => {
    expect(await missing(app(push, { CODE_SIGN_ENTITLEMENTS: 'App/App.entitlements' }))).toEqual([]);
  });
});
