import { URI } from 'vscode-uri';
import type { Severity } from '../../core/rules/types';
import type { Place, Report, ReportedFinding } from '../report';

/**
 * Lines that Xcode shows in the editor when a build phase prints them. It wants absolute paths; notes belong to the
 * line before them. Columns count from 1.
 * Source: https://developer.apple.com/documentation/xcode/running-custom-scripts-during-a-build
 */
export function xcodeReport({ findings }: Report): string {
  return findings.flatMap(lines).join('');
}

function lines({ finding, code, place, related }: ReportedFinding): string[] {
  return [
    line(place, kind(finding.severity), `${finding.message} [${code}]`),
    ...related.map((other) => line(other.place, 'note', other.message)),
  ];
}

function line({ uri, start }: Place, kind: string, message: string): string {
  const text = message.replace(/\s*[\r\n]+\s*/g, ' ');
  return `${URI.parse(uri).fsPath}:${start.line}:${start.column}: ${kind}: ${text}\n`;
}

function kind(severity: Severity): 'error' | 'warning' | 'note' {
  return severity === 'error' || severity === 'warning' ? severity : 'note';
}
