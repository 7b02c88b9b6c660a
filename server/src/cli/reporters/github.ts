import type { Severity } from '../../core/rules/types';
import type { Report, ReportedFinding } from '../report';

/**
 * Workflow commands, which GitHub Actions turns into annotations.
 * Source: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function githubReport({ findings }: Report): string {
  return findings.map((finding) => `${annotation(finding)}\n`).join('');
}

function annotation({ finding, code, place }: ReportedFinding): string {
  const isOneLine = place.start.line === place.end.line;
  const properties = {
    file: place.path,
    line: String(place.start.line),
    endLine: String(place.end.line),
    // Columns of a range over several lines are refused. The end is inclusive here.
    ...(isOneLine && {
      col: String(place.start.column),
      endColumn: String(Math.max(place.start.column, place.end.column - 1)),
    }),
    title: code,
  };
  const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(value)}`);
  return `::${command(finding.severity)} ${list.join(',')}::${escapeMessage(finding.message)}`;
}

function command(severity: Severity): string {
  return severity === 'error' || severity === 'warning' ? severity : 'notice';
}

function escapeMessage(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
