import { manifest } from '../../manifest';
import type { Report, ReportedFinding, ReportedFix } from '../report';
import { SEVERITIES } from '../severities';

/** Raised when a field changes its meaning or goes; new fields do not raise it. */
const FORMAT_VERSION = 1;

/** Lines and columns count from 1, columns in UTF-16 code units; ends are exclusive; paths as in the text report. */
export function jsonReport({ findings, problems }: Report): string {
  const report = {
    formatVersion: FORMAT_VERSION,
    tool: { name: manifest.name, version: manifest.version },
    summary: Object.fromEntries(
      SEVERITIES.map((severity) => [
        severity,
        findings.filter(({ finding }) => finding.severity === severity).length,
      ]),
    ),
    findings: findings.map(jsonFinding),
    problems: problems.map(({ path, message }) => ({ file: path, message })),
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

function jsonFinding({ finding, code, place, related, fixes }: ReportedFinding) {
  return {
    code,
    rule: finding.rule,
    entry: finding.entry ?? null,
    severity: finding.severity,
    message: finding.message,
    file: place.path,
    start: place.start,
    end: place.end,
    target: finding.target ?? null,
    related: related.map((one) => ({
      message: one.message,
      file: one.place.path,
      start: one.place.start,
      end: one.place.end,
    })),
    fixes: fixes.map(jsonFix),
  };
}

function jsonFix({ title, isPreferred, files }: ReportedFix) {
  return {
    title,
    isPreferred,
    files: files.map(({ path, isNew, replacements }) => ({ file: path, isNew, replacements })),
  };
}
