/** Entry per-call: a session that a function makes for itself, each time it is called. */
import { cleaningCalls, configurationLabels } from '../../../catalog/url-sessions';
import type { FileAnalysis } from '../../../program/analysis';
import type { CallExpr, FunctionDecl, VariableDecl } from '../../../program/ir';
import { isLetGo } from '../../../program/kept-locals';
import { unwrap } from '../../../program/resolve';
import { argumentOf, Sessions, sessionNames } from '../../../program/url-sessions';
import { walkFunction } from '../../../program/walk';
import { taskContext } from '../../background-task/context';
import type { CodeContext } from '../../context';
import { identifierSites } from './sites';

const message =
  'Background session is made at each call of this function: from the second time on it is the old one, with the old delegate';

export function checkPerCall(code: CodeContext): void {
  // An extension is gone when its work is done.
  if (code.targets.length > 0 && code.targets.every(({ product }) => product === 'app-extension')) return;
  if (!identifierSites(code.index).some(({ uri }) => uri === code.unit.uri)) return;
  const { analysis } = taskContext(code);
  const sessions = new Sessions(analysis);
  for (const { fn, parent } of analysis.scopesMentioning(sessionNames(analysis))) {
    if (fn?.body === undefined || parent?.fn !== undefined || !mayRunAgain(fn)) continue;
    walkFunction(fn, {
      stmt: (stmt) => {
        if (stmt.kind !== 'var') return;
        const made = madeFor(stmt.variable, fn, analysis);
        if (made === undefined || !sessions.makesBackgroundSession(made)) return;
        if (!isConstant(made, sessions, code)) return;
        code.report({ entry: 'per-call', uri: code.unit.uri, range: made.nameRange, message });
      },
      enterFunction: (inner) => inner === fn,
    });
  }
}

/** What the app delegate is told happens once, or is a reason to make the session again. */
function mayRunAgain({ kind, name }: FunctionDecl): boolean {
  return (kind === 'method' || kind === 'function') && name !== 'application' && name !== 'main';
}

/** The call that makes a local, unless the function keeps it or puts an end to it. */
function madeFor(variable: VariableDecl, fn: FunctionDecl, analysis: FileAnalysis): CallExpr | undefined {
  const made = variable.initial && unwrap(variable.initial);
  const declaration = analysis.resolver.scopes.declared(variable);
  if (made?.kind !== 'call' || declaration === undefined || !isLetGo(declaration, fn, analysis))
    return undefined;
  let isEnded = false;
  walkFunction(fn, {
    expr: (expr) => {
      if (expr.kind === 'call' && expr.receiver !== undefined && cleaningCalls.has(expr.name)) isEnded = true;
      return !isEnded;
    },
  });
  return isEnded ? undefined : made;
}

/** Whether all sessions that the call makes have the same identifier. */
function isConstant(made: CallExpr, sessions: Sessions, { unit, index }: CodeContext): boolean {
  const configuration = argumentOf(made, configurationLabels);
  const sources = configuration && sessions.configurations(configuration.value);
  const places = new Set(
    identifierSites(index)
      .filter(({ uri }) => uri === unit.uri)
      .map(({ range }) => range.start),
  );
  return (
    sources !== undefined &&
    sources.length > 0 &&
    sources.every(({ args }) => args[0] !== undefined && places.has(args[0].value.range.start))
  );
}
