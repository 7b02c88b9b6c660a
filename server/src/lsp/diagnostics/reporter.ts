/** Computes reports that describe one state of the workspace. */
import type { CancellationToken } from 'vscode-languageserver';
import type { Finding } from '../../core/rules/types';
import { normaliseUri } from '../../core/uri';
import type { Workspace } from '../../core/workspace-types';
import type { DiagnosticConverter } from '../convert/diagnostic';
import { type Revision, settled } from '../sync/settled';
import type { FileReport } from './report';

export class Reporter {
  readonly #workspace: Pick<Workspace, 'findings' | 'allFindings' | 'version'>;
  readonly #converter: DiagnosticConverter;
  readonly #revision: Revision;

  constructor(
    workspace: Pick<Workspace, 'findings' | 'allFindings' | 'version'>,
    converter: DiagnosticConverter,
    revision: Revision,
  ) {
    this.#workspace = workspace;
    this.#converter = converter;
    this.#revision = revision;
  }

  /** `undefined` when the text kept changing: a later change asks again. */
  async file(uri: string, token: CancellationToken): Promise<FileReport | undefined> {
    const result = await settled(this.#revision, token, () => this.#workspace.findings(uri, token));
    return result && this.#report(normaliseUri(uri), result.value);
  }

  /** One report for each file with findings. `undefined` when the texts kept changing. */
  async all(token: CancellationToken): Promise<readonly FileReport[] | undefined> {
    const result = await settled(this.#revision, token, () => this.#workspace.allFindings(token));
    if (result === undefined) return undefined;
    const byUri = new Map<string, Finding[]>();
    for (const finding of result.value) {
      const list = byUri.get(finding.uri);
      if (list) list.push(finding);
      else byUri.set(finding.uri, [finding]);
    }
    return [...byUri].map(([uri, findings]) => this.#report(uri, findings));
  }

  /** The report of a file, by its normalised URI, that has no findings. */
  empty(uri: string): FileReport {
    return this.#report(uri, []);
  }

  #report(uri: string, findings: readonly Finding[]): FileReport {
    return {
      uri,
      version: this.#workspace.version(uri),
      diagnostics: this.#converter.convert(findings),
    };
  }
}
