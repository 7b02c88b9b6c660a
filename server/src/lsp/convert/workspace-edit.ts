/** Fixes of the core to workspace edits. */
import type {
  AnnotatedTextEdit,
  ChangeAnnotation,
  CreateFile,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { FileEdit } from '../../core/rules/types';
import { basenameUri, normaliseUri } from '../../core/uri';
import type { Workspace } from '../../core/workspace-types';
import type { ClientSupport } from '../client-support';
import type { Documents } from '../sync/documents';
import { type Positions, toRange } from './positions';

/** Identifier of the annotation of edits to files other than the one the action was asked for. */
const otherFile = 'other-file';

export interface ConvertOptions {
  /** By URI, of files that were read for the edit. */
  readonly texts?: ReadonlyMap<string, string>;
  /** The files belong together, as in a rename: none is another file. */
  readonly isOneEdit?: boolean;
}

export class WorkspaceEditConverter {
  readonly #workspace: Pick<Workspace, 'version'>;
  readonly #documents: Pick<Documents, 'clientUri'>;
  readonly #positions: Positions;
  readonly #client: ClientSupport;

  constructor(
    workspace: Pick<Workspace, 'version'>,
    documents: Pick<Documents, 'clientUri'>,
    positions: Positions,
    client: ClientSupport,
  ) {
    this.#workspace = workspace;
    this.#documents = documents;
    this.#positions = positions;
    this.#client = client;
  }

  /**
   * `from` is the document the action was asked for. `undefined` when the client cannot apply the edit (it would
   * have to create a file) or the text of an edited file is not known.
   */
  convert(
    files: readonly FileEdit[],
    from: string,
    { texts, isOneEdit = false }: ConvertOptions = {},
  ): WorkspaceEdit | undefined {
    if (files.some(({ create }) => create !== undefined) && !this.#createsFiles) return undefined;
    const isAnnotated = (file: FileEdit) => !isOneEdit && this.#isOther(file, from);
    const converted = files.map((file) => this.#file(file, isAnnotated(file), texts?.get(file.uri)));
    if (converted.includes(undefined)) return undefined;
    const changes = converted.flatMap((file) => file ?? []);
    if (!this.#client.versionedEdits) return { changes: unversioned(changes) };
    const others = files.filter(isAnnotated);
    return {
      documentChanges: changes,
      ...(this.#client.changeAnnotations &&
        others.length > 0 && { changeAnnotations: { [otherFile]: annotation(others) } }),
    };
  }

  get #createsFiles(): boolean {
    return this.#client.versionedEdits && this.#client.createsFiles;
  }

  #isOther({ uri }: FileEdit, from: string): boolean {
    return normaliseUri(uri) !== normaliseUri(from);
  }

  #file(file: FileEdit, isOther: boolean, text?: string): (CreateFile | TextDocumentEdit)[] | undefined {
    const uri = this.#documents.clientUri(file.uri);
    const annotationId = isOther && this.#client.changeAnnotations ? { annotationId: otherFile } : {};
    if (file.create !== undefined) {
      // Without options: when the file is there after all, the client refuses the whole edit.
      return [
        { kind: 'create', uri, ...annotationId },
        { textDocument: { uri, version: null }, edits: [{ ...insertion(file.create), ...annotationId }] },
      ];
    }
    const index = this.#positions.index(file.uri, text);
    if (index === undefined) return undefined;
    const edits = file.edits.map((edit): TextEdit | AnnotatedTextEdit => ({
      range: toRange(index, edit.range),
      newText: edit.newText,
      ...annotationId,
    }));
    return [{ textDocument: { uri, version: this.#workspace.version(file.uri) ?? null }, edits }];
  }
}

function insertion(newText: string): TextEdit {
  const start = { line: 0, character: 0 };
  return { range: { start, end: start }, newText };
}

function annotation(files: readonly FileEdit[]): ChangeAnnotation {
  const names = [...new Set(files.map(({ uri }) => basenameUri(uri)))].join(', ');
  return {
    label: `Change ${names}`,
    description: 'The fix belongs in another file',
    needsConfirmation: false,
  };
}

function unversioned(changes: readonly (CreateFile | TextDocumentEdit)[]): Record<string, TextEdit[]> {
  const byUri: Record<string, TextEdit[]> = {};
  for (const change of changes) {
    if (!('textDocument' in change)) continue;
    const edits = change.edits.flatMap((edit) => ('newText' in edit ? [edit] : []));
    byUri[change.textDocument.uri] = [...(byUri[change.textDocument.uri] ?? []), ...edits];
  }
  return byUri;
}
