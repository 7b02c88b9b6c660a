/** Applies a fix of the server to the files that a target really uses. */
import { l10n, type TextDocumentShowOptions, type WorkspaceEdit, window, workspace } from 'vscode';
import type { WorkspaceEdit as LspWorkspaceEdit } from 'vscode-languageclient';
import { checklistFixMethod, type FixParams } from '../protocol';
import type { Server } from '../server';
import type { ChecklistNode, FixOffer } from './node';

/** Asks only where there are several things to do. */
export async function applyFix({ fixes = [] }: ChecklistNode, server: Server): Promise<void> {
  if (!workspace.isTrusted) {
    void window.showInformationMessage(l10n.t('Fixes need a trusted workspace'));
    return;
  }
  const offer = await choose(fixes);
  if (offer === undefined) return;
  const edit = await editOf(offer, server);
  if (edit !== undefined && (await workspace.applyEdit(edit))) {
    await showChange(edit);
    return;
  }
  void window.showInformationMessage(l10n.t('The files have changed, and the fix no longer fits'));
}

async function choose(fixes: readonly FixOffer[]): Promise<FixOffer | undefined> {
  if (fixes.length < 2) return fixes[0];
  const items = fixes.map((offer) => ({ label: offer.title, detail: offer.finding.message, offer }));
  return (await window.showQuickPick(items, { placeHolder: l10n.t('Choose a fix') }))?.offer;
}

async function editOf(offer: FixOffer, server: Server): Promise<WorkspaceEdit | undefined> {
  const { targetId, title, finding } = offer;
  const { uri, range, code } = finding;
  const params: FixParams = { targetId, uri, range, code, title };
  try {
    const answer = await server.request<LspWorkspaceEdit | null>(checklistFixMethod, params);
    return answer === null ? undefined : await server.workspaceEdit(answer);
  } catch {
    // The text changed while the server looked, or the server is gone, which the status item tells.
    return undefined;
  }
}

/** The change is in sight, the keyboard stays where it is. */
async function showChange(edit: WorkspaceEdit): Promise<void> {
  const [first] = edit.entries();
  if (first === undefined) return;
  const [uri, [change]] = first;
  const options: TextDocumentShowOptions = { preserveFocus: true, preview: false };
  if (change !== undefined) options.selection = change.range;
  await window.showTextDocument(uri, options);
}
