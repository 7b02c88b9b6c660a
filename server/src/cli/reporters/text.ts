/** For people, in the layout of ESLint's "stylish": one block a file, aligned columns, a summary. */
import type { Severity } from '../../core/rules/types';
import type { Report, ReportedFinding } from '../report';
import { SEVERITIES } from '../severities';
import type { Colors } from '../terminal';
import { wrap } from '../wrap';

/** Codes stand in one column as long as messages are no longer than this. */
const MAX_PADDING = 80;

/** Empty without findings. Messages are broken at `columns`, or not at all where lines are read by programs. */
export function textReport({ findings }: Report, colors: Colors, columns = Number.POSITIVE_INFINITY): string {
  if (findings.length === 0) return '';
  const blocks = [...groupByPath(findings)].map(([path, group]) => block(path, group, colors, columns));
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

interface Widths {
  readonly position: number;
  readonly severity: number;
  readonly message: number;
  /** Of the whole line. */
  readonly columns: number;
}

function block(path: string, findings: readonly ReportedFinding[], colors: Colors, columns: number): string {
  const widths = {
    position: longest(findings.map(position)),
    severity: longest(findings.map(({ finding }) => finding.severity)),
    message: Math.min(MAX_PADDING, longest(findings.map(({ finding }) => finding.message))),
    columns,
  };
  return [colors.underline(path), ...findings.flatMap((finding) => rows(finding, widths, colors))].join('\n');
}

function rows(reported: ReportedFinding, widths: Widths, colors: Colors): string[] {
  const { severity } = reported.finding;
  const place = colors.dim(position(reported).padStart(widths.position));
  const label = colorOf(severity, colors)(severity.padEnd(widths.severity));
  const indent = ' '.repeat(2 + widths.position + 2 + widths.severity + 2);
  const related = reported.related.map((one) => colors.dim(relatedLine(one)));
  const [first = '', ...rest] = [...messageRows(reported, widths, indent.length, colors), ...related];
  return [`  ${place}  ${label}  ${first}`, ...rest.map((line) => indent + line)];
}

/** The message with the code behind it, or below it where the line is too short for both. */
function messageRows(
  { finding, code }: ReportedFinding,
  widths: Widths,
  indent: number,
  colors: Colors,
): string[] {
  const message = finding.message.padEnd(widths.message);
  if (indent + message.length + 2 + code.length <= widths.columns) return [`${message}  ${colors.dim(code)}`];
  return [...wrap(finding.message, widths.columns - indent).split('\n'), colors.dim(code)];
}

function relatedLine({ place, message }: ReportedFinding['related'][number]): string {
  return `${place.path}:${place.start.line}:${place.start.column}: ${message}`;
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
