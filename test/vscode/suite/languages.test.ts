import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { openSample } from './editor';

describe('languages', () => {
  const expected = [
    ['PodcastPlayer/Info.plist', 'plist'],
    ['PodcastPlayer/PodcastPlayer.entitlements', 'plist'],
    ['PodcastPlayer.xcodeproj/project.pbxproj', 'pbxproj'],
    ['PodcastPlayer/App/AppDelegate.swift', 'swift'],
    ['Legacy/OPMLImporter.m', 'objective-c'],
  ] as const;

  for (const [path, language] of expected) {
    it(`opens ${path} as ${language}`, async () => {
      assert.equal((await openSample(path)).languageId, language);
    });
  }
});
