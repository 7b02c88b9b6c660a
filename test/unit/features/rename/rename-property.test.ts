/** Random identifiers: after a rename every reader sees the new one, and renaming back restores every character. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { RenameRefused } from '../../../../server/src/core/features/rename/refusal';
import { rename } from '../../../../server/src/core/features/rename/rename';
import { decodeStrings } from '../../../../server/src/core/program/lower-objc/literals';
import { taskIdentifierUses } from '../../../../server/src/core/program/task-identifiers';
import { applyEdits } from '../../../../server/src/core/text';
import { createWorkspace } from '../../../../server/src/core/workspace';
import { type Files, permittedPlist } from '../../../support/identifier-app';
import { memoryHost } from '../../../support/memory-fs';

/** Characters that some notation escapes, and some that none does. */
const identifiers = fc
  .array(
    fc
      .constantFrom(
        'a',
        'B',
        '7',
        '.',
        '-',
        '_',
        '"',
        "'",
        '\\',
        '&',
        '<',
        '>',
        '%',
        '#',
        '$',
        '(',
        ')',
        '{',
        '}',
        'é',
        '漢',
        '🎧',
        ']]>',
        '\\(',
        '&amp;',
        '%@',
        '//',
        '/*',
        ': ',
        '@"',
      )
      .map((text) => text.trim()),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => `com.${parts.join('')}`)
  .filter((name) => !/\$[({]/.test(name) && !name.endsWith('.*'));

/** What ends a raw string, or begins an escape in it. */
const rawEnds = fc.constantFrom('com.a"#b', 'com.a\\#(b)', 'com.a"b#', 'com.\\(a)');

const quoted = (text: string) => text.replace(/[\\"]/g, '\\$&');
const xml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Each file holds one identifier in another notation. */
function app(name: string): Files {
  return {
    'App/Info.plist': permittedPlist(
      `<string>${xml(name)}</string>`,
      ...(name.includes(']]>') ? [] : [`<string><![CDATA[${name}]]></string>`]),
    ),
    'App/A.swift': `import BackgroundTasks
let name = "${quoted(name)}" // "kept"
func ask(task: BGTask) {
  _ = BGAppRefreshTaskRequest(identifier: name)
  if task.identifier == "${quoted(name)}" { }
}
`,
    'App/B.m': `#import <BackgroundTasks/BackgroundTasks.h>
void ask(void) { [[BGAppRefreshTaskRequest alloc] initWithIdentifier:@"${quoted(name)}"]; }
`,
  };
}

async function open(files: Files) {
  const host = memoryHost(files);
  const workspace = createWorkspace(host, []);
  workspace.setFolders(['file:///ws']);
  await workspace.load();
  return { workspace, uri: host.uri };
}

async function renamedFrom(files: Files, path: string, at: string, name: string): Promise<Files> {
  const { workspace, uri } = await open(files);
  try {
    const answer = await rename(workspace, uri(path), (files[path] ?? '').indexOf(at), name);
    if (answer === undefined) throw new Error(`Nothing to rename in ${path}`);
    const edits = new Map(answer.files.map((file) => [file.uri, file.edits]));
    return Object.fromEntries(
      Object.entries(files).map(([each, text]) => [each, applyEdits(text, edits.get(uri(each)) ?? [])]),
    );
  } finally {
    workspace.dispose();
  }
}

/** What the code asks for, and what the Info.plist permits. */
async function identifiersIn(files: Files): Promise<{ code: readonly string[]; list: readonly string[] }> {
  const { workspace } = await open(files);
  const [model] = await workspace.targets();
  const uses = model === undefined ? [] : taskIdentifierUses(model.constants);
  const list = model?.infoPlist.value('BGTaskSchedulerPermittedIdentifiers')?.node;
  const items = list?.kind === 'array' ? list.items : [];
  workspace.dispose();
  return {
    code: uses.map(({ value }) => (value.kind === 'text' ? value.parts.join('') : value.kind)),
    list: items.map((item) => (item.kind === 'string' ? item.value : item.kind)),
  };
}

describe('a rename', () => {
  it('is read everywhere, and undone by renaming back', async () => {
    await fc.assert(
      fc.asyncProperty(
        identifiers,
        identifiers,
        fc.constantFrom<[string, string]>(
          ['App/Info.plist', 'com.'],
          ['App/A.swift', 'com.'],
          ['App/B.m', 'com.'],
        ),
        async (before, after, [path, at]) => {
          fc.pre(before !== after);
          // A section cannot hold its own end: the way back would be another notation.
          fc.pre(before.includes(']]>') === after.includes(']]>'));
          const files = app(before);
          const changed = await renamedFrom(files, path, at, after);
          const { code, list } = await identifiersIn(changed);
          expect(code).toEqual([after, after]);
          expect(list).toEqual(list.map(() => after));
          expect(list).not.toEqual([]);
          expect(changed['App/A.swift']).toContain(`== "${quoted(after)}"`);
          expect(decodeStrings(changed['App/B.m']?.split('Identifier:')[1] ?? '')).toBe(after);
          expect(await renamedFrom(changed, path, at, before)).toEqual(files);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('is read in project.yml in every style of its strings', async () => {
    const styles = {
      single: (text: string) => `'${text.replaceAll("'", "''")}'`,
      double: (text: string) => JSON.stringify(text),
    };
    const spec = (item: string) => `name: Player
targets:
  Player:
    type: application
    platform: iOS
    sources: [Player]
    info:
      path: Player/Info.plist
      properties:
        BGTaskSchedulerPermittedIdentifiers: [ ${item}, other ] # kept
`;
    await fc.assert(
      fc.asyncProperty(
        identifiers.filter((name) => /^[ -~]*$/.test(name)),
        identifiers.filter((name) => /^[ -~]*$/.test(name)),
        fc.constantFrom('single' as const, 'double' as const),
        async (before, after, style) => {
          fc.pre(before !== after);
          const files = {
            'project.yml': spec(styles[style](before)),
            'Player/A.swift': app(before)['App/A.swift'] ?? '',
          };
          const changed = await renamedFrom(files, 'Player/A.swift', 'com.', after);
          const read = parseYaml(changed['project.yml'] ?? '');
          expect(read.targets.Player.info.properties.BGTaskSchedulerPermittedIdentifiers).toEqual([
            after,
            'other',
          ]);
          expect(await renamedFrom(changed, 'Player/A.swift', 'com.', before)).toEqual(files);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('in a raw string is complete or refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(identifiers, rawEnds), async (after) => {
        const files = {
          'App/Info.plist': permittedPlist('<string>com.example</string>'),
          'App/A.swift':
            'import BackgroundTasks\nlet request = BGAppRefreshTaskRequest(identifier: #"com.example"#)\n',
        };
        const changed = await renamedFrom(files, 'App/A.swift', 'com.', after).catch(
          (error: unknown) => error,
        );
        if (changed instanceof RenameRefused) expect(after).toMatch(/"#|\\#/);
        else expect(await identifiersIn(changed as Files)).toEqual({ code: [after], list: [after] });
      }),
      { numRuns: 20 },
    );
  });
});
