/** `textDocument/codeAction` and `codeAction/resolve`. */
import {
  type CancellationToken,
  type CodeAction,
  type CodeActionParams,
  LSPErrorCodes,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { type FindingAction, findingActions } from '../../core/features/code-actions';
import { fixAll } from '../../core/features/fix-all';
import { findingCode } from '../../core/rules/types';
import type { TextRange } from '../../core/text';
import { asksFor, fixAllKind, quickFixKind, wantsKind } from '../code-action-kinds';
import type { Services } from '../services';
import { settledOrModified } from '../sync/settled';

/** Finds an action again when its edit is asked for. */
interface ActionData {
  readonly uri: string;
  readonly code: string;
  readonly range: TextRange;
  readonly title: string;
}

export class CodeActions {
  readonly #services: Services;

  constructor(services: Services) {
    this.#services = services;
  }

  /** Nothing for documents that are not open, and for clients that know commands only. */
  async list(params: CodeActionParams, token: CancellationToken): Promise<CodeAction[]> {
    const { client, documents } = this.#services;
    const { textDocument, range, context } = params;
    const document = documents.get(textDocument.uri);
    if (document === undefined || !client.codeActionLiterals) return [];
    const touched = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
    const fixes = wantsKind(context.only, quickFixKind)
      ? await this.#quickFixes(document.uri, touched, token)
      : [];
    const all = asksFor(context.only, fixAllKind) ? await this.#fixAll(document.uri, token) : [];
    return [...fixes, ...all];
  }

  /** Fills in the edit. Rejects with ContentModified when the finding is no longer there. */
  async resolve(action: CodeAction, token: CancellationToken): Promise<CodeAction> {
    if (!isActionData(action.data)) return action;
    const { uri, code, range, title } = action.data;
    const actions = await this.#actions(uri, range, token);
    const found = actions.find((one) => one.title === title && findingCode(one.finding) === code);
    const edit = found && this.#edit(found, uri);
    if (edit === undefined) {
      throw new ResponseError(LSPErrorCodes.ContentModified, 'The finding of this action is gone');
    }
    return { ...action, edit };
  }

  async #quickFixes(uri: string, range: TextRange, token: CancellationToken): Promise<CodeAction[]> {
    const actions = await this.#actions(uri, range, token);
    return actions.flatMap((action) => this.#quickFix(action, uri) ?? []);
  }

  #quickFix(action: FindingAction, uri: string): CodeAction | undefined {
    const { client, diagnostics } = this.#services;
    const { title, finding, isPreferred } = action;
    const edit = this.#edit(action, uri);
    if (edit === undefined) return undefined;
    const data: ActionData = { uri, code: findingCode(finding), range: finding.range, title };
    return {
      title,
      kind: quickFixKind,
      diagnostics: diagnostics.convert([finding]),
      ...(client.preferredActions && isPreferred && { isPreferred }),
      ...(client.resolvesEdits ? { data } : { edit }),
    };
  }

  async #fixAll(uri: string, token: CancellationToken): Promise<CodeAction[]> {
    const { workspace, revision, edits } = this.#services;
    const findings = await settledOrModified(revision, token, () => workspace.findings(uri, token));
    const files = fixAll(findings);
    const edit = files && edits.convert(files, uri);
    return edit ? [{ title: 'Fix all background mode problems', kind: fixAllKind, edit }] : [];
  }

  #actions(uri: string, range: TextRange, token: CancellationToken): Promise<readonly FindingAction[]> {
    const { workspace, revision } = this.#services;
    return settledOrModified(revision, token, async () => {
      const findings = await workspace.findings(uri, token);
      return findings.length === 0 ? [] : findingActions(findings, await workspace.unit(uri), range);
    });
  }

  #edit({ files }: FindingAction, uri: string): WorkspaceEdit | undefined {
    return this.#services.edits.convert(files, uri);
  }
}

/** What came back from the client is checked: it may be of another server. */
function isActionData(data: unknown): data is ActionData {
  if (typeof data !== 'object' || data === null) return false;
  const { uri, code, range, title } = data as Partial<Record<keyof ActionData, unknown>>;
  const isText = [uri, code, title].every((value) => typeof value === 'string');
  return isText && typeof range === 'object' && range !== null && 'start' in range && 'end' in range;
}
