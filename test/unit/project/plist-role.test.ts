import { describe, expect, it } from 'vitest';
import { isInfoPlistName, plistRole } from '../../../server/src/core/project/plist-role';
import { parsePlist } from '../../../server/src/core/syntax/plist';
import { type PlainPlist, plistText } from '../../support/plist-text';

const role = (name: string, root: PlainPlist) => plistRole(`file:///ws/${name}`, parsePlist(plistText(root)));

describe('plistRole', () => {
  it.each(['Info.plist', 'App-Info.plist', 'AppInfo.plist', 'Info-Debug.plist', 'My App Info.plist'])(
    'knows %s by its name',
    (name) => {
      expect(role(name, {})).toBe('info');
    },
  );

  it.each(['App.entitlements', 'Entitlements.plist', 'Entitlements-Release.plist'])(
    'takes %s for entitlements, whatever it holds',
    (name) => {
      expect(role(name, { UIBackgroundModes: ['audio'] })).toBe('entitlements');
    },
  );

  it('looks into files of other names', () => {
    expect(role('Settings.plist', { UIBackgroundModes: [] })).toBe('info');
    expect(role('Settings.plist', { CFBundleIdentifier: 'x' })).toBe('info');
    expect(role('Rights.plist', { 'com.apple.developer.healthkit': true })).toBe('entitlements');
    expect(role('Colors.plist', { Red: 'ff0000' })).toBe('other');
    expect(role('Root.plist', ['CFBundleIdentifier'])).toBe('other');
  });

  it('is not misled by the configuration of a service', () => {
    expect(isInfoPlistName('file:///ws/GoogleService-Info.plist')).toBe(false);
    expect(role('GoogleService-Info.plist', { CFBundleIdentifier: 'x' })).toBe('other');
  });
});
