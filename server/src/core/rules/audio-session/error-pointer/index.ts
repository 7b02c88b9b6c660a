/** error-pointer-tested-instead-of-result: the BOOL tells whether a call worked, the NSError only why not. */

import {
  audioPreferenceSelectors,
  audioSessionSelectors,
  audioSessionSymbols,
} from '../../../catalog/audio-session';
import { firstPiece } from '../../../catalog/selectors';
import type { Block, CallExpr, Clause, Expr, IfStmt, Stmt } from '../../../program/ir';
import { unwrap } from '../../../program/resolve';
import { isNil } from '../../../program/task-calls';
import { walkStmt } from '../../../program/walk';
import { taskContext } from '../../background-task/context';
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
    const seen = new Set<Clause>();
    const names = [...Object.keys(audioSessionSelectors), ...audioPreferenceSelectors].map(firstPiece);
    taskContext(code).analysis.walkMentioning(names, {
      block: (block) => checkBlock(code, block, seen),
    });
  },
};

/** `seen`: tests that were found already. Two branches may make the call that one of them asks about. */
function checkBlock(code: CodeContext, { statements }: Block, seen: Set<Clause>): void {
  statements.forEach((stmt, index) => {
    const behind = statements.slice(index + 1);
    for (const { call, variable } of pendingCalls(code, stmt)) {
      const next = behind.findIndex((each) => mentions(each, variable));
      const test = behind[next];
      const found = test && testOf(test, variable);
      if (found === undefined || seen.has(found.clause)) continue;
      seen.add(found.clause);
      code.report({
        uri: code.unit.uri,
        range: found.clause.range,
        message,
        related: [{ uri: code.unit.uri, range: call.nameRange, message: 'This call says whether it worked' }],
        fixes: next === 0 && stmt.kind === 'expr' ? [wrapFix(code, stmt, call, found)] : [],
      });
    }
  });
}

interface PendingCall {
  readonly call: CallExpr;
  /** Holds the error, which the statement itself does not ask about after the call. */
  readonly variable: string;
}

function pendingCalls(code: CodeContext, stmt: Stmt): readonly PendingCall[] {
  if (stmt.kind === 'if') return branchesOf(stmt).flatMap((branch) => pendingIn(code, branch));
  const call = stmt.kind === 'expr' ? sessionCall(code, stmt.expr) : undefined;
  const variable = call && errorVariable(call);
  return call === undefined || variable === undefined ? [] : [{ call, variable }];
}

function pendingIn(code: CodeContext, { statements }: Block): readonly PendingCall[] {
  return statements.flatMap((stmt, index) =>
    pendingCalls(code, stmt).filter(
      ({ variable }) => !statements.slice(index + 1).some((each) => leaves(each) || mentions(each, variable)),
    ),
  );
}

function branchesOf({ then, otherwise }: IfStmt): readonly Block[] {
  return otherwise === undefined ? [then] : [then, otherwise];
}

/** Whether what stands behind the branch is not reached from here. */
function leaves({ kind }: Stmt): boolean {
  return kind === 'return' || kind === 'throw' || kind === 'jump';
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
