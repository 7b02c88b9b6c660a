import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completionsAt } from '../../../../server/src/core/features/completion/completion';
import { plistCompletions } from '../../../../server/src/core/features/completion/plist';
import { plistPosition } from '../../../../server/src/core/features/completion/plist-position';
import type {
  CompletionOffer,
  CompletionRequest,
} from '../../../../server/src/core/features/completion/types';
import { hoverAt } from '../../../../server/src/core/features/hover/hover';
import type { PlistUnit } from '../../../../server/src/core/rules/context';
import { parsePlist } from '../../../../server/src/core/syntax/plist';
import { applyEdits } from '../../../../server/src/core/text';
import { createWorkspace } from '../../../../server/src/core/workspace';
import { namedExamples, withoutMarks } from '../../../support/examples';
import { memoryHost } from '../../../support/memory-fs';

const files = namedExamples.flatMap(({ example }) => Object.entries(withoutMarks(example.files)));
const plists = [
  ...new Set(files.filter(([path]) => /\.(plist|entitlements)$/.test(path)).map(([, text]) => text)),
];
const others = files.filter(([path]) => /\.(swift|m|yml|json)$/.test(path));

function plistUnit(text: string): PlistUnit {
  return { kind: 'plist', uri: 'file:///ws/Info.plist', text, role: 'info', document: parsePlist(text) };
}

function offersIn(text: string, offset: number): Promise<readonly CompletionOffer[]> {
  const unit = plistUnit(text);
  const request: CompletionRequest = {
    uri: unit.uri,
    text,
    offset,
    unit,
    targets: async () => [],
    findings: async () => [],
  };
  return plistCompletions(unit, request);
}

function taken(text: string, { range, newText }: CompletionOffer): string {
  return applyEdits(text, [{ range, newText }]);
}

function isOnOneLine(text: string, { range }: CompletionOffer): boolean {
  return !/[\r\n]/.test(text.slice(range.start, range.end));
}

const plist = fc.constantFrom(...plists);
const steps = 9999;
/** As a part of the length of a text. */
const place = fc.nat(steps).map((step) => step / steps);
/** Takes something out, puts something in. */
const damage = fc.record({
  at: place,
  length: fc.nat(12),
  text: fc.constantFrom(
    '',
    '<',
    '>',
    '</',
    '<string>',
    '</array>',
    '<key>',
    '<!--',
    '"',
    '&',
    '<dict>',
    '\r\n',
    '🎧',
  ),
});

function damaged(
  text: string,
  { at, length, text: put }: { at: number; length: number; text: string },
): string {
  const start = Math.floor(at * text.length);
  return text.slice(0, start) + put + text.slice(start + length);
}

describe('completion in property lists', () => {
  it('keeps a well-formed list well-formed, wherever an offer is taken', async () => {
    let taking = 0;
    await fc.assert(
      fc.asyncProperty(plist, place, async (text, at) => {
        fc.pre(parsePlist(text).problems.length === 0);
        const offset = Math.floor(at * (text.length + 1));
        for (const offer of await offersIn(text, offset)) {
          taking++;
          expect(parsePlist(taken(text, offer)).problems, JSON.stringify(offer)).toEqual([]);
        }
      }),
      { numRuns: 600 },
    );
    expect(taking).toBeGreaterThan(300);
  });

  it('does not offer again what has been taken', async () => {
    const list = /<key>UIBackgroundModes<\/key>\s*<array>/;
    const lists = plists.filter((text) => list.test(text) && parsePlist(text).problems.length === 0);
    expect(lists.length).toBeGreaterThan(10);
    for (let text of lists.slice(0, 30)) {
      const seen: string[] = [];
      for (;;) {
        const offset = text.indexOf('</array>', text.search(list));
        const [offer] = await offersIn(text, offset);
        if (offer === undefined) break;
        expect(seen).not.toContain(offer.label);
        seen.push(offer.label);
        text = taken(text, offer);
      }
      expect(seen.length).toBeLessThan(16);
    }
  });

  it('never fails in damaged ones, and replaces no more than a part of the line', async () => {
    await fc.assert(
      fc.asyncProperty(
        plist,
        fc.array(damage, { minLength: 1, maxLength: 4 }),
        place,
        async (text, damages, at) => {
          const broken = damages.reduce(damaged, text);
          const offset = Math.floor(at * (broken.length + 1));
          for (const offer of await offersIn(broken, offset)) {
            expect(offer.range.start).toBeLessThanOrEqual(offset);
            expect(offer.range.end).toBeGreaterThanOrEqual(offset);
            expect(isOnOneLine(broken, offer)).toBe(true);
          }
        },
      ),
      { numRuns: 600 },
    );
  });

  it('finds a place at every offset of a list without failing', () => {
    for (const text of plists.slice(0, 40))
      for (let offset = 0; offset <= text.length; offset++) plistPosition(text, offset);
  });
});

describe('completion and hovers', () => {
  it('never fail at any place of any example, whole or damaged', async () => {
    const host = memoryHost({});
    const workspace = createWorkspace(host);
    workspace.setFolders(['file:///ws']);
    await workspace.load();
    let version = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...others),
        fc.option(damage),
        fc.array(place, { minLength: 8, maxLength: 8 }),
        async ([path, text], harm, places) => {
          const uri = host.uri(`/ws/${path}`);
          const broken = harm === null ? text : damaged(text, harm);
          workspace.didOpen(uri, ++version, broken);
          const unit = await workspace.unit(uri);
          const targets = await workspace.targetsOf(uri);
          for (const at of places) {
            const offset = Math.floor(at * (broken.length + 1));
            const shown = { uri, text: broken, offset, unit, targets, folders: [], page: () => undefined };
            const hover = hoverAt(shown);
            if (hover !== undefined) expect(hover.range.end).toBeGreaterThanOrEqual(hover.range.start);
            const offers = await completionsAt({
              uri,
              text: broken,
              offset,
              unit,
              targets: async () => targets,
              findings: async () => [],
            });
            for (const offer of offers) {
              expect(isOnOneLine(broken, offer)).toBe(true);
              expect(offer.range.start <= offset && offset <= offer.range.end).toBe(true);
            }
          }
          workspace.didClose(uri);
        },
      ),
      { numRuns: 80 },
    );
    workspace.dispose();
  }, 60_000);
});
