/** For people, in the layout of ESLint's "stylish": one block a file, aligned columns, a summary. */
import type { Severity } from '../../core/rules/types';
import type { Report, ReportedFinding } from '../report';
import { SEVERITIES } from '../severities';
import type { Colors } from '../terminal';

/** Empty without findings. */
export function textReport({ findings }: Report, colors: Colors): string {
  if (findings.length === 0) return '';
  const blocks = [...groupByPath(findings)].map(([path, group]) => block(path, group, colors));
  return `\n${blocks.join('\n\n')}\n\n${summary(findings, colors)}\n`;
}

function groupByPath(findings: readonly ReportedFinding[]): Map<string, ReportedFinding[]> {
  const groups = new Map<string, ReportedFinding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.place.path);
    if (group === undefined) groups.set(finding.place.path, [finding]);
    else group.push(finding);
  }
  return groups;
}

function block(path: string, findings: readonly ReportedFinding[], colors: Colors): string {
  const positionWidth = longest(findings.map(position));
  const severityWidth = longest(findings.map(({ finding }) => finding.severity));
  const messageWidth = longest(findings.map(({ finding }) => finding.message));
  const lines = findings.flatMap((reported) => {
    const { severity, message } = reported.finding;
    const columns = [
      colors.dim(position(reported).padStart(positionWidth)),
      colorOf(severity, colors)(severity.padEnd(severityWidth)),
      message.padEnd(messageWidth),
      colors.dim(reported.code),
    ];
    const indent = ' '.repeat(positionWidth + severityWidth + 6);
    return [`  ${columns.join('  ')}`, ...relatedLines(reported, indent, colors)];
  });
  return [colors.underline(path), ...lines].join('\n');
}

function relatedLines({ related }: ReportedFinding, indent: string, colors: Colors): string[] {
  return related.map(({ place, message }) =>
    colors.dim(`${indent}${place.path}:${place.start.line}:${place.start.column}: ${message}`),
  );
}

function position({ place }: ReportedFinding): string {
  return `${place.start.line}:${place.start.column}`;
}

function summary(findings: readonly ReportedFinding[], colors: Colors): string {
  const counts = SEVERITIES.map((severity) => ({
    severity,
    count: findings.filter(({ finding }) => finding.severity === severity).length,
  })).filter(({ count }) => count > 0);
  const parts = counts.map(({ severity, count }) => plural(count, severity));
  const color = colorOf(counts[0]?.severity ?? 'hint', colors);
  return color(colors.bold(`✖ ${plural(findings.length, 'problem')} (${parts.join(', ')})`));
}

function plural(count: number, noun: string): string {
  const hasPlural = noun !== 'information';
  return `${count} ${noun}${hasPlural && count !== 1 ? 's' : ''}`;
}

function colorOf(severity: Severity, colors: Colors): (text: string) => string {
  if (severity === 'error') return colors.red;
  return severity === 'warning' ? colors.yellow : colors.cyan;
}

function longest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => text.length));
}
