/** Where a file names functions that values of other files depend on. */
import { conditionsOf } from '../condition-regions';
import type { CallExpr, Expr, ProgramFile } from '../ir';
import { allTypes, walkProgram } from '../walk';
import type { Reducer } from './reduce';
import type { FunctionMention } from './types';
import { ownerOf } from './uses';

/** `names`: those that the text of the file holds. Where it could not be parsed, any of them may stand. */
export function functionMentions(reducer: Reducer, names: ReadonlySet<string>): readonly FunctionMention[] {
  const { program } = reducer;
  const broken = program.errors.length === 0 ? [] : [...names].map((name) => other(name));
  return [...broken, ...declared(program, names), ...written(reducer, names)];
}

function other(name: string): FunctionMention {
  return { kind: 'other', name };
}

function declared(program: ProgramFile, names: ReadonlySet<string>): readonly FunctionMention[] {
  const types = allTypes(program);
  return [
    ...program.functions,
    ...program.globals,
    ...types.flatMap(({ methods }) => methods),
    ...types.flatMap(({ properties }) => properties),
  ].flatMap(({ name }) => (names.has(name) ? [{ kind: 'declaration', name } as const] : []));
}

function written(reducer: Reducer, names: ReadonlySet<string>): readonly FunctionMention[] {
  const found: FunctionMention[] = [];
  walkProgram(reducer.program, {
    expr: (expr) => {
      const mention = isNaming(expr) && names.has(expr.name) ? mentionOf(expr, reducer) : undefined;
      if (mention !== undefined) found.push(mention);
      return true;
    },
  });
  return found;
}

type Naming = Extract<Expr, { kind: 'call' | 'name' | 'member' }>;

function isNaming(expr: Expr): expr is Naming {
  return expr.kind === 'call' || expr.kind === 'name' || expr.kind === 'member';
}

/** `undefined` for local variables and functions of that name. */
function mentionOf(expr: Naming, reducer: Reducer): FunctionMention | undefined {
  const { scopes } = reducer.resolver;
  const isBare = expr.kind === 'call' ? expr.receiver === undefined : expr.kind === 'name';
  if (isBare && scopes.declaration(expr) !== undefined) return undefined;
  return expr.kind === 'call' ? callOf(expr, reducer) : other(expr.name);
}

/** A call under a compilation condition may not exist. */
function callOf(call: CallExpr, reducer: Reducer): FunctionMention {
  const { name, receiver, args } = call;
  const isPlain = call.selector === undefined && call.constructs === undefined && !call.isImplicitMember;
  const on = receiver === undefined ? [] : reducer.receiverPath(receiver);
  const isConditional = conditionsOf(reducer.program)(call.range.start).length > 0;
  if (!isPlain || on === undefined || isConditional) return other(name);
  return {
    kind: 'call',
    name,
    owner: ownerOf(call, reducer),
    on,
    args: args.map(({ label, value }) => ({ label, value: reducer.reduce(value) })),
  };
}
