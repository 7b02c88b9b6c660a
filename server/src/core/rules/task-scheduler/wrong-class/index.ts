/** wrong-task-class: the class of the launched task follows from the class of the request. */
import { schedulerType, taskClasses } from '../../../catalog/task-scheduling';
import type { FileAnalysis } from '../../../program/analysis';
import { isConditional } from '../../../program/constants/task-call';
import type { CastExpr, FunctionDecl } from '../../../program/ir';
import { parentsOf } from '../../../program/parents';
import { unwrap } from '../../../program/resolve';
import { type Registration, registrations } from '../../../program/scheduler-calls';
import { identifierKey, identifierText, type TaskIdentifierUse } from '../../../program/task-identifiers';
import { taskReach } from '../../../program/task-reach';
import { walkFunction } from '../../../program/walk';
import type { TextEdit, TextRange } from '../../../text';
import { taskContext } from '../../background-task/context';
import type { CodeContext, Rule } from '../../context';
import { mentionsAny } from '../../mentions';
import type { Fix } from '../../types';
import { callOf, isOwn, meet, usesAround } from '../own-uses';
import { meta } from './meta';

export const wrongTaskClassRule: Rule = {
  meta,
  run: 'code',
  check(code) {
    if (!mentionsAny(code, [schedulerType])) return;
    const { analysis } = taskContext(code);
    // A cast of Objective-C is a promise, nothing that is checked.
    if (analysis.resolver.language !== 'swift') return;
    const uses = usesAround(code);
    const handlers = registrations(analysis);
    for (const use of uses.filter((each) => isOwn(each, code) && each.call.api === 'register')) {
      const call = callOf(use, code);
      const registration = handlers.find((each) => each.call === call);
      if (registration !== undefined) checkHandler(registration, use, uses, code);
    }
  },
};

function checkHandler(
  { handler }: Registration,
  use: TaskIdentifierUse,
  uses: readonly TaskIdentifierUse[],
  code: CodeContext,
): void {
  const key = identifierKey(use);
  const requests = uses.filter(
    (each) => each.call.api === 'request' && identifierKey(each) === key && meet(each, use, code),
  );
  const [request] = requests;
  if (key === undefined || request === undefined) return;
  const { analysis } = taskContext(code);
  const { functions } = taskReach(handler, analysis);
  for (const cast of functions.flatMap((fn) => forcedCasts(fn, functions, analysis))) {
    if (requests.some((each) => fits(each, cast)) || isConditional(cast, code.unit.program)) continue;
    const expected = classesOf(request)[0];
    if (expected === undefined) continue;
    const fix = castFix(cast, expected, functions, code);
    code.report({
      uri: code.unit.uri,
      range: { start: keywordStart(cast, code), end: cast.range.end },
      message: `'${identifierText(use.value)}' is scheduled with a ${request.call.request}: its task is a ${expected}, and the forced cast crashes the app in the background`,
      related: [{ uri: request.uri, range: request.call.range, message: 'The request is made here' }],
      fixes: fix === undefined ? [] : [fix],
    });
  }
}

function classesOf({ call }: TaskIdentifierUse): readonly string[] {
  return (call.request === undefined ? undefined : taskClasses[call.request]) ?? [];
}

function fits(request: TaskIdentifierUse, { type }: CastExpr): boolean {
  const classes = classesOf(request);
  return classes.length === 0 || classes.includes(type.name);
}

const knownClasses: ReadonlySet<string> = new Set(Object.values(taskClasses).flat());

/** Forced casts of the task that a function is given. */
function forcedCasts(
  fn: FunctionDecl,
  functions: readonly FunctionDecl[],
  { resolver }: FileAnalysis,
): readonly CastExpr[] {
  const casts: CastExpr[] = [];
  walkFunction(fn, {
    expr: (expr) => {
      if (expr.kind !== 'cast' || expr.form !== 'as!' || !knownClasses.has(expr.type.name)) return true;
      const declaration = resolver.scopes.declaration(unwrap(expr.expr));
      const root = declaration && resolver.root(declaration);
      const owner = root?.kind === 'param' ? root.owner.fn : undefined;
      if (owner !== undefined && owner === fn && functions.includes(owner)) casts.push(expr);
      return true;
    },
  });
  return casts;
}

function keywordStart({ expr, range }: CastExpr, { unit: { text } }: CodeContext): number {
  const offset = text.slice(expr.range.end, range.end).indexOf('as!');
  return offset < 0 ? range.start : expr.range.end + offset;
}

/** Changes the cast, and the parameter of the function that the task is handed on to. */
function castFix(
  cast: CastExpr,
  expected: string,
  functions: readonly FunctionDecl[],
  code: CodeContext,
): Fix | undefined {
  const { text, uri } = code.unit;
  const { calls } = parentsOf(taskContext(code).analysis.resolver);
  const takers = functions.filter(({ params }) => params.some(({ type }) => type?.name === cast.type.name));
  const isShared = takers.some(({ name }) => calls.filter((call) => call.name === name).length !== 1);
  const params = takers.flatMap((fn) => fn.params.filter(({ type }) => type?.name === cast.type.name));
  const ranges = [cast, ...params].map(({ type, range }) => typeRange(type?.text, range, text));
  const known = ranges.filter((range) => range !== undefined);
  if (isShared || known.length < ranges.length) return undefined;
  const edits: readonly TextEdit[] = known
    .map((range) => ({ range, newText: expected }))
    .sort((a, b) => a.range.start - b.range.start);
  return { title: `Cast to ${expected}`, files: [{ uri, edits }], isPreferred: true };
}

/** Where the type stands at the end of a cast or a parameter. */
function typeRange(type: string | undefined, { end }: TextRange, text: string): TextRange | undefined {
  if (type === undefined) return undefined;
  const start = end - type.length;
  return text.slice(start, end) === type ? { start, end } : undefined;
}
