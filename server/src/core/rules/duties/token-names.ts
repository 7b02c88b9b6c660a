/** What code calls a value that has to be completed. */
import type { DutySite } from '../../program/duties/sites';
import type { TextEdit } from '../../text';

/** Name of the value where its function begins; `undefined` when it has none that code could use. */
export function nameOf({ token }: Pick<DutySite, 'token'>): string | undefined {
  if (token.kind === 'element') return token.loop.names.length === 1 ? token.loop.names[0] : undefined;
  if (token.kind === 'begun') return token.local.name;
  const param = token.fn.params[token.index];
  return param === undefined || param.name === '_' || param.name === '' ? undefined : param.name;
}

/** Edits that give a parameter called `_` a name, unless the function uses that for something else. */
export function givenName(
  { token }: DutySite,
  name: string,
  text: string,
): { readonly name: string; readonly edits: readonly TextEdit[] } | undefined {
  if (token.kind !== 'param' || nameOf({ token }) !== undefined) return undefined;
  const { range } = token.fn;
  const param = token.fn.params[token.index];
  if (param === undefined || new RegExp(`\\b${name}\\b`).test(text.slice(range.start, range.end)))
    return undefined;
  const written = text.slice(param.range.start, param.range.end);
  // `_` in a closure, `perform _: CXAction` in a method; `_: CXAction` there is the label as well.
  const head = token.fn.kind === 'closure' ? '' : /^\w+\s+(?=_)/.exec(written)?.[0];
  if (head === undefined || !/^_(?!\w)/.test(written.slice(head.length))) return undefined;
  const start = param.range.start + head.length;
  return { name, edits: [{ range: { start, end: start + 1 }, newText: name }] };
}
