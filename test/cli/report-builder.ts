/** Reports for reporter tests, made from texts and the passages in them that findings point at. */
import { Locator, type Report } from '../../server/src/cli/report';
import type { Finding, Fix, Severity } from '../../server/src/core/rules/types';
import type { TextRange } from '../../server/src/core/text';

export const BASE = 'file:///work%20space/app';

export interface FindingSeed {
  readonly path: string;
  /** The finding lies at its first occurrence. */
  readonly at: string;
  readonly rule?: string;
  readonly entry?: string;
  readonly severity?: Severity;
  readonly message?: string;
  readonly related?: readonly { path: string; at: string; message: string }[];
  readonly fixes?: readonly Fix[];
}

export function uriOf(path: string): string {
  return `${BASE}/${path.split('/').map(encodeURIComponent).join('/')}`;
}

export function rangeOf(text: string, at: string): TextRange {
  const start = text.indexOf(at);
  if (start < 0) throw new Error(`${at} is not in the text`);
  return { start, end: start + at.length };
}

export function reportOf(files: Readonly<Record<string, string>>, seeds: readonly FindingSeed[]): Report {
  const texts = new Map(Object.entries(files).map(([path, text]) => [uriOf(path), text]));
  const locator = new Locator(BASE, (uri) => texts.get(uri));
  const place = (path: string, at: string) => ({ uri: uriOf(path), range: rangeOf(files[path] ?? '', at) });
  const findings = seeds.map(
    (seed): Finding => ({
      rule: seed.rule ?? 'missing-background-mode',
      entry: seed.entry,
      severity: seed.severity ?? 'warning',
      message: seed.message ?? 'The mode is missing; playback stops in the background',
      related: (seed.related ?? []).map(({ path, at, message }) => ({ ...place(path, at), message })),
      fixes: seed.fixes ?? [],
      target: undefined,
      ...place(seed.path, seed.at),
    }),
  );
  return { baseUri: BASE, findings: findings.map((finding) => locator.finding(finding)), problems: [] };
}
