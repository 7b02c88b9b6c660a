/** Incremental synchronisation: what a `textDocument/didChange` does to a text, as edits of the core. */
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextEdit } from '../../core/text';

/**
 * Applies the changes to `document`, each to the text the one before it left, as LSP orders them.
 * Answers them as edits of the text before all of them, or `undefined` when they cannot be told apart any more
 * (the whole text is replaced, or a change touches what an earlier one inserted).
 */
export function applyContentChanges(
  document: TextDocument,
  changes: readonly TextDocumentContentChangeEvent[],
  version: number,
): readonly TextEdit[] | undefined {
  let edits: TextEdit[] | undefined = [];
  for (const change of changes) {
    const edit = editOf(document, change);
    edits = edits && edit && followed(edits, edit);
    TextDocument.update(document, [edit === undefined ? change : exactChange(document, edit)], version);
  }
  return edits;
}

/** `undefined` when the whole text is replaced. Positions outside of the text mean its nearest place. */
function editOf(document: TextDocument, change: TextDocumentContentChangeEvent): TextEdit | undefined {
  if (!('range' in change)) return undefined;
  const a = document.offsetAt(change.range.start);
  const b = document.offsetAt(change.range.end);
  return { range: { start: Math.min(a, b), end: Math.max(a, b) }, newText: change.text };
}

/** `TextDocument.update` loses count of the lines when a position lies behind the last one. */
function exactChange(document: TextDocument, { range, newText }: TextEdit): TextDocumentContentChangeEvent {
  const start = document.positionAt(range.start);
  const end = document.positionAt(range.end);
  return { range: { start, end }, text: newText };
}

/** `edits`, sorted and relative to the first text, with `next`, which is relative to the text after all of them. */
function followed(edits: TextEdit[], next: TextEdit): TextEdit[] | undefined {
  let shift = 0;
  let index = 0;
  for (; index < edits.length; index++) {
    const edit = edits[index];
    if (edit === undefined) break;
    const start = edit.range.start + shift;
    const end = start + edit.newText.length;
    if (next.range.end < start) break;
    if (next.range.start <= end) return undefined;
    shift += edit.newText.length - (edit.range.end - edit.range.start);
  }
  const range = { start: next.range.start - shift, end: next.range.end - shift };
  return edits.toSpliced(index, 0, { range, newText: next.newText });
}
