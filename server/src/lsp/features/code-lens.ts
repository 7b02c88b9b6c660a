/** `textDocument/codeLens` and `codeLens/resolve`. */
import {
  CancellationToken,
  type CodeLens,
  type CodeLensParams,
  CodeLensRefreshRequest,
  type Command,
  LSPErrorCodes,
  type Range,
  ResponseError,
} from 'vscode-languageserver';
import { codeLenses } from '../../core/features/code-lens';
import type { Lens } from '../../core/features/code-lens/types';
import { normaliseUri } from '../../core/uri';
import { request } from '../handlers';
import { errorText } from '../log';
import {
  type CopyParams,
  copyTextCommand,
  openCommand,
  type Place,
  type ShowPlacesParams,
  showPlacesCommand,
} from '../protocol';
import type { Services } from '../services';
import { settledOrModified } from '../sync/settled';
import type { Feature, FeatureContext } from './feature';

/** One of each connection. */
const lenses = new WeakMap<Services, CodeLenses>();

export const codeLens: Feature = {
  capabilities: () => ({ codeLensProvider: { resolveProvider: true } }),
  listen(context) {
    const { connection, logger } = context.services;
    const own = new CodeLenses(context);
    lenses.set(context.services, own);
    connection.onCodeLens(request(logger, 'codeLens', (params, token) => own.list(params, token)));
    connection.onCodeLensResolve(request(logger, 'codeLens/resolve', (lens) => own.resolve(lens)));
  },
  updated({ services }) {
    void lenses.get(services)?.refresh();
  },
};

/** Places are looked up when the lens is shown: they may lie in many files. */
interface LensData {
  readonly uri: string;
  readonly title: string;
  readonly places: Extract<Lens['action'], { kind: 'places' }>['places'];
}

/** What a client shows above a document. */
interface Shown {
  readonly version: number;
  readonly content: string;
}

class CodeLenses {
  readonly #context: FeatureContext;
  /** By normalised URI: documents that the client has asked about. */
  readonly #shown = new Map<string, Shown>();
  /** A question was not answered, because the text did not come to rest. Clients show nothing then, and do not ask again. */
  #isOwed = false;

  constructor(context: FeatureContext) {
    this.#context = context;
  }

  /** Nothing for documents that are not open. */
  async list({ textDocument }: CodeLensParams, token: CancellationToken): Promise<CodeLens[]> {
    const { documents } = this.#context.services;
    const document = documents.get(textDocument.uri);
    if (document === undefined) return [];
    const found = await this.#find(document.uri, token).catch((error: unknown) => {
      this.#isOwed ||= isModified(error);
      throw error;
    });
    this.#shown.set(normaliseUri(document.uri), {
      version: document.version,
      content: JSON.stringify(found),
    });
    return found.flatMap((lens) => this.#convert(lens, document.uri) ?? []);
  }

  resolve(lens: CodeLens): CodeLens {
    if (lens.command !== undefined || !isLensData(lens.data)) return lens;
    const { uri, title, places } = lens.data;
    const { positions } = this.#context.services;
    const found = places.flatMap((place) => positions.location(place.uri, place.range) ?? []);
    return { range: lens.range, command: { title, ...this.#showing(uri, lens.range, found) } };
  }

  /** Has the client ask again when something else than an edit of the document has changed what it shows. */
  async refresh(): Promise<void> {
    const { client, connection, logger } = this.#context.services;
    if (!client.refreshesLenses) return;
    try {
      if (!(this.#isOwed || (await this.#isStale()))) return;
      this.#isOwed = false;
      await connection.sendRequest(CodeLensRefreshRequest.type);
    } catch (error) {
      // What changed meanwhile is followed by an update of its own.
      if (!isModified(error)) logger.log('warn', errorText(error));
    }
  }

  async #isStale(): Promise<boolean> {
    const { documents } = this.#context.services;
    for (const [uri, { version, content }] of this.#shown) {
      const document = documents.get(uri);
      if (document === undefined) this.#shown.delete(uri);
      // After an edit the client asks by itself.
      else if (document.version === version) {
        const found = await this.#find(document.uri, CancellationToken.None);
        if (JSON.stringify(found) !== content) return true;
      }
    }
    return false;
  }

  #find(uri: string, token: CancellationToken): Promise<readonly Lens[]> {
    const { services, loop } = this.#context;
    const { revision, workspace, preferences } = services;
    return settledOrModified(revision, token, async () => {
      // What is found is as fresh as the findings: the file's uses are known, and others' as far as they are read.
      const findings = await workspace.findings(uri, token);
      const found = await codeLenses({
        uri: normaliseUri(uri),
        unit: await workspace.unit(uri),
        findings,
        owners: () => workspace.targetsOf(uri),
        models: () => workspace.targets(),
        isLoading: loop.isLoading,
      });
      return found.filter(({ kind, action }) => preferences.lenses.has(kind) && this.#isUsable(action));
    });
  }

  /** There is nothing to read in a lens that only copies. */
  #isUsable({ kind }: Lens['action']): boolean {
    return kind !== 'copy' || this.#context.services.client.hasCommands;
  }

  #convert({ range: offsets, title, action }: Lens, uri: string): CodeLens | undefined {
    const range = this.#context.services.positions.range(uri, offsets);
    if (range === undefined) return undefined;
    switch (action.kind) {
      case 'places': {
        const data: LensData = { uri, title, places: action.places };
        return { range, data };
      }
      case 'copy': {
        const params: CopyParams = { text: action.text, simulation: action.simulation };
        return { range, command: { title, command: copyTextCommand, arguments: [params] } };
      }
      case 'page':
        return { range, command: { title, ...this.#opening({ uri: action.url, external: true }) } };
      case 'none':
        return { range, command: { title, ...noCommand } };
    }
  }

  #showing(uri: string, { start }: Range, places: readonly Place[]): Omit<Command, 'title'> {
    const [first] = places;
    if (first === undefined) return noCommand;
    if (!this.#context.services.client.hasCommands) {
      return this.#opening({ uri: first.uri, selection: first.range, takeFocus: true });
    }
    const params: ShowPlacesParams = { uri, position: start, places };
    return { command: showPlacesCommand, arguments: [params] };
  }

  #opening(params: object): Omit<Command, 'title'> {
    const { client } = this.#context.services;
    return client.showsDocuments ? { command: openCommand, arguments: [params] } : noCommand;
  }
}

function isModified(error: unknown): boolean {
  return error instanceof ResponseError && error.code === LSPErrorCodes.ContentModified;
}

/** Editors show the title, and do nothing. */
const noCommand: Omit<Command, 'title'> = { command: '' };

/** What came back from the client is checked: it may be of another server. */
function isLensData(data: unknown): data is LensData {
  if (typeof data !== 'object' || data === null) return false;
  const { uri, title, places } = data as Partial<Record<keyof LensData, unknown>>;
  return (
    typeof uri === 'string' && typeof title === 'string' && Array.isArray(places) && places.every(isFilePlace)
  );
}

function isFilePlace(place: unknown): boolean {
  if (typeof place !== 'object' || place === null) return false;
  const { uri, range } = place as Partial<Record<'uri' | 'range', unknown>>;
  if (typeof uri !== 'string' || typeof range !== 'object' || range === null) return false;
  const { start, end } = range as Partial<Record<'start' | 'end', unknown>>;
  return typeof start === 'number' && typeof end === 'number';
}
