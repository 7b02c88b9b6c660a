/** Property lists for tests: plain values of parsed ones, and generated texts in many layouts. */
import fc from 'fast-check';
import { escapeXml } from '../../server/src/core/syntax/plist-text';
import type { PlistNode } from '../../server/src/core/syntax/plist-types';

export type PlainValue =
  | string
  | boolean
  | PlainValue[]
  | { kind: string; value: string }
  | Map<string, PlainValue>;

/** What a node says, without ranges. Strings and booleans as such, other scalars with their kind. */
export function plain(node: PlistNode | undefined): PlainValue | undefined {
  if (node === undefined) return undefined;
  switch (node.kind) {
    case 'dict':
      return new Map(node.entries.map((entry) => [entry.key, plain(entry.value) ?? '']));
    case 'array':
      return node.items.map((item) => plain(item) ?? '');
    case 'string':
    case 'boolean':
      return node.value;
    default:
      return { kind: node.kind, value: node.value };
  }
}

export interface Layout {
  readonly lineEnd: string;
  readonly unit: string;
  readonly comment: string;
  readonly isCompact: boolean;
  readonly bom: string;
}

export const layouts: fc.Arbitrary<Layout> = fc.record({
  lineEnd: fc.constantFrom('\n', '\r\n'),
  unit: fc.constantFrom('\t', '  ', '    ', ''),
  comment: fc.constantFrom('', '<!-- note -->', '<!-- <string>audio</string> -->', '<!-- 🎧 & < -->'),
  isCompact: fc.boolean(),
  bom: fc.constantFrom('', '\ufeff'),
});

/** Characters that XML allows and that need care: markup, blanks inside, astral ones. */
const words = fc
  .array(
    fc.constantFrom(
      'a',
      'Z',
      '0',
      '.',
      '-',
      '_',
      ' ',
      '&',
      '<',
      '>',
      '"',
      "'",
      'é',
      '🎧',
      '$(X)',
      ']]',
      '漢',
    ),
    {
      maxLength: 8,
    },
  )
  .map((characters) => characters.join(''));

export const modes = fc.constantFrom('audio', 'fetch', 'location', 'voip', 'a & b', 'remote-notification');

const modeArrays = fc.array(modes, { maxLength: 4 });

export const values: fc.Arbitrary<PlainValue> = fc.letrec<{ value: PlainValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    words,
    fc.boolean(),
    fc.integer().map((number) => ({ kind: 'integer', value: String(number) })),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.array(fc.tuple(words, tie('value')), { maxLength: 3 }).map((entries) => new Map(entries)),
  ),
})).value;

/** Root dictionaries, often with one of the two mode keys in some form. */
export const roots: fc.Arbitrary<Map<string, PlainValue>> = fc
  .tuple(
    fc.array(fc.tuple(words, values), { maxLength: 4 }),
    fc.option(fc.oneof(modeArrays, modes, fc.constant('')), { nil: undefined }),
    fc.option(modeArrays, { nil: undefined }),
  )
  .map(([entries, background, watch]) => {
    const root = new Map(entries);
    if (background !== undefined) root.set('UIBackgroundModes', background);
    if (watch !== undefined) root.set('WKBackgroundModes', watch);
    return root;
  });

export function render(root: PlainValue, layout: Layout): string {
  const head = ['<?xml version="1.0" encoding="UTF-8"?>', '<plist version="1.0">'];
  const lines = [...head, ...renderLines(root, layout), '</plist>', ''];
  return layout.bom + lines.join(layout.isCompact ? '' : layout.lineEnd);
}

function renderLines(value: PlainValue, layout: Layout): string[] {
  if (typeof value === 'string') return [`<string>${escapeXml(value)}</string>`];
  if (typeof value === 'boolean') return [value ? '<true/>' : '<false/>'];
  if (Array.isArray(value))
    return container(
      'array',
      value.map((item) => renderLines(item, layout)),
      layout,
    );
  if (!(value instanceof Map)) return [`<${value.kind}>${escapeXml(value.value)}</${value.kind}>`];
  const entries = [...value].map(([key, item]) => [
    `<key>${escapeXml(key)}</key>`,
    ...renderLines(item, layout),
  ]);
  return container('dict', entries, layout);
}

function container(name: string, children: string[][], layout: Layout): string[] {
  if (children.length === 0 && layout.comment === '') return [`<${name}/>`];
  const indent = layout.isCompact ? '' : layout.unit;
  const lines = children.flat().map((line) => indent + line);
  if (layout.comment !== '') lines.push(indent + layout.comment);
  return [`<${name}>`, ...lines, `</${name}>`];
}
