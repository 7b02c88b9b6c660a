import { describe, expect, it } from 'vitest';
import { isIgnored } from '../../../server/src/core/project/ignored';
import { OpenDocuments } from '../../../server/src/core/workspace/documents';
import { WorkspaceFiles } from '../../../server/src/core/workspace/files';
import { memoryHost } from '../../support/memory-fs';

const file = 'apps/mobile/ios/App.xcodeproj/project.pbxproj';

async function ignored(ignoreFiles: Readonly<Record<string, string>>): Promise<boolean> {
  const host = memoryHost({ ...ignoreFiles, [file]: '' });
  const files = new WorkspaceFiles(host, new OpenDocuments());
  files.setRoots(['file:///ws']);
  return isIgnored(host.uri(file), files);
}

describe('a file of the workspace', () => {
  it.each(['ios', 'ios/', 'apps/mobile/ios', '/apps/*/ios/', '**/ios', 'apps/**', '*.pbxproj', 'io?'])(
    'is ignored by %s',
    async (pattern) => expect(await ignored({ '.gitignore': `${pattern}\n` })).toBe(true),
  );

  it.each(['', '# ios', '/ios', 'mobile/ios', 'ios/Pods', 'io', '*.xcuserdata'])(
    'is not ignored by "%s"',
    async (pattern) => expect(await ignored({ '.gitignore': `${pattern}\r\n` })).toBe(false),
  );

  it('is ignored by the file of a folder between', async () => {
    expect(await ignored({ 'apps/mobile/.gitignore': '/ios' })).toBe(true);
    expect(await ignored({ 'apps/other/.gitignore': '/ios' })).toBe(false);
  });

  it('is taken back by a later pattern, but not out of an ignored folder', async () => {
    expect(await ignored({ '.gitignore': 'ios\n!ios' })).toBe(false);
    expect(await ignored({ '.gitignore': 'ios', 'apps/mobile/.gitignore': '!ios' })).toBe(false);
    expect(await ignored({ '.gitignore': 'apps/mobile\n!ios' })).toBe(true);
  });
});
