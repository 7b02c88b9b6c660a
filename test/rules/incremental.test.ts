/** Findings of an edited document are those of its text alone, whatever was known from the versions before. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allRules } from '../../server/src/core/rules';
import { createWorkspace } from '../../server/src/core/workspace';
import type { Workspace } from '../../server/src/core/workspace-types';
import { memoryHost } from '../support/memory-fs';

const root = 'file:///ws';

/** The files of all examples of the rules about code, by language. */
function examples(extension: string): readonly string[] {
  const codeRules = allRules.filter(({ run }) => run === 'code');
  const files = codeRules.flatMap(({ meta }) => meta.examples.flatMap((each) => Object.entries(each.files)));
  const texts = files.filter(([name]) => name.endsWith(extension)).map(([, text]) => text);
  return [...new Set(texts.map((text) => text.replace(/[⟦⟧]/g, '')))];
}

const pieces = [
  '',
  ' ',
  '\n',
  'x',
  '}',
  '{',
  ')',
  ' return\n',
  ' end()\n',
  'self.end()\n',
  '[self end];\n',
  'sleep(1)\n',
  'completion()\n',
  '\n#if DEBUG\n',
  '\n#endif\n',
  '// ',
];

interface Edit {
  readonly kind: 'replace' | 'without-line' | 'undo';
  /** Of the file that is typed into, or of the one beside it. */
  readonly isBeside: boolean;
  readonly at: number;
  readonly length: number;
  readonly piece: string;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom('replace', 'replace', 'without-line', 'without-line', 'undo'),
  isBeside: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.constantFrom(0, 0, 0, 1, 3, 12),
  piece: fc.constantFrom(...pieces),
});

function edited(text: string, { kind, at, length, piece }: Edit): string {
  if (kind === 'without-line') {
    const lines = text.split('\n');
    return lines.toSpliced(Math.floor(at * lines.length), 1).join('\n');
  }
  const start = Math.floor(at * text.length);
  return text.slice(0, start) + piece + text.slice(start + length);
}

/** A workspace whose files are all open; they are compiled together. */
function openWorkspace(texts: ReadonlyMap<string, string>): Workspace {
  const names = [...texts.keys()].map((uri) => [uri.slice(root.length + 1), ''] as const);
  const workspace = createWorkspace(memoryHost(Object.fromEntries(names)), allRules);
  workspace.setFolders([root]);
  for (const [uri, text] of texts) workspace.didOpen(uri, 1, text);
  return workspace;
}

async function findingsOf(texts: ReadonlyMap<string, string>): Promise<unknown> {
  const workspace = openWorkspace(texts);
  const findings = await workspace.allFindings();
  workspace.dispose();
  return findings;
}

describe('findings while somebody types', () => {
  it.each(['.swift', '.m'])(
    'are those of the text alone in %s files',
    async (extension) => {
      const texts = examples(extension);
      const some = fc.uniqueArray(fc.constantFrom(...texts), { minLength: 1, maxLength: 3 });
      const property = fc.asyncProperty(
        some,
        fc.constantFrom(...texts),
        fc.array(edit, { minLength: 2, maxLength: 8 }),
        async (typed, beside, edits) => {
          const open = new Map([
            [`${root}/A${extension}`, typed.join('\n')],
            [`${root}/B${extension}`, beside],
          ]);
          const workspace = openWorkspace(open);
          await workspace.allFindings();
          const history = [new Map(open)];
          for (const [i, each] of edits.entries()) {
            const uri = `${root}/${each.isBeside ? 'B' : 'A'}${extension}`;
            const before = each.kind === 'undo' ? history.at(-2)?.get(uri) : undefined;
            const text = before ?? edited(open.get(uri) ?? '', each);
            open.set(uri, text);
            history.push(new Map(open));
            workspace.didChange(uri, i + 2, text, undefined);
            expect(await workspace.allFindings()).toEqual(await findingsOf(open));
          }
          workspace.dispose();
        },
      );
      await fc.assert(property, { numRuns: 60 });
    },
    120_000,
  );
});
