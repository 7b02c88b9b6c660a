/** error-pointer-tested-instead-of-result: the BOOL tells whether a call worked, the NSError only why not. */
import {
  audioPreferenceSelectors,
  audioSessionSelectors,
  audioSessionSymbols,
} from '../../../catalog/audio-session';
import type { Block, CallExpr, Clause, Expr, Stmt } from '../../../program/ir';
import { unwrap } from '../../../program/resolve';
import { isNil } from '../../../program/task-calls';
import { walkProgram, walkStmt } from '../../../program/walk';
import { removalOf } from '../../background-task/fixes/code-text';
import type { CodeContext, Rule } from '../../context';
import { mentionsAny } from '../../mentions';
import type { Fix } from '../../types';
import { sessionCallsOf } from '../session-calls';
import { meta } from './meta';

const message =
  "The error is tested instead of the call's result: it may be untouched after a failure, or set after a success";

export const errorPointerRule: Rule = {
  meta,
  run: 'code',
  check(code) {
    const { program } = code.unit;
    if (program.language !== 'objc' || !mentionsAny(code, audioSessionSymbols)) return;
    walkProgram(program, { block: (block) => checkBlock(code, block) });
  },
};

function checkBlock(code: CodeContext, { statements }: Block): void {
  statements.forEach((stmt, index) => {
    const call = stmt.kind === 'expr' ? sessionCall(code, stmt.expr) : undefined;
    const variable = call && errorVariable(call);
    if (call === undefined || variable === undefined) return;
    const next = statements.slice(index + 1).findIndex((each) => mentions(each, variable));
    const test = statements[index + 1 + next];
    const found = next < 0 || test === undefined ? undefined : testOf(test, variable);
    if (found === undefined) return;
    code.report({
      uri: code.unit.uri,
      range: found.clause.range,
      message,
      related: [{ uri: code.unit.uri, range: call.nameRange, message: 'This call says whether it worked' }],
      fixes: next === 0 ? [wrapFix(code, stmt, call, found)] : [],
    });
  });
}

/** A call on the session whose result nobody looks at. */
function sessionCall(code: CodeContext, expr: Expr): CallExpr | undefined {
  const call = unwrap(expr);
  if (call.kind !== 'call' || call.selector === undefined) return undefined;
  if (Object.hasOwn(audioSessionSelectors, call.selector))
    return sessionCallsOf(code).of(call) === undefined ? undefined : call;
  return audioPreferenceSelectors.has(call.selector) ? call : undefined;
}

/** `error` of `error:&error`. */
function errorVariable({ args }: CallExpr): string | undefined {
  const last = args.at(-1);
  if (last?.label !== 'error' || last.value.kind !== 'unary' || last.value.op !== '&') return undefined;
  return last.value.operand.kind === 'name' ? last.value.operand.name : undefined;
}

function mentions(stmt: Stmt, name: string): boolean {
  let found = false;
  walkStmt(stmt, {
    expr: (expr) => {
      found ||= expr.kind === 'name' && expr.name === name;
      return !found;
    },
  });
  return found;
}

interface ErrorTest {
  readonly clause: Clause;
  /** The condition holds when the call has failed. */
  readonly isFailure: boolean;
}

/** `if (error)`, `if (!error)`, `if (error == nil)`, `if (error != nil)`. */
function testOf(stmt: Stmt, name: string): ErrorTest | undefined {
  const clause = stmt.kind === 'if' && stmt.clauses.length === 1 ? stmt.clauses[0] : undefined;
  if (clause?.kind !== 'expr') return undefined;
  const isError = (expr: Expr): boolean => expr.kind === 'name' && expr.name === name;
  const test = unwrap(clause.expr);
  if (isError(test)) return { clause, isFailure: true };
  if (test.kind === 'unary' && test.op === '!' && isError(unwrap(test.operand)))
    return { clause, isFailure: false };
  if (test.kind !== 'binary' || (test.op !== '==' && test.op !== '!=')) return undefined;
  const sides = [unwrap(test.left), unwrap(test.right)];
  return sides.some(isError) && sides.some(isNil) ? { clause, isFailure: test.op === '!=' } : undefined;
}

function wrapFix({ unit }: CodeContext, stmt: Stmt, call: CallExpr, { clause, isFailure }: ErrorTest): Fix {
  const source = unit.text.slice(call.range.start, call.range.end);
  return {
    title: 'Test the result of the call',
    files: [
      {
        uri: unit.uri,
        edits: [
          { range: removalOf(unit.text, stmt.range), newText: '' },
          { range: clause.range, newText: isFailure ? `!${source}` : source },
        ],
      },
    ],
    isPreferred: true,
  };
}
