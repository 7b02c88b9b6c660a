/** String literals, with their escapes decoded and their interpolations lowered. */
import type { SyntaxNode } from '../../syntax/swift-tree';
import type { TextRange } from '../../text';
import type { Expr, LiteralExpr } from '../ir';
import { splitAtCommas } from './collections';
import { lowerExprs } from './expressions';
import { type Lowering, rangeOf, unknownExpr } from './lowering';

const INTERPOLATION_STARTS: ReadonlySet<string> = new Set([
  'interpolated_expression',
  'raw_str_interpolation',
]);

/** How the literal is delimited. */
interface Delimiters {
  readonly pounds: number;
  readonly isMultiline: boolean;
}

export function lowerString(lowering: Lowering, node: SyntaxNode): LiteralExpr {
  const text = lowering.text(node);
  const pounds = /^#*/.exec(text)?.[0].length ?? 0;
  const isMultiline = text.startsWith('"""', pounds);
  const parts = stringParts(lowering, node, { pounds, isMultiline });
  const hasExprs = parts.some((part) => typeof part !== 'string');
  return {
    kind: 'literal',
    type: 'string',
    value: hasExprs ? '' : parts.join(''),
    parts: hasExprs ? parts : undefined,
    range: rangeOf(node),
  };
}

function stringParts(lowering: Lowering, node: SyntaxNode, delimiters: Delimiters): (string | Expr)[] {
  const { pounds, isMultiline } = delimiters;
  const quotes = pounds + (isMultiline ? 3 : 1);
  const indent = isMultiline ? closingIndent(lowering, node, quotes) : '';
  const parts: (string | Expr)[] = [];
  let position = node.start + quotes;
  const addText = (end: number) => {
    const isFirst = position === node.start + quotes;
    const isLast = end === node.end - quotes;
    const raw = lowering.text({ start: position, end: Math.max(position, end) });
    const value = decodeEscapes(isMultiline ? unindent(raw, indent, isFirst, isLast) : raw, pounds);
    if (value !== '') parts.push(value);
  };
  for (const [index, child] of node.children.entries()) {
    if (!INTERPOLATION_STARTS.has(child.type)) continue;
    const before = node.children[index - 1];
    const isRaw = child.type === 'raw_str_interpolation';
    // Arguments behind a comma belong to the interpolation before.
    if (!isRaw && before?.type === ',') continue;
    addText(isRaw ? child.start : (before?.start ?? child.start));
    parts.push(interpolation(lowering, isRaw ? child.children : argumentsFrom(node.children, index)));
    position = isRaw ? child.end : closingParen(node.children, index);
  }
  addText(Math.max(position, node.end - quotes));
  return parts;
}

function argumentsFrom(nodes: readonly SyntaxNode[], first: number): readonly SyntaxNode[] {
  const close = nodes.findIndex((node, index) => index >= first && node.type === ')');
  return nodes.slice(first, close < 0 ? nodes.length : close);
}

function closingParen(nodes: readonly SyntaxNode[], first: number): number {
  const close = nodes.find((node, index) => index >= first && node.type === ')');
  return (close ?? nodes[first])?.end ?? 0;
}

/** `\(x)` is x; with labels or several arguments its text is unknown. */
function interpolation(lowering: Lowering, nodes: readonly SyntaxNode[]): Expr {
  const values = splitAtCommas(
    nodes.filter((node) => node.type === 'interpolated_expression' || node.type === ','),
  );
  const exprs = values.flat().map((value) => {
    const isLabelled = value.children[1]?.type === ':';
    return { isLabelled, expr: lowerExprs(lowering, value.children.slice(isLabelled ? 2 : 0), value.end) };
  });
  const [only] = exprs;
  if (exprs.length === 1 && only !== undefined && !only.isLabelled) return only.expr;
  const range: TextRange = { start: nodes[0]?.start ?? 0, end: nodes.at(-1)?.end ?? 0 };
  return unknownExpr(
    range,
    exprs.map(({ expr }) => expr),
  );
}

/** Blanks in front of the closing quotes, which are taken off every line. */
function closingIndent(lowering: Lowering, node: SyntaxNode, quotes: number): string {
  const text = lowering.text({ start: node.start, end: Math.max(node.start, node.end - quotes) });
  return /[^\S\r\n]*$/.exec(text)?.[0] ?? '';
}

function unindent(raw: string, indent: string, isFirst: boolean, isLast: boolean): string {
  let text = raw.replace(/\r\n?/g, '\n');
  if (isFirst) text = text.replace(/^[^\S\n]*\n/, indent === '' ? '' : '\n');
  if (isLast) text = text.replace(/\n[^\S\n]*$/, '');
  if (indent !== '') text = text.replaceAll(`\n${indent}`, '\n');
  return isFirst && indent !== '' ? text.replace(/^\n/, '') : text;
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '0': '\0',
  '"': '"',
  "'": "'",
  '\\': '\\',
};

/** `text`: between the quotes of a literal that begins with `pounds` number signs. */
export function decodeEscapes(text: string, pounds: number): string {
  if (!text.includes('\\')) return text;
  const pattern = new RegExp(
    `\\\\${'#'.repeat(pounds)}(?:u\\{([0-9a-fA-F]{1,8})\\}|([^\\S\\n]*\\n)|([\\s\\S]))`,
    'g',
  );
  return text.replace(pattern, (whole: string, code?: string, lineBreak?: string, letter?: string) => {
    if (code !== undefined) return scalar(Number.parseInt(code, 16)) ?? whole;
    if (lineBreak !== undefined) return '';
    return ESCAPES[letter ?? ''] ?? whole;
  });
}

function scalar(code: number): string | undefined {
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
