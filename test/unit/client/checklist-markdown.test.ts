import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checklistMarkdown, escapeMarkdown } from '../../../client/src/checklist/markdown';
import { capability, english, finding, identifier, place, rows, target } from './support/checklists';

const pathOf = (uri: string) => decodeURIComponent(uri.replace('file:///app/', ''));
const context = { l10n: english, pathOf };

describe('the exported checklist', () => {
  it('has a heading for each target, a box for each item, and links to places', () => {
    const nodes = rows(
      {
        targets: [
          target({
            capabilities: [
              capability('audio', {
                label: 'Audio',
                status: 'missing',
                state: 'missing',
                place: place('file:///app/My%20App/Player%20(old).swift', 6),
                findings: [finding('Playback stops')],
                uses: [{ ...place('file:///app/Player.swift', 6), label: 'shared' }],
              }),
              capability('fetch', { label: 'Background fetch' }),
              capability('voip', { label: 'Voice over IP', state: 'not-needed', status: 'not-needed' }),
            ],
            identifiers: [identifier('com.example.refresh')],
            steps: ['device', 'force-quit'].map((id) => ({ id, title: id, how: '', links: [] })),
          }),
          target({ id: 't2', name: 'Empty', platforms: [] }),
        ],
        problems: [{ uri: 'file:///app/project.yml', message: 'Not readable' }],
      },
      ['t1#step/force-quit'],
    );
    expect(checklistMarkdown(nodes, context)).toBe(`# Background Modes checklist

## Player

1 of 3 done, 1 missing · app, iOS 16.0

- [ ] Audio: missing ([My App/Player (old).swift:7](My%20App/Player%20%28old%29.swift#L7))
  - [ ] Playback stops ([Player.swift:7](Player.swift#L7))
  - shared ([Player.swift:7](Player.swift#L7))
- [x] Background fetch: done
- Task identifiers: 0 of 1 done
  - [ ] com.example.refresh: to be checked by hand ([Info.plist:9](Info.plist#L9))
- To be tested by hand: 1 of 2 done
  - [ ] device
  - [x] force-quit
- Not needed: 1
  - Voice over IP: not needed

## Empty

app

## Problems

- Not readable: project.yml ([project.yml:1](project.yml#L1))
`);
  });

  it('lets every character of a text stand for itself', () => {
    expect(escapeMarkdown('a*b_c `d` [e](f) <g> # h | $(X) &amp; \\')).toBe(
      'a\\*b\\_c \\`d\\` \\[e\\](f) \\<g\\> \\# h \\| \\$(X) \\&amp; \\\\',
    );
    expect(escapeMarkdown('- one')).toBe('\\- one');
    expect(escapeMarkdown('12. two')).toBe('12\\. two');
    expect(escapeMarkdown(' three\r\n  four\n')).toBe('three four');
  });

  it('loses nothing of a text but its line breaks', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const escaped = escapeMarkdown(text);
        expect(escaped).not.toMatch(/[\r\n]/);
        const plain = escaped.replace(/\\([\\`*_{}[\]<>#|~&$+.)-])/g, '$1');
        expect(plain).toBe(text.trim().replace(/\s*[\r\n]+\s*/g, ' '));
      }),
    );
  });
});
