import type { RuleMeta } from '../../core/rules/types';
import type { Report } from '../report';
import type { Terminal } from '../terminal';
import { githubReport } from './github';
import { jsonReport } from './json';
import { sarifReport } from './sarif';
import { textReport } from './text';
import { xcodeReport } from './xcode';

export const FORMATS = ['text', 'json', 'sarif', 'github', 'xcode'] as const;
export type Format = (typeof FORMATS)[number];

export function render(
  format: Format,
  report: Report,
  rules: readonly RuleMeta[],
  terminal: Terminal,
): string {
  switch (format) {
    case 'text':
      return textReport(report, terminal.colors, terminal.isInteractive ? terminal.columns : undefined);
    case 'json':
      return jsonReport(report);
    case 'sarif':
      return sarifReport(report, rules);
    case 'github':
      return githubReport(report);
    case 'xcode':
      return xcodeReport(report);
  }
}
