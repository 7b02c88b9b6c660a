/** Open documents: keeps their text in step with the client and tells the workspace of every change. */
import type {
  DidChangeTextDocumentParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { normaliseUri } from '../../core/uri';
import type { Workspace } from '../../core/workspace-types';
import { applyContentChanges } from './content-changes';

type Target = Pick<Workspace, 'didOpen' | 'didChange' | 'didClose'>;

export class Documents {
  readonly #workspace: Target;
  /** By normalised URI. */
  readonly #open = new Map<string, TextDocument>();

  constructor(workspace: Target) {
    this.#workspace = workspace;
  }

  /** The open document, under any spelling of its URI. */
  get(uri: string): TextDocument | undefined {
    return this.#open.get(normaliseUri(uri));
  }

  all(): readonly TextDocument[] {
    return [...this.#open.values()];
  }

  /** The client's own spelling of the URI of an open document; of others the normalised one. */
  clientUri(uri: string): string {
    return this.get(uri)?.uri ?? uri;
  }

  open({ textDocument }: DidOpenTextDocumentParams): void {
    const { uri, languageId, version, text } = textDocument;
    this.#open.set(normaliseUri(uri), TextDocument.create(uri, languageId, version, text));
    this.#workspace.didOpen(uri, version, text);
  }

  /** Throws when the document is not open: nothing is known that could be changed. */
  change({ textDocument, contentChanges }: DidChangeTextDocumentParams): void {
    const document = this.get(textDocument.uri);
    if (document === undefined) throw new Error(`${textDocument.uri} was changed but is not open`);
    const edits = applyContentChanges(document, contentChanges, textDocument.version);
    this.#workspace.didChange(document.uri, textDocument.version, document.getText(), edits);
  }

  close({ textDocument }: DidCloseTextDocumentParams): void {
    if (this.#open.delete(normaliseUri(textDocument.uri))) this.#workspace.didClose(textDocument.uri);
  }
}
