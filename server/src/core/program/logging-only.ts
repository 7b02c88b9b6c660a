/** Bodies that do nothing, or nothing but log. */
import { isLoggingFunction, saysLogging } from '../catalog/inert-calls';
import type { FileAnalysis } from './analysis';
import { namesOf } from './callees';
import type { CodeIndex } from './code-index';
import type { Block, Stmt } from './ir';
import { unwrap } from './resolve';

/** False for bodies that could not be parsed. */
export function onlyLogs(body: Block, analysis: FileAnalysis, index: CodeIndex): boolean {
  const { start, end } = body.range;
  if (analysis.program.errors.some((error) => error.start < end && start < error.end)) return false;
  return body.statements.every((stmt) => isLogging(stmt, analysis, index));
}

function isLogging(stmt: Stmt, { resolver }: FileAnalysis, index: CodeIndex): boolean {
  // `guard let self else { return }` in front of `self.logger.info(…)`
  if (stmt.kind === 'guard') return stmt.otherwise.statements.every(({ kind }) => kind === 'return');
  if (stmt.kind !== 'expr' && !(stmt.kind === 'return' && stmt.implicit)) return false;
  const value = stmt.kind === 'expr' ? stmt.expr : stmt.value;
  const call = value === undefined ? undefined : unwrap(value);
  if (call?.kind !== 'call' || call.args.some(({ value: arg }) => unwrap(arg).kind === 'closure'))
    return false;
  if (call.receiver !== undefined) {
    return !resolver.isSelf(call.receiver) && namesOf(call.receiver).some(saysLogging);
  }
  const isOwn =
    resolver.scopes.declaration(call) !== undefined ||
    resolver.functions(resolver.typeAround(call), call.name).length > 0 ||
    index.functions(call.name).length > 0;
  return !isOwn && isLoggingFunction(call.name);
}
