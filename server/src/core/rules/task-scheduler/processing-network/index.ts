/** processing-request-without-network: a processing task may run while the device is offline. */

import { awaitedTransfers, sessionTaskMethods } from '../../../catalog/async-work';
import { processingRequest, submission } from '../../../catalog/task-scheduling';
import { sessionTypes } from '../../../catalog/url-sessions';
import type { FileAnalysis } from '../../../program/analysis';
import { directCalls } from '../../../program/direct-calls';
import type { CallExpr, Expr, FunctionDecl, Stmt } from '../../../program/ir';
import { parentsOf } from '../../../program/parents';
import { unwrap } from '../../../program/resolve';
import { registrations } from '../../../program/scheduler-calls';
import { identifierKey, type TaskIdentifierUse } from '../../../program/task-identifiers';
import { mentions, taskReach } from '../../../program/task-reach';
import { walkFunction } from '../../../program/walk';
import { taskContext } from '../../background-task/context';
import { insertAfter, isFirstOnLine } from '../../background-task/fixes/code-text';
import type { CodeContext, Rule } from '../../context';
import { mentionsAny } from '../../mentions';
import type { Fix } from '../../types';
import { callOf, isOwn, usesAround } from '../own-uses';
import { meta } from './meta';

const message =
  'The task of this request uses the network without asking for it: iOS may run it while the device is offline';

const settings: ReadonlySet<string> = new Set([processingRequest.network, processingRequest.networkSetter]);

export const processingNetworkRule: Rule = {
  meta,
  run: 'code',
  check(code) {
    if (!mentionsAny(code, [processingRequest.type])) return;
    const uses = usesAround(code).filter((each) => isOwn(each, code));
    for (const use of uses) {
      if (use.call.request !== processingRequest.type) continue;
      const request = requestOf(use, code);
      const transfer = request && transferOf(use, uses, code);
      if (request === undefined || transfer === undefined) continue;
      const fix = askFix(request, code);
      code.report({
        uri: code.unit.uri,
        range: use.call.range,
        message,
        related: [{ uri: transfer.uri, range: transfer.call.range, message: 'The handler of its task' }],
        fixes: fix === undefined ? [] : [fix],
      });
    }
  },
};

interface Request {
  /** Where it is kept before it is submitted. */
  readonly local: Extract<Stmt, { kind: 'var' }> | undefined;
}

/** A request that the function around only configures and submits, without a word about the network. */
function requestOf(use: TaskIdentifierUse, code: CodeContext): Request | undefined {
  const { analysis } = taskContext(code);
  const call = callOf(use, code);
  const fn = call && parentsOf(analysis.resolver).scopesAround(call)[0]?.fn;
  if (call === undefined || fn === undefined || mentions([fn], settings)) return undefined;
  const stmt = parentsOf(analysis.resolver).stmt(call);
  const isLocal = stmt?.kind === 'var' && stmt.variable.initial && unwrap(stmt.variable.initial) === call;
  if (stmt?.kind === 'var' && isLocal === true)
    return isOnlySubmitted(stmt.variable.name, fn) ? { local: stmt } : undefined;
  return isSubmitted(call, analysis) ? { local: undefined } : undefined;
}

/** An argument of `submit`. */
function isSubmitted(expr: Expr, { resolver }: FileAnalysis): boolean {
  const parent = parentsOf(resolver).parent(expr);
  return parent?.kind === 'call' && isSubmission(parent) && parent.args[0]?.value === expr;
}

function isSubmission({ selector, name }: CallExpr): boolean {
  return selector === undefined ? name === submission.swift : selector === submission.objc;
}

/** Whether a function hands the value of a local to nothing but `submit`. */
function isOnlySubmitted(name: string, fn: FunctionDecl): boolean {
  let isHandedOn = false;
  let isSubmittedHere = false;
  walkFunction(fn, {
    expr: (expr, parent) => {
      if (expr.kind !== 'name' || expr.name !== name) return true;
      if (parent?.kind === 'call' && isSubmission(parent)) isSubmittedHere = true;
      else if (!isConfigured(expr, parent)) isHandedOn = true;
      return true;
    },
  });
  return isSubmittedHere && !isHandedOn;
}

function isConfigured(request: Expr, parent: Expr | undefined): boolean {
  return parent?.kind === 'member' || (parent?.kind === 'call' && parent.receiver === request);
}

/** The handler of the same identifier, when it certainly transfers something. */
function transferOf(
  use: TaskIdentifierUse,
  uses: readonly TaskIdentifierUse[],
  code: CodeContext,
): TaskIdentifierUse | undefined {
  const { analysis } = taskContext(code);
  const key = identifierKey(use);
  return uses.find((each) => {
    if (key === undefined || each.call.api !== 'register' || identifierKey(each) !== key) return false;
    const call = callOf(each, code);
    const registration = registrations(analysis).find((other) => other.call === call);
    const fn = registration && taskReach(registration.handler, analysis).functions[0];
    if (registration === undefined || fn === undefined) return false;
    return transfers(fn, analysis);
  });
}

/** Whether a function, helpers of the file included, starts something in a URL session. */
function transfers({ body }: FunctionDecl, analysis: FileAnalysis): boolean {
  if (body === undefined) return false;
  return directCalls(analysis, body, new Set(['sync', 'async'])).some(({ call: { name, receiver } }) => {
    if (receiver === undefined) return false;
    const verdicts = sessionTypes.map((type) => analysis.types.isInstance(receiver, type));
    if (verdicts.includes('yes')) return sessionTaskMethods.has(name) || awaitedTransfers.has(name);
    return sessionTaskMethods.has(name) && verdicts.includes('maybe');
  });
}

function askFix({ local }: Request, code: CodeContext): Fix | undefined {
  const { text, uri } = code.unit;
  if (local === undefined || !isFirstOnLine(text, local.range.start)) return undefined;
  const semicolon = taskContext(code).analysis.resolver.language === 'objc' ? ';' : '';
  const value = semicolon === '' ? 'true' : 'YES';
  const line = `${local.variable.name}.${processingRequest.network} = ${value}${semicolon}`;
  return {
    title: 'Ask for a network connection',
    files: [{ uri, edits: [insertAfter(text, local.range, line)] }],
    isPreferred: true,
  };
}
