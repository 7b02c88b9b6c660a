import { describe, expect, it } from 'vitest';
import { complete } from './support';

const swift = '/ws/App/Tasks.swift';
const plist = '/ws/App/Info.plist';
const project = '/ws/project.yml';

const spec = (line: string) => `name: Radio
targets:
  Radio:
    type: application
    platform: iOS
    sources: [App]
    info:
      path: App/Info.plist
      properties:
        ${line}
        UIBackgroundModes:
          - audio
`;

describe('completion of suppressions', () => {
  it('writes the comment', async () => {
    const { labels, taking } = await complete(swift, 'func f() {\n    // back‸\n}\n');
    expect(labels).toEqual([
      'background-modes:ignore',
      'background-modes:ignore-start',
      'background-modes:ignore-end',
      'background-modes:ignore-file',
    ]);
    expect(taking('background-modes:ignore')).toContain('// background-modes:ignore \n');
  });

  it('does so in property lists and in the files of tools', async () => {
    const xml = await complete(plist, '<plist version="1.0">\n<dict>\n\t<!-- backg‸\n</dict>\n</plist>\n');
    expect(xml.taking('background-modes:ignore')).toContain('<!-- background-modes:ignore \n');
    const yaml = await complete(project, spec('# background-modes:ig‸'));
    expect(yaml.taking('background-modes:ignore-file')).toContain('# background-modes:ignore-file \n');
  });

  it('offers rules, those that have found something here first', async () => {
    const { labels, offer, taking } = await complete(
      swift,
      `import UIKit
func f() {
    // background-modes:ignore ‸
    UIApplication.shared.beginBackgroundTask(expirationHandler: nil)
}
`,
    );
    expect(offer(labels[0] ?? '').detail).toMatch(/^found here: /);
    expect(labels[0]).toMatch(/^(background-task-not-ended|missing-expiration-handler)/);
    expect(offer('task-not-completed').topic).toEqual({ kind: 'rule', code: 'task-not-completed' });
    expect(taking('task-not-completed')).toContain('ignore task-not-completed\n');
    expect(labels).not.toContain('malformed-plist');
  });

  it('goes on behind a comma, without what is named already', async () => {
    const { labels, taking } = await complete(
      swift,
      '// background-modes:ignore task-not-completed, miss‸ing-e -- slow\n',
    );
    expect(labels).not.toContain('task-not-completed');
    expect(taking('missing-expiration-handler')).toContain(
      'task-not-completed, missing-expiration-handler -- slow',
    );
  });

  it('offers rules about property lists there', async () => {
    const { labels, taking } = await complete(
      plist,
      '<plist version="1.0">\n<dict>\n\t<!-- background-modes:ignore unus‸ -->\n</dict>\n</plist>\n',
    );
    expect(labels).toContain('unused-background-mode');
    expect(labels).not.toContain('task-not-completed');
    expect(taking('unused-background-mode')).toContain(
      '<!-- background-modes:ignore unused-background-mode -->',
    );
  });

  it('keeps quiet in other comments, in reasons, and in code', async () => {
    for (const text of [
      '// b‸\n',
      '// see background-modes‸\n',
      '// background-modes:ignore task-not-completed -- because ‸\n',
      '// background-modes:ignore task-not-completed -‸\n',
      'let background‸ = 1\n',
      'let x = "background-modes:ignore ‸"\n',
      '/* back */‸\n',
    ])
      expect((await complete(swift, text)).labels, text).toEqual([]);
  });
});
