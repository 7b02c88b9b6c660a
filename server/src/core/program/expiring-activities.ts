/** Recognises the blocks that run as an expiring activity. */
import { expiringActivity } from '../catalog/background-time';
import { firstPiece } from '../catalog/selectors';
import type { FileAnalysis } from './analysis';
import type { CallExpr, ClosureExpr, Expr } from './ir';

export interface ExpiringActivity {
  readonly call: CallExpr;
  readonly block: ClosureExpr;
}

/** Those of a file whose block can be seen, in source order. */
export function expiringActivities(analysis: FileAnalysis): readonly ExpiringActivity[] {
  const { swiftName, objcSelector } = expiringActivity;
  return analysis.callsMentioning([swiftName, firstPiece(objcSelector)]).flatMap((call) => {
    const block = beginsActivity(call, analysis) ? blockOf(call, analysis) : undefined;
    return block === undefined ? [] : [{ call, block }];
  });
}

function beginsActivity(call: CallExpr, analysis: FileAnalysis): boolean {
  const { swiftName, objcSelector } = expiringActivity;
  const isSpelled = call.selector === undefined ? call.name === swiftName : call.selector === objcSelector;
  if (!isSpelled) return false;
  const { resolver } = analysis;
  if (call.receiver !== undefined) return isProcess(call.receiver, analysis);
  return resolver.scopes.declaration(call) === undefined && isOwner(resolver.typeAround(call));
}

/** `ProcessInfo.processInfo`, `[NSProcessInfo processInfo]`, or a value of that type. */
function isProcess(expr: Expr, { types, resolver }: FileAnalysis): boolean {
  const origin = resolver.origin(expr);
  const base = origin.kind === 'member' ? origin.base : origin.kind === 'call' ? origin.receiver : undefined;
  if (base !== undefined && isOwner(types.namedType(base)))
    return (origin.kind === 'member' || origin.kind === 'call') && origin.name === expiringActivity.singleton;
  return isOwner(types.typeOf(expr));
}

function isOwner(type: string | undefined): boolean {
  const owners: readonly string[] = expiringActivity.owners;
  return type !== undefined && owners.includes(type);
}

function blockOf(call: CallExpr, { resolver }: FileAnalysis): ClosureExpr | undefined {
  const last = call.args.at(-1)?.value;
  const value = last === undefined ? undefined : resolver.origin(last);
  return value?.kind === 'closure' ? value : undefined;
}
