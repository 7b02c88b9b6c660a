import { createHash } from 'node:crypto';
import type { ReportedFinding } from '../report';

/** Renamed when the way of counting changes, so that services do not compare the two. */
const NAME = 'backgroundModes/v1';

/**
 * What stays the same when lines move: the rule, the file and the text of the line; equal ones are numbered in document
 * order. The message is left out on purpose: rewording it must not make old findings new.
 */
export function fingerprints(
  findings: readonly ReportedFinding[],
): ReadonlyMap<ReportedFinding, Record<string, string>> {
  const seen = new Map<string, number>();
  const prints = new Map<ReportedFinding, Record<string, string>>();
  for (const finding of findings) {
    const line = finding.lineText.replace(/\s+/g, ' ').trim();
    const identity = JSON.stringify([finding.code, finding.place.path, line]);
    const occurrence = seen.get(identity) ?? 0;
    seen.set(identity, occurrence + 1);
    prints.set(finding, { [NAME]: digest(`${identity}:${occurrence}`) });
  }
  return prints;
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
