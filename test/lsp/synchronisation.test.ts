import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { applyEdits } from '../../server/src/core/text';
import { applyContentChanges } from '../../server/src/lsp/sync/content-changes';
import { TestClient } from './support/client';
import { ClientDocument } from './support/document';
import { FakeWorkspace } from './support/fake-workspace';
import { inMemory } from './support/transport';

const pieces = ['a', 'bc', '😀', 'é', '\n', '\r\n', '\r', '\t', '"', '/*', ' '];
const text = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join(''));
const place = fc.record({ line: fc.nat({ max: 12 }), character: fc.nat({ max: 12 }) });
const range = fc.record({ start: place, end: place });
const change = fc.oneof({ weight: 9, arbitrary: fc.record({ range, text }) }, fc.record({ text }));
const changes = fc.array(change, { minLength: 1, maxLength: 5 });

describe('edits of open documents', () => {
  it('leave the same text on both sides, whatever the sequence', async () => {
    const workspace = new FakeWorkspace();
    const client = await TestClient.start(inMemory(() => workspace));
    let count = 0;
    await fc.assert(
      fc.asyncProperty(text, fc.array(changes, { maxLength: 6 }), async (start, batches) => {
        const uri = `file:///ws/${count++}.swift`;
        client.open(uri, start);
        for (const batch of batches) client.edit(uri, ...batch);
        await client.request('backgroundModes/checklist');
        expect(workspace.text(uri)).toBe(client.document(uri).getText());
        expect(workspace.version(uri)).toBe(client.document(uri).version);
        client.close(uri);
      }),
      { numRuns: 150 },
    );
    await client.stop();
  });

  it('are edits of the text before all of them, when they can be told apart', () => {
    fc.assert(
      fc.property(text, changes, (start, batch) => {
        const document = TextDocument.create('file:///a', 'swift', 1, start);
        const edits = applyContentChanges(document, batch, 2);
        if (edits) expect(applyEdits(start, edits)).toBe(document.getText());
        const plain = new ClientDocument(start);
        for (const one of batch) plain.apply(one);
        expect(document.getText()).toBe(plain.getText());
      }),
      { numRuns: 2000 },
    );
  });

  it('of several cursors can be told apart, from the top and from the bottom', () => {
    const at = (line: number, character: number) => ({
      start: { line, character },
      end: { line, character },
    });
    const insert = (line: number, character: number) => ({ range: at(line, character), text: 'xx' });
    for (const batch of [
      [insert(0, 1), insert(1, 1)],
      [insert(1, 1), insert(0, 1)],
    ]) {
      const document = TextDocument.create('file:///a', 'swift', 1, 'ab\ncd\n');
      const edits = applyContentChanges(document, batch, 2);
      expect(edits?.map((edit) => edit.range.start)).toEqual([1, 4]);
      expect(document.getText()).toBe('axxb\ncxxd\n');
    }
  });

  it('that touch each other or replace everything are given as a new text only', () => {
    const range = { start: { line: 0, character: 1 }, end: { line: 0, character: 1 } };
    const after = { start: { line: 0, character: 2 }, end: { line: 0, character: 2 } };
    const document = TextDocument.create('file:///a', 'swift', 1, 'abc');
    expect(
      applyContentChanges(
        document,
        [
          { range, text: 'x' },
          { range: after, text: 'y' },
        ],
        2,
      ),
    ).toBeUndefined();
    expect(document.getText()).toBe('axybc');
    expect(applyContentChanges(document, [{ text: 'new' }], 3)).toBeUndefined();
    expect(document.getText()).toBe('new');
  });
});
