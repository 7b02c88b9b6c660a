/** What the suites share: the sample app in the open folder, and waiting for what arrives later. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';

export const EXTENSION_ID = 'background-modes.background-modes';
const SOURCE = 'background-modes';
const WAIT_LIMIT = 40_000;
const POLL = 50;

/** The fields of the extension's exports that the tests look at. */
export interface TestedApi {
  readonly checklist: vscode.TreeDataProvider<unknown> & { readonly isVisible: boolean };
}

export async function extensionApi(): Promise<TestedApi> {
  const extension = vscode.extensions.getExtension<TestedApi>(EXTENSION_ID);
  assert.ok(extension, `${EXTENSION_ID} is not installed`);
  return extension.activate();
}

export function sampleUri(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'no folder is open');
  return vscode.Uri.joinPath(folder.uri, path);
}

export async function openSample(path: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(sampleUri(path));
  await vscode.window.showTextDocument(document);
  return document;
}

/** Polls until `look` answers something other than `undefined`. */
export async function eventually<T>(
  what: string,
  look: () => T | undefined | Promise<T | undefined>,
): Promise<T> {
  const deadline = Date.now() + WAIT_LIMIT;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > deadline) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, POLL));
  }
}

/** Our own diagnostics of a file whose rule id begins with `rule`. */
export function findingsOf(uri: vscode.Uri, rule: string): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter((diagnostic) => diagnostic.source === SOURCE && ruleOf(diagnostic).startsWith(rule));
}

export function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

export function findingIn(uri: vscode.Uri, rule: string): Promise<vscode.Diagnostic> {
  return eventually(`${rule} in ${uri.path}`, () => findingsOf(uri, rule)[0]);
}

export function noFindingIn(uri: vscode.Uri, rule: string): Promise<true> {
  return eventually(`the end of ${rule} in ${uri.path}`, () =>
    findingsOf(uri, rule).length === 0 ? true : undefined,
  );
}
