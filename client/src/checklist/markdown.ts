/** The checklist as a Markdown document, for reviews and issues. */
import type { Place } from '../protocol';
import type { Words } from '../words';
import { type ChecklistNode, placeWords } from './node';

export interface MarkdownContext {
  readonly l10n: Words;
  /** Path of a file for people, with `/` between folders. */
  pathOf(uri: string): string;
}

/** Rows in the order of the view. Ends with a line break. */
export function checklistMarkdown(nodes: readonly ChecklistNode[], context: MarkdownContext): string {
  const targets = nodes.filter(({ targetId }) => targetId !== undefined);
  const others = nodes.filter(({ targetId }) => targetId === undefined);
  const blocks = [
    `# ${context.l10n.t('Background Modes checklist')}`,
    ...targets.flatMap((target) => section(target, context)),
    ...(others.length === 0 ? [] : [`## ${context.l10n.t('Problems')}`, list(others, '', context)]),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function section(target: ChecklistNode, context: MarkdownContext): string[] {
  const rows = target.children.length === 0 ? [] : [list(target.children, '', context)];
  return [`## ${escapeMarkdown(target.label)}`, escapeMarkdown(target.description), ...rows];
}

function list(nodes: readonly ChecklistNode[], indent: string, context: MarkdownContext): string {
  return nodes.map((node) => item(node, indent, context)).join('\n');
}

function item(node: ChecklistNode, indent: string, context: MarkdownContext): string {
  const box = node.isDone === undefined ? '' : node.isDone ? '[x] ' : '[ ] ';
  const place = node.place === undefined ? '' : ` (${link(node.place, context)})`;
  // What is nothing but the name of the place is said by the link.
  const isNamed = node.place !== undefined && node.description === placeWords(node.place);
  const words = node.description === '' || isNamed ? '' : `: ${escapeMarkdown(node.description)}`;
  const line = `${indent}- ${box}${escapeMarkdown(node.label)}${words}${place}`;
  return [line, ...node.children.map((child) => item(child, `${indent}  `, context))].join('\n');
}

function link({ uri, range }: Place, { pathOf }: MarkdownContext): string {
  const path = pathOf(uri);
  const line = range.start.line + 1;
  const target = path.split('/').map(encodeURIComponent).join('/').replace(/[()]/g, encodeBracket);
  return `[${escapeMarkdown(`${path}:${line}`)}](${target}#L${line})`;
}

function encodeBracket(bracket: string): string {
  return bracket === '(' ? '%28' : '%29';
}

/** On one line, and so that every character stands for itself. */
export function escapeMarkdown(text: string): string {
  return text
    .trim()
    .replace(/\s*[\r\n]+\s*/g, ' ')
    .replace(/[\\`*_{}[\]<>#|~&$]/g, '\\$&')
    .replace(/^([-+]|\d+[.)])(?=\s|$)/, beginning);
}

/** What would begin a list. */
function beginning(mark: string): string {
  return `${mark.slice(0, -1)}\\${mark.slice(-1)}`;
}
