import { describe, expect, it } from 'vitest';
import { discover } from '../../../server/src/core/project/discovery';
import { generatedFolders } from '../../../server/src/core/project/generated-folders';
import { OpenDocuments } from '../../../server/src/core/workspace/documents';
import { WorkspaceFiles } from '../../../server/src/core/workspace/files';
import { memoryHost } from '../../support/memory-fs';

describe('generated folders', () => {
  it.each([
    [
      ['config.xml', 'package.json', 'platforms', 'plugins', 'www'],
      ['platforms', 'plugins'],
    ],
    [
      ['App.csproj', 'bin', 'obj', 'Platforms'],
      ['bin', 'obj'],
    ],
    [['Runner.xcodeproj', 'Runner', 'Flutter'], ['Flutter']],
    [['App', 'capacitor-cordova-ios-plugins'], ['capacitor-cordova-ios-plugins']],
    [['nativescript.config.ts', 'platforms'], ['platforms']],
  ])('are told by their neighbours: %s', (names, expected) => {
    expect([...generatedFolders(names)]).toEqual(expected);
  });

  it.each([
    [['platforms', 'plugins', 'package.json']],
    [['config.xml', 'platforms']],
    [['bin', 'obj']],
    [['Flutter', 'pubspec.yaml']],
  ])('are no folders that only have the name: %s', (names) => {
    expect(generatedFolders(names).size).toBe(0);
  });

  it('are not searched', async () => {
    const host = memoryHost({
      'config.xml': '<widget/>',
      'package.json': '{}',
      'platforms/ios/App/Info.plist': '',
      'platforms/ios/App.xcodeproj/project.pbxproj': '',
      'native/Own.swift': '',
    });
    const files = new WorkspaceFiles(host, new OpenDocuments());
    files.setRoots(['file:///ws']);
    const { projects, infoPlists, sources } = await discover(['file:///ws'], files);
    expect([projects, infoPlists, sources]).toEqual([[], [], ['file:///ws/native/Own.swift']]);
  });
});
