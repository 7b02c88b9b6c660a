/** Where a file sends messages of Objective-C, declares methods for them, or names their selectors. */

import { firstPiece } from '../../catalog/selectors';
import type { CallExpr, Expr } from '../ir';
import { walkNaming } from '../members';
import { unwrap } from '../resolve';
import { allTypes } from '../walk';
import { isInitSelector, selectorOf, swiftBases } from './mention-names';
import { declarationOf, mayBeMissing, reducedArgs } from './name-mentions';
import type { Reducer } from './reduce';
import type { Mention } from './types';
import { ownerOf } from './uses';

export function messageMentions(reducer: Reducer, selectors: readonly string[]): readonly Mention[] {
  const { program } = reducer;
  const bases = program.language === 'objc' ? new Map<string, string[]>() : basesOf(selectors);
  const found: Mention[] = [];
  for (const type of allTypes(program))
    for (const fn of type.methods) {
      if (program.language === 'objc' && selectors.includes(fn.fullName))
        found.push(declarationOf(fn, type.kind === 'protocol' ? 'other' : 'message', type.path, fn.fullName));
      // Swift may override or implement it.
      for (const selector of bases.get(fn.name) ?? []) found.push({ kind: 'other', name: selector });
    }
  const words = program.language === 'objc' ? selectors.map(firstPiece) : [...bases.keys()];
  walkNaming(program, words, {
    expr: (expr) => {
      if (expr.kind === 'literal') found.push(...written(expr.value, selectors));
      else if (program.language === 'swift') found.push(...ofSwift(expr, bases, reducer));
      else if (expr.kind === 'call' && selectors.includes(expr.selector ?? ''))
        found.push(messageOf(expr, expr.selector ?? '', reducer));
      return true;
    },
  });
  return found;
}

function basesOf(selectors: readonly string[]): Map<string, string[]> {
  const bases = new Map<string, string[]>();
  for (const selector of selectors)
    for (const base of swiftBases(firstPiece(selector)))
      bases.set(base, [...(bases.get(base) ?? []), selector]);
  return bases;
}

/** A selector in a text: `@selector(…)`, `NSSelectorFromString(@"…")`. */
function written(text: string, selectors: readonly string[]): readonly Mention[] {
  return selectors.includes(text) ? [{ kind: 'other', name: text }] : [];
}

function messageOf(call: CallExpr, selector: string, reducer: Reducer): Mention {
  if (mayBeMissing(call, reducer)) return { kind: 'other', name: selector };
  const on = receiverOf(call, reducer);
  const owner = ownerOf(call, reducer);
  const args = reducedArgs(call.args, reducer);
  return { kind: 'call', name: selector, owner, ...(on !== undefined && { on }), args };
}

/** `[[Job alloc] initWith…]` is sent to a `Job`. What other objects are initialised is not known. */
function receiverOf(
  { constructs, receiver, name }: CallExpr,
  reducer: Reducer,
): readonly string[] | undefined {
  if (constructs !== undefined) return constructs.split('.');
  if (receiver === undefined) return undefined;
  const value = unwrap(receiver);
  const isOwn = value.kind === 'name' && (value.name === 'super' || value.name === 'self');
  if (isOwn) return [value.name];
  return isInitSelector(name) ? undefined : reducer.receiverPath(value);
}

/** A call of Swift whose name is all of the selector; what may be a call with another name is not understood. */
function ofSwift(
  expr: Expr,
  bases: ReadonlyMap<string, readonly string[]>,
  reducer: Reducer,
): readonly Mention[] {
  if (expr.kind !== 'call' && expr.kind !== 'name' && expr.kind !== 'member') return [];
  const selectors = bases.get(expr.name);
  if (selectors === undefined) return [];
  const isBare = expr.kind === 'call' ? expr.receiver === undefined : expr.kind === 'name';
  if (isBare && reducer.resolver.scopes.declaration(expr) !== undefined) return [];
  return selectors.map((selector) => {
    if (expr.kind !== 'call' || expr.args.some(({ isTrailing }) => isTrailing))
      return { kind: 'other', name: selector };
    const isSame =
      selectorOf(
        expr.name,
        expr.args.map(({ label }) => label),
      ) === selector;
    return isSame ? messageOf(expr, selector, reducer) : { kind: 'other', name: selector };
  });
}
