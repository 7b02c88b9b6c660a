/** Which category the session certainly has at a place: the one that the same function has set just before. */
import { calleeOf } from '../../program/callees';
import type { Block, CallExpr } from '../../program/ir';
import { parentsOf } from '../../program/parents';
import { walkBlock } from '../../program/walk';
import type { SessionCall, SessionCalls } from './session-calls';

/**
 * The last call before `place` that sets the category, when every way to `place` leads through it and nothing in
 * between can set another.
 */
export function categorySetBefore(calls: SessionCalls, place: CallExpr): SessionCall | undefined {
  const body = calls.analysis.resolver.scopes.scopeOf(place)?.fn?.body;
  if (body === undefined) return undefined;
  const isInside = ({ range }: CallExpr): boolean =>
    body.range.start <= range.start && range.end <= place.range.start;
  const setter = calls.all.filter(({ method, call }) => method === 'setCategory' && isInside(call)).at(-1);
  const isOnTheWay = setter !== undefined && runsThrough(calls, setter.call, place);
  return isOnTheWay && !runsOwnCode(calls, setter.call, place) ? setter : undefined;
}

/** Whether every way to `place` leads through `call`, which stands before it in the same function. */
export function runsThrough({ analysis }: SessionCalls, call: CallExpr, place: CallExpr): boolean {
  const { scopes } = analysis.resolver;
  const scope = scopes.scopeOf(place);
  const body = scope?.fn?.body;
  if (body === undefined || scopes.scopeOf(call) !== scope) return false;
  const { range } = innermostBlock(body, call);
  return range.start <= place.range.start && place.range.end <= range.end;
}

/** The block that runs a call; that of a `do` is passed through by what comes after it, errors aside. */
function innermostBlock(body: Block, call: CallExpr): Block {
  const passed = new Set<Block>();
  let innermost = body;
  walkBlock(body, {
    stmt: (stmt) => {
      if (stmt.kind === 'try' || stmt.kind === 'block') passed.add(stmt.body);
    },
    block: (block) => {
      const holds = block.range.start <= call.range.start && call.range.end <= block.range.end;
      if (holds && !passed.has(block)) innermost = block;
    },
    enterFunction: () => false,
  });
  return innermost;
}

/** Whether functions of the app run between two calls: they may set the session up in another way. */
function runsOwnCode({ analysis, index }: SessionCalls, from: CallExpr, to: CallExpr): boolean {
  const { resolver, types } = analysis;
  return parentsOf(resolver)
    .callsBeside(from)
    .some((call) => {
      const isBetween = call.range.start >= from.range.end && call.range.end <= to.range.start;
      if (!isBetween || call.constructs !== undefined) return false;
      const callee = calleeOf(call, resolver, types);
      if (callee?.on === 'bare') {
        const around = resolver.typeAround(call);
        const isMethod = around !== undefined && index.methods(around, callee.name).length > 0;
        const isLocal = resolver.scopes.declaration(call) !== undefined;
        return isMethod || isLocal || index.functions(callee.name).length > 0;
      }
      return callee?.on !== 'type' || index.methods(callee.type, callee.name).length > 0;
    });
}
