/** Findings to diagnostics. */
import {
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  DiagnosticTag,
} from 'vscode-languageserver';
import { type Finding, findingCode, type Severity } from '../../core/rules/types';
import { rulePage } from '../../manifest';
import type { ClientSupport } from '../client-support';
import type { Positions } from './positions';

export const diagnosticSource = 'background-modes';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** Rules whose findings cover text that does nothing: editors show it faded. */
const unnecessaryRules: ReadonlySet<string> = new Set(['unused-background-mode']);

export class DiagnosticConverter {
  readonly #positions: Positions;
  readonly #client: ClientSupport;

  constructor(positions: Positions, client: ClientSupport) {
    this.#positions = positions;
    this.#client = client;
  }

  /** Findings of one file. One whose text is gone (the file was deleted meanwhile) is left out. */
  convert(findings: readonly Finding[]): Diagnostic[] {
    return findings.flatMap((finding) => this.#one(finding) ?? []);
  }

  #one(finding: Finding): Diagnostic | undefined {
    const range = this.#positions.range(finding.uri, finding.range);
    if (range === undefined) return undefined;
    const page = this.#client.codeDescription ? rulePage(finding.rule) : undefined;
    const tags = this.#tags(finding);
    const related = this.#related(finding);
    return {
      range,
      severity: severities[finding.severity],
      code: findingCode(finding),
      source: diagnosticSource,
      message: finding.message,
      ...(page !== undefined && { codeDescription: { href: page } }),
      ...(tags.length > 0 && { tags }),
      ...(related.length > 0 && { relatedInformation: related }),
    };
  }

  #tags({ rule }: Finding): DiagnosticTag[] {
    const tag = DiagnosticTag.Unnecessary;
    return unnecessaryRules.has(rule) && this.#client.diagnosticTags.includes(tag) ? [tag] : [];
  }

  #related({ related }: Finding): DiagnosticRelatedInformation[] {
    if (!this.#client.relatedInformation) return [];
    return related.flatMap(({ uri, range, message }) => {
      const location = this.#positions.location(uri, range);
      return location ? [{ location, message }] : [];
    });
  }
}
