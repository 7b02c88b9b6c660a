/** Texts for people in editors: what they say, without saying in which format. */

/** A piece of a line. Strings are our own and may hold `code`; names come from projects and may hold anything. */
export type Inline =
  | string
  | { readonly kind: 'name'; readonly text: string }
  | { readonly kind: 'strong'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly uri: string };

export type Line = readonly Inline[];

export type Block =
  | { readonly kind: 'paragraph'; readonly line: Line }
  | { readonly kind: 'list'; readonly title: string; readonly lines: readonly Line[] };

export type Content = readonly Block[];

export function paragraph(...line: Line): Block {
  return { kind: 'paragraph', line };
}

/** Nothing for an empty list. */
export function list(title: string, lines: readonly Line[]): readonly Block[] {
  return lines.length === 0 ? [] : [{ kind: 'list', title, lines }];
}

export function strong(text: string): Inline {
  return { kind: 'strong', text };
}

export function link(text: string, uri: string): Inline {
  return { kind: 'link', text, uri };
}

export function toMarkdown(content: Content): string {
  return content.map(markdownBlock).join('\n\n');
}

/** The same words without marks, for clients that show texts as they come. */
export function toPlainText(content: Content): string {
  return content.map(plainBlock).join('\n\n');
}

function markdownBlock(block: Block): string {
  if (block.kind === 'paragraph') return block.line.map(markdownInline).join('');
  const items = block.lines.map((line) => `- ${line.map(markdownInline).join('')}`);
  return `**${block.title}**\n\n${items.join('\n')}`;
}

function markdownInline(inline: Inline): string {
  if (typeof inline === 'string') return inline;
  switch (inline.kind) {
    case 'name':
      return escapeMarkdown(inline.text);
    case 'strong':
      return `**${escapeMarkdown(inline.text)}**`;
    case 'link':
      return `[${escapeMarkdown(inline.text)}](${escapeAddress(inline.uri)})`;
  }
}

function plainBlock(block: Block): string {
  if (block.kind === 'paragraph') return plainLine(block.line);
  return [`${block.title}:`, ...block.lines.map((line) => `- ${plainLine(line)}`)].join('\n');
}

function plainLine(line: Line): string {
  return line.map(plainInline).join('');
}

function plainInline(inline: Inline): string {
  if (typeof inline === 'string') return inline.replaceAll('`', '');
  if (inline.kind !== 'link') return inline.text;
  // Places name themselves; an address on the web is all that can be followed.
  return inline.uri.startsWith('https:') ? `${inline.text}: ${inline.uri}` : inline.text;
}

function escapeAddress(uri: string): string {
  return uri.replaceAll('(', '%28').replaceAll(')', '%29').replaceAll(' ', '%20');
}

/** Names from projects may hold characters that mean something in Markdown. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+!|<>~]/g, '\\$&');
}
