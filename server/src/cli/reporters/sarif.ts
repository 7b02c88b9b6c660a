/**
 * SARIF 2.1.0, for code scanning services and viewers.
 * Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
import type { ArtifactLocation, Fix, Location, Log, Notification, Region, Result, Run } from 'sarif';
import type { RuleMeta } from '../../core/rules/types';
import { manifest } from '../../manifest';
import {
  type Region as PlaceRegion,
  type Report,
  type ReportedFinding,
  type ReportedFix,
  uriBelow,
} from '../report';
import { fingerprints } from './sarif-fingerprints';
import { sarifLevel, sarifRule } from './sarif-rules';

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';
const BASE_ID = '%SRCROOT%';

export function sarifReport(report: Report, rules: readonly RuleMeta[]): string {
  const log: Log = { $schema: SCHEMA, version: '2.1.0', runs: [sarifRun(report, rules)] };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function sarifRun(report: Report, rules: readonly RuleMeta[]): Run {
  const { baseUri, findings, problems } = report;
  const sorted = rules.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const indexes = new Map(sorted.map(({ id }, index) => [id, index]));
  const prints = fingerprints(findings);
  return {
    tool: {
      driver: {
        name: manifest.name,
        fullName: manifest.displayName,
        version: manifest.version,
        semanticVersion: manifest.version,
        ...(manifest.homepage !== undefined && { informationUri: manifest.homepage }),
        rules: sorted.map(sarifRule),
      },
    },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { [BASE_ID]: { uri: `${baseUri.replace(/\/$/, '')}/` } },
    invocations: [
      {
        executionSuccessful: true,
        toolExecutionNotifications: problems.map((problem) => notification(baseUri, problem)),
      },
    ],
    results: findings.map((finding) => ({
      ...result(baseUri, finding, indexes.get(finding.finding.rule)),
      partialFingerprints: prints.get(finding) ?? {},
    })),
  };
}

function result(baseUri: string, reported: ReportedFinding, ruleIndex: number | undefined): Result {
  const { finding, code, place, related, fixes } = reported;
  const changes = fixes.map((fix) => sarifFix(baseUri, fix)).filter((fix) => fix.artifactChanges.length > 0);
  return {
    ruleId: code,
    ...(ruleIndex !== undefined && { ruleIndex }),
    level: sarifLevel(finding.severity),
    message: { text: finding.message },
    locations: [location(baseUri, place.uri, place)],
    ...(related.length > 0 && {
      relatedLocations: related.map((one, id) => ({
        id,
        ...location(baseUri, one.place.uri, one.place),
        message: { text: one.message },
      })),
    }),
    ...(changes.length > 0 && { fixes: changes }),
    ...(finding.target !== undefined && { properties: { target: finding.target } }),
  };
}

function sarifFix(baseUri: string, { title, files }: ReportedFix): Fix {
  const changed = files.filter(({ replacements }) => replacements.length > 0);
  return {
    description: { text: title },
    artifactChanges: changed.map(({ uri, replacements }) => ({
      artifactLocation: artifact(baseUri, uri),
      replacements: replacements.map((replacement) => ({
        deletedRegion: region(replacement),
        insertedContent: { text: replacement.newText },
      })),
    })),
  };
}

function notification(baseUri: string, problem: Report['problems'][number]): Notification {
  return {
    level: 'warning',
    message: { text: problem.message },
    locations: [{ physicalLocation: { artifactLocation: artifact(baseUri, problem.uri) } }],
  };
}

function location(baseUri: string, uri: string, place: PlaceRegion): Location {
  return { physicalLocation: { artifactLocation: artifact(baseUri, uri), region: region(place) } };
}

/** Relative to the working directory; files elsewhere keep their whole URI. */
function artifact(baseUri: string, uri: string): ArtifactLocation {
  const relative = uriBelow(baseUri, uri);
  return relative === undefined ? { uri } : { uri: relative, uriBaseId: BASE_ID };
}

function region({ start, end }: PlaceRegion): Region {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}
