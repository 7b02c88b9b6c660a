import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePlist } from '../../../server/src/core/syntax/plist';
import { applyEdits } from '../../../server/src/core/text';
import { layouts, plain, render, roots } from '../../support/plist';

/** The text after the first problem was repaired; `undefined` when it has no repair. */
function repaired(text: string): string | undefined {
  const repair = parsePlist(text).problems[0]?.repair;
  return repair && applyEdits(text, [repair]);
}

describe('the repair of a problem', () => {
  it.each([
    ['<string>a & b</string>', '<string>a &amp; b</string>'],
    ['<string>a &foo; b</string>', '<string>a &amp;foo; b</string>'],
    ['<string>a < b</string>', '<string>a &lt; b</string>'],
    ['<string>a</key>', '<string>a</string>'],
    ['<string>a</string', '<string>a</string>'],
    ['<string>a\n', '<string>a</string>\n'],
  ])('makes %j %j', (value, wanted) => {
    const around = (text: string) => `<plist><dict><key>A</key>${text}<key>B</key><true/></dict></plist>`;
    expect(repaired(around(value))).toBe(around(wanted));
    expect(parsePlist(around(wanted)).problems).toEqual([]);
  });

  it('is missing where nobody knows where a container was to end', () => {
    expect(repaired('<plist><dict><key>A</key><array><string>a</string></dict></plist>')).toBeUndefined();
  });

  it('gives back what was taken away, in every layout', () => {
    fc.assert(
      fc.property(roots, layouts, fc.nat(), (root, layout, choice) => {
        const text = render(root, { ...layout, comment: '' });
        const tags = [...text.matchAll(/<\/(?:string|key|integer)>/g)];
        const tag = tags[choice % Math.max(tags.length, 1)];
        fc.pre(tag !== undefined);
        const at = tag?.index ?? 0;
        const broken = text.slice(0, at) + text.slice(at + (tag?.[0].length ?? 0));
        const once = repaired(broken);
        expect(parsePlist(broken).problems.length).toBeGreaterThan(0);
        const after = parsePlist(once ?? '');
        expect(after.problems).toEqual([]);
        // Blanks at the end of the text are not told from those behind it.
        const trimmed = (node: typeof after.root) => JSON.stringify(node && shape(plain(node)));
        expect(trimmed(after.root)).toBe(trimmed(parsePlist(text).root));
      }),
    );
  });
});

function shape(value: unknown): unknown {
  if (typeof value === 'string') return value.trimEnd();
  if (Array.isArray(value)) return value.map(shape);
  if (value instanceof Map) return [...value].map(([key, inner]) => [String(key).trimEnd(), shape(inner)]);
  return value;
}
