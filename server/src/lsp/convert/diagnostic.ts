/** Findings to diagnostics. */
import {
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  DiagnosticTag,
} from 'vscode-languageserver';
import { ruleById } from '../../core/rules';
import { type Finding, findingCode, type Severity } from '../../core/rules/types';
import type { ClientSupport } from '../client-support';
import type { Positions } from './positions';

export const diagnosticSource = 'background-modes';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const tags = { unnecessary: DiagnosticTag.Unnecessary, deprecated: DiagnosticTag.Deprecated } as const;

/** Address of the page that explains a rule. */
export type RulePage = (rule: string) => string | undefined;

export class DiagnosticConverter {
  readonly #positions: Positions;
  readonly #client: ClientSupport;
  readonly #rulePage: RulePage;

  constructor(positions: Positions, client: ClientSupport, page: RulePage) {
    this.#positions = positions;
    this.#client = client;
    this.#rulePage = page;
  }

  /** Findings of one file. One whose text is gone (the file was deleted meanwhile) is left out. */
  convert(findings: readonly Finding[]): Diagnostic[] {
    return findings.flatMap((finding) => this.#one(finding) ?? []);
  }

  /** Address of the page that explains a rule, for clients of any kind. */
  page(rule: string): string | undefined {
    return this.#rulePage(rule);
  }

  #one(finding: Finding): Diagnostic | undefined {
    const range = this.#positions.range(finding.uri, finding.range);
    if (range === undefined) return undefined;
    const page = this.#client.codeDescription ? this.#rulePage(finding.rule) : undefined;
    const shownAs = this.#tags(finding);
    const related = this.#related(finding);
    return {
      range,
      severity: severities[finding.severity],
      code: findingCode(finding),
      source: diagnosticSource,
      message: finding.message,
      ...(page !== undefined && { codeDescription: { href: page } }),
      ...(shownAs.length > 0 && { tags: shownAs }),
      ...(related.length > 0 && { relatedInformation: related }),
    };
  }

  #tags({ rule }: Finding): DiagnosticTag[] {
    const name = ruleById(rule)?.meta.tag;
    return name !== undefined && this.#client.diagnosticTags.includes(tags[name]) ? [tags[name]] : [];
  }

  #related({ related }: Finding): DiagnosticRelatedInformation[] {
    if (!this.#client.relatedInformation) return [];
    return related.flatMap(({ uri, range, message }) => {
      const location = this.#positions.location(uri, range);
      return location ? [{ location, message }] : [];
    });
  }
}
