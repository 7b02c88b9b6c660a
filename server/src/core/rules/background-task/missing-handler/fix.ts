/** Fix: cancel the work of a scheduled task when its time is up. */
import type { FunctionDecl, Stmt } from '../../../program/ir';
import { unwrap } from '../../../program/resolve';
import type { TextEdit } from '../../../text';
import type { Fix } from '../../types';
import type { TaskContext } from '../context';
import { cancelCall } from '../fixes/cancel-work';
import { insertAfter, insertion, isFirstOnLine } from '../fixes/code-text';

/** Name of work that has none. */
const workName = 'work';

/** Swift only, and where the one thing that is started beside the task can be cancelled. */
export function cancelFix(context: TaskContext, functions: readonly FunctionDecl[]): Fix | undefined {
  if (context.analysis.resolver.language !== 'swift') return undefined;
  const places = functions.flatMap((fn) =>
    (fn.body?.statements ?? []).flatMap((stmt) => {
      const cancel = cancelling(stmt, fn, context);
      return cancel === undefined ? [] : [{ fn, stmt, cancel }];
    }),
  );
  const [only, ...others] = places;
  const task = only && taskName(only.fn, functions);
  if (only === undefined || others.length > 0 || task === undefined) return undefined;
  const { text, uri } = context.code.unit;
  const handler = insertAfter(text, only.stmt.range, `${task}.expirationHandler = { ${only.cancel.call} }`);
  return {
    title: 'Cancel the work when the time is up',
    files: [{ uri, edits: [...only.cancel.edits, handler] }],
    isPreferred: true,
  };
}

interface Cancelling {
  readonly call: string;
  /** What gives the work a name. */
  readonly edits: readonly TextEdit[];
}

function cancelling(stmt: Stmt, fn: FunctionDecl, context: TaskContext): Cancelling | undefined {
  const { text } = context.code.unit;
  if (!isFirstOnLine(text, stmt.range.start)) return undefined;
  if (stmt.kind === 'var') {
    const call = cancelCall(stmt, context);
    return call === undefined ? undefined : { call: `${stmt.variable.name}.${call}`, edits: [] };
  }
  const value =
    stmt.kind === 'expr' ? stmt.expr : stmt.kind === 'return' && stmt.implicit ? stmt.value : undefined;
  const started = value && unwrap(value);
  if (started?.kind !== 'call' || started !== value || started.constructs !== 'Task') return undefined;
  if (new RegExp(`\\b${workName}\\b`).test(text.slice(fn.range.start, fn.range.end))) return undefined;
  return {
    call: `${workName}.cancel()`,
    edits: [insertion(stmt.range.start, `let ${workName} = `)],
  };
}

/** What a function calls the task: the first parameter of the launch handler, or one of a type of tasks. */
function taskName(fn: FunctionDecl, [handler]: readonly FunctionDecl[]): string | undefined {
  const typed = fn.params.find(({ type }) => /^BG\w*Task$/.test(type?.name ?? ''));
  const name = (typed ?? (fn === handler ? fn.params[0] : undefined))?.name;
  return name === undefined || !/^[A-Za-z]\w*$/.test(name) ? undefined : name;
}
