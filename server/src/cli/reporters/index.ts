import type { RuleMeta } from '../../core/rules/types';
import type { Report } from '../report';
import type { Colors } from '../terminal';
import { githubReport } from './github';
import { jsonReport } from './json';
import { sarifReport } from './sarif';
import { textReport } from './text';

export const FORMATS = ['text', 'json', 'sarif', 'github'] as const;
export type Format = (typeof FORMATS)[number];

export function render(format: Format, report: Report, rules: readonly RuleMeta[], colors: Colors): string {
  switch (format) {
    case 'text':
      return textReport(report, colors);
    case 'json':
      return jsonReport(report);
    case 'sarif':
      return sarifReport(report, rules);
    case 'github':
      return githubReport(report);
  }
}
