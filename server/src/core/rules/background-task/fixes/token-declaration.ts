/** How an expiration handler gets to see, and may change, the local that keeps the identifier. */
import { backgroundTaskObligation } from '../../../catalog/obligations';
import type { ClosureExpr, Stmt } from '../../../program/ir';
import { parentsOf } from '../../../program/parents';
import type { Declaration } from '../../../program/scopes';
import type { BeginSite } from '../../../program/task-sites';
import { usesOfLocal } from '../../../program/token-uses';
import { walkBlock } from '../../../program/walk';
import type { TextEdit } from '../../../text';
import type { TaskContext } from '../context';
import { indentAt, insertion, isFirstOnLine, lineEnding } from './code-text';

/** A closure can only use an identifier that is declared before the call, and only change a variable. */
export function visibleInHandler(context: TaskContext, site: BeginSite): readonly TextEdit[] | undefined {
  const { stmt, destination } = site;
  if (destination.kind !== 'local' || stmt === undefined) return undefined;
  const { declaration } = destination;
  if (context.analysis.resolver.language === 'objc') return markedAsBlock(context, declaration);
  if (stmt.kind !== 'var') return declaration.isConstant ? undefined : [];
  const first = declaredFirst(context.code.unit.text, stmt);
  const copies = declaration.isConstant ? copiesForTasks(context, site, declaration) : [];
  return first && copies && [...first, ...copies];
}

function markedAsBlock(context: TaskContext, declaration: Declaration): readonly TextEdit[] | undefined {
  const variable = declaringStatement(context, declaration)?.variable;
  // One of several names has no place of its own for the word, and nobody changes a constant.
  if (variable === undefined || variable.isConstant) return undefined;
  if (variable.isStatic || variable.attributes.includes('__block')) return [];
  const { start } = variable.range;
  // The compiler cannot tell the type of a variable from a value that mentions it.
  return variable.nameRange.start === start || variable.type === undefined
    ? undefined
    : [{ range: { start, end: start }, newText: '__block ' }];
}

type VarStmt = Extract<Stmt, { kind: 'var' }>;

function declaringStatement({ analysis }: TaskContext, declaration: Declaration): VarStmt | undefined {
  const body = declaration.owner.fn?.body;
  let found: VarStmt | undefined;
  if (body !== undefined) {
    walkBlock(body, {
      stmt: (stmt) => {
        if (stmt.kind === 'var' && analysis.resolver.scopes.declared(stmt.variable) === declaration)
          found = stmt;
      },
    });
  }
  return found;
}

/** `let id = begin…` → `var id: UIBackgroundTaskIdentifier = .invalid`, `id = begin…` */
function declaredFirst(text: string, { variable, range }: VarStmt): readonly TextEdit[] | undefined {
  if (variable.initial === undefined || variable.type?.isOptional) return undefined;
  const { start } = range;
  const separator = isFirstOnLine(text, start) ? lineEnding(text) + indentAt(text, start) : '; ';
  const newText = `var ${variable.name}: ${backgroundTaskObligation.tokenType} = .invalid${separator}${variable.name} = `;
  return [{ range: { start, end: variable.initial.range.start }, newText }];
}

const concurrent = new Set(['detached', 'addTask', 'addTaskUnlessCancelled']);

/** What runs concurrently may not refer to a variable: it gets a copy in its capture list. */
function copiesForTasks(
  context: TaskContext,
  site: BeginSite,
  declaration: Declaration,
): readonly TextEdit[] | undefined {
  const { analysis, code } = context;
  const parents = parentsOf(analysis.resolver);
  const closures = new Set<ClosureExpr>();
  for (const { expr } of usesOfLocal(context.usesAround(site.call.range.start), declaration)) {
    const around = parents.scopesAround(expr);
    const inside = around.slice(0, around.indexOf(declaration.owner));
    const outermost = inside
      .flatMap(({ closure }) => closure ?? [])
      .findLast((closure) => {
        const call = parents.callAround(closure);
        return call?.constructs === 'Task' || (call !== undefined && concurrent.has(call.name));
      });
    if (outermost !== undefined) closures.add(outermost);
  }
  const edits = [...closures].flatMap((closure) => copied(code.unit.text, closure, declaration.name));
  return edits.includes(undefined) ? undefined : edits.filter((edit) => edit !== undefined);
}

/** `{ [weak self] in` → `{ [id, weak self] in`. */
function copied(text: string, closure: ClosureExpr, name: string): readonly (TextEdit | undefined)[] {
  if (closure.captures.some((capture) => capture.name === name)) return [];
  const head = /^\{\s*(?:@\w+\s+)*/.exec(text.slice(closure.range.start))?.[0];
  if (head === undefined || closure.function.params.length > 0) return [undefined];
  const at = closure.range.start + head.length;
  if (closure.captures.length > 0)
    return [text.charAt(at) === '[' ? insertion(at + 1, `${name}, `) : undefined];
  if (head.includes('@')) return [insertion(at, `[${name}] `)];
  return [insertion(closure.range.start + 1, ` [${name}] in`)];
}
