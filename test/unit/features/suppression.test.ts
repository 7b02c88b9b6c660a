import { describe, expect, it } from 'vitest';
import { suppressionEdit } from '../../../server/src/core/features/suppression';
import { withoutSuppressed } from '../../../server/src/core/rules/suppressions';
import type { Finding } from '../../../server/src/core/rules/types';
import { applyEdits } from '../../../server/src/core/text';
import { createWorkspace } from '../../../server/src/core/workspace';
import { memoryHost } from '../../support/memory-fs';

const code = 'some-rule/some-entry';

interface Suppressed {
  /** Text after the edit; `undefined` when there is none. */
  readonly text: string | undefined;
  /** Whether the finding is silent then. */
  readonly isSilent: boolean;
}

/** Suppresses a finding that starts at `at`. */
async function suppress(file: string, text: string, at: string): Promise<Suppressed> {
  const start = text.indexOf(at);
  if (start < 0) throw new Error(`There is no ${at}`);
  const unit = await unitOf(file, text);
  const edit = suppressionEdit(unit, finding(unit.uri, start));
  if (edit === undefined) return { text: undefined, isSilent: false };
  const after = applyEdits(text, [edit]);
  const moved = finding(unit.uri, start + edit.newText.length);
  return { text: after, isSilent: withoutSuppressed([moved], await unitOf(file, after)).length === 0 };
}

async function unitOf(file: string, text: string) {
  const host = memoryHost({ [file]: text });
  const workspace = createWorkspace(host);
  workspace.setFolders(['file:///ws']);
  const unit = await workspace.unit(host.uri(file));
  workspace.dispose();
  if (unit === undefined) throw new Error(`${file} cannot be read`);
  return unit;
}

function finding(uri: string, start: number): Finding {
  return {
    rule: 'some-rule',
    entry: 'some-entry',
    severity: 'warning',
    uri,
    range: { start, end: start + 1 },
    message: '',
    related: [],
    fixes: [],
    target: undefined,
  };
}

const swiftComment = `// background-modes:ignore ${code} -- reason`;
const xmlComment = `<!-- background-modes:ignore ${code}: reason -->`;

function plist(...lines: readonly string[]): string {
  return ['<?xml version="1.0" encoding="UTF-8"?>', '<plist version="1.0">', ...lines, '</plist>', ''].join(
    '\n',
  );
}

describe('a suppression in code', () => {
  it('goes above the line, as far indented, with the line ends of the file', async () => {
    const text = 'func f() {\r\n\tgo()\r\n}\r\n';
    expect(await suppress('a.swift', text, 'go')).toEqual({
      text: `func f() {\r\n\t${swiftComment}\r\n\tgo()\r\n}\r\n`,
      isSilent: true,
    });
  });

  it('goes above the first line of a file', async () => {
    expect(await suppress('a.m', 'void f(void) {}', 'f(')).toEqual({
      text: `${swiftComment}\nvoid f(void) {}`,
      isSilent: true,
    });
  });

  it('goes between the lines of a statement', async () => {
    const text = 'func f() {\n    session\n        .go()\n}\n';
    expect(await suppress('a.swift', text, 'go')).toEqual({
      text: `func f() {\n    session\n        ${swiftComment}\n        .go()\n}\n`,
      isSilent: true,
    });
  });

  it('is not put into a string of several lines', async () => {
    const text = 'let text = """\n    before\n    \\(go()) after\n    """\n';
    expect((await suppress('a.swift', text, 'go')).text).toBeUndefined();
  });

  it('is not put into a macro', async () => {
    const text = '#define RUN(x) \\\n    go(x)\nvoid f(void) {}\n';
    expect((await suppress('a.m', text, 'go')).text).toBeUndefined();
  });
});

describe('a suppression in a property list', () => {
  it('is a comment that XML allows, above the value', async () => {
    const before = plist(
      '<dict>',
      '\t<key>a</key>',
      '\t<array>',
      '\t\t<string>x</string>',
      '\t</array>',
      '</dict>',
    );
    expect(await suppress('a.plist', before, 'x</')).toEqual({
      text: before.replace('\t\t<string>', `\t\t${xmlComment}\n\t\t<string>`),
      isSilent: true,
    });
  });

  it('does not get into the text of a value', async () => {
    const before = plist('<dict>', '<key>a</key>', '<string>one', 'two</string>', '</dict>');
    expect((await suppress('a.plist', before, 'two')).text).toBe(
      before.replace('<string>', `${xmlComment}\n<string>`),
    );
  });

  it('is not put in front of the root, where Xcode would lose it', async () => {
    const text =
      '<?xml version="1.0" encoding="UTF-8"?><plist version="1.0"><dict><key>a</key><true/></dict></plist>';
    expect((await suppress('a.plist', text, 'a</key>')).text).toBeUndefined();
  });

  it('is not offered when there is no list to put it into', async () => {
    expect((await suppress('a.plist', 'nothing', 'nothing')).text).toBeUndefined();
  });
});

describe('a suppression in a project file', () => {
  it('is not offered: Xcode would write the file without it', async () => {
    const text = '// !$*UTF8*$!\n{\n\tobjects = { };\n}\n';
    expect((await suppress('A.xcodeproj/project.pbxproj', text, 'objects')).text).toBeUndefined();
  });
});
