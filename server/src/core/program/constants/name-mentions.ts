/** Functions that are named in expressions. */
import { conditionsOf } from '../condition-regions';
import type { Arg, CallExpr, Expr, FunctionDecl } from '../ir';
import type { Reducer } from './reduce';
import type { CalleeKind, ConstantArg, DeclarationMention, Mention } from './types';
import { ownerOf } from './uses';

/** `name`: what was asked for, unless it is the base name. */
export function declarationOf(
  fn: FunctionDecl,
  what: CalleeKind | 'other',
  owner: string,
  name = fn.name,
): DeclarationMention {
  const params = fn.params.map(({ label, defaultValue }) => ({
    label,
    defaultValue: defaultValue === undefined ? undefined : (true as const),
  }));
  const hasBody = fn.body !== undefined;
  return { kind: 'declaration', name, what, owner, params, ...(hasBody && { hasBody }) };
}

/** A function of one of `names`; `undefined` for other expressions, and for local variables and functions. */
export function nameMention(expr: Expr, names: ReadonlySet<string>, reducer: Reducer): Mention | undefined {
  if (expr.kind !== 'call' && expr.kind !== 'name' && expr.kind !== 'member') return undefined;
  if (!names.has(expr.name)) return undefined;
  const isBare = expr.kind === 'call' ? expr.receiver === undefined : expr.kind === 'name';
  if (isBare && reducer.resolver.scopes.declaration(expr) !== undefined) return undefined;
  return expr.kind === 'call' ? callMention(expr, reducer) : { kind: 'other', name: expr.name };
}

function callMention(call: CallExpr, reducer: Reducer): Mention {
  const { name, receiver } = call;
  const isPlain = call.selector === undefined && call.constructs === undefined && !call.isImplicitMember;
  const on = receiver === undefined ? [] : reducer.receiverPath(receiver);
  if (!isPlain || on === undefined || mayBeMissing(call, reducer)) return { kind: 'other', name };
  return { kind: 'call', name, owner: ownerOf(call, reducer), on, args: reducedArgs(call.args, reducer) };
}

/** A call under a compilation condition may not exist. */
export function mayBeMissing({ range }: CallExpr, { program }: Reducer): boolean {
  return conditionsOf(program)(range.start).length > 0;
}

export function reducedArgs(args: readonly Arg[], reducer: Reducer): readonly ConstantArg[] {
  return args.map(({ label, value, isTrailing }) => ({
    label,
    value: reducer.reduce(value),
    ...(isTrailing && { isTrailing }),
  }));
}
