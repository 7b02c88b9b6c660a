/** Has the server change a target, and tells what has become of it. */
import { env, l10n, Uri, window, workspace } from 'vscode';
import type { CapabilityAnswer } from '../protocol';
import type { Server } from '../server';

/** Whether all is as wanted afterwards. Never rejects. */
export async function applyAnswer(server: Server, method: string, params: object): Promise<boolean> {
  if (!workspace.isTrusted) {
    void window.showInformationMessage(l10n.t('Changes need a trusted workspace'));
    return false;
  }
  const answer = await answerOf(server, method, params);
  switch (answer?.kind) {
    case 'edit':
      return applyEdit(server, answer);
    case 'nothing':
      void window.showInformationMessage(answer.summary);
      return true;
    case 'refused':
      void refuse(answer.reason, answer.write);
      return false;
    case undefined:
      void window.showInformationMessage(l10n.t('The files have changed meanwhile: please try again'));
      return false;
  }
}

async function answerOf(
  server: Server,
  method: string,
  params: object,
): Promise<CapabilityAnswer | undefined> {
  try {
    return await server.request<CapabilityAnswer>(method, params);
  } catch {
    // The text changed while the server looked, or the server is gone, which the status item tells.
    return undefined;
  }
}

async function applyEdit(
  server: Server,
  { edit, summary, files }: Extract<CapabilityAnswer, { kind: 'edit' }>,
): Promise<boolean> {
  const isDone = await workspace.applyEdit(await server.workspaceEdit(edit));
  if (isDone) void tell(summary, files);
  else void window.showInformationMessage(l10n.t('The files have changed meanwhile: please try again'));
  return isDone;
}

/** What was changed is mostly not in sight. */
async function tell(summary: string, files: readonly string[]): Promise<void> {
  const show = l10n.t('Show');
  if ((await window.showInformationMessage(summary, show)) !== show) return;
  for (const uri of files) await window.showTextDocument(Uri.parse(uri), { preview: false });
}

async function refuse(reason: string, write: string): Promise<void> {
  const copy = l10n.t('Copy What to Write');
  const actions = write === '' ? [] : [copy];
  if ((await window.showWarningMessage(reason, ...actions)) === copy) await env.clipboard.writeText(write);
}
