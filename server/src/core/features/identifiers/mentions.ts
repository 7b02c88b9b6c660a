/** Where code compares an identifier with one that it was given, or names it other than in a call of the SDK. */
import { sessionEventsMethod } from '../../catalog/duties';
import { taskClasses, taskRequests } from '../../catalog/task-scheduling';
import { configurationTypes } from '../../catalog/url-sessions';
import type { CallExpr, Expr, LiteralExpr, Pattern } from '../../program/ir';
import { decodeEscapes } from '../../program/lower-swift/literals';
import { resolverOf, unwrap } from '../../program/resolve';
import { TypeInference } from '../../program/types';
import { walkProgram } from '../../program/walk';
import type { ProgramUnit } from '../../rules/context';
import { swiftDelimiters } from './pieces';

/** Whether a source may hold one: cheap, and true more often than not needed. */
export function mayMention(text: string): boolean {
  return ['dentifier', 'handleEventsForBackgroundURLSession', 'backgroundTask('].some((word) =>
    text.includes(word),
  );
}

/** What stands beside the identifiers of tasks, requests and sessions; in document order of the comparisons. */
export function mentionsIn(unit: ProgramUnit): readonly Expr[] {
  const reader = new Mentions(unit);
  const found: Expr[] = [];
  walkProgram(unit.program, {
    expr: (expr) => {
      found.push(...reader.inExpr(expr));
      return true;
    },
    stmt: (stmt) => {
      if (stmt.kind !== 'switch' || !reader.isGiven(stmt.subject)) return;
      for (const { patterns } of stmt.cases)
        found.push(...patterns.flatMap(({ pattern }) => literalPattern(unit, pattern) ?? []));
    },
  });
  return found;
}

const equalities: ReadonlySet<string> = new Set(['isEqualToString:', 'isEqual:']);

/** Classes whose `identifier` it is. */
const holders: ReadonlySet<string> = new Set([
  'BGTask',
  'BGTaskRequest',
  ...taskRequests,
  ...Object.values(taskClasses).flat(),
  ...configurationTypes,
]);

/** Their second parameter is the identifier of a session. */
const eventMethods: ReadonlySet<string> = new Set([
  ...sessionEventsMethod.swift,
  ...sessionEventsMethod.objc,
]);

class Mentions {
  readonly #unit: ProgramUnit;
  readonly #types: TypeInference;

  constructor(unit: ProgramUnit) {
    this.#unit = unit;
    this.#types = new TypeInference(resolverOf(unit.program));
  }

  inExpr(expr: Expr): readonly Expr[] {
    if (expr.kind === 'binary' && (expr.op === '==' || expr.op === '!='))
      return this.#beside(expr.left, expr.right);
    if (expr.kind !== 'call') return [];
    const [first] = expr.args;
    if (equalities.has(expr.selector ?? '') && expr.receiver !== undefined && first !== undefined)
      return this.#beside(expr.receiver, first.value);
    return sessionModifier(expr);
  }

  #beside(left: Expr, right: Expr): readonly Expr[] {
    return [...(this.isGiven(left) ? [right] : []), ...(this.isGiven(right) ? [left] : [])];
  }

  /** Whether an expression is the identifier of a task, a request or a session that the code was given. */
  isGiven(expr: Expr): boolean {
    const value = unwrap(expr);
    if (value.kind === 'name') return this.#isGivenName(value);
    const isGetter = value.kind === 'call' && value.selector === 'identifier';
    if (value.kind !== 'member' && !isGetter) return false;
    if (!isIdentifierName(value.name)) return false;
    const object = value.kind === 'member' ? value.base : value.receiver;
    const type = object && this.#types.typeOf(object);
    return type === undefined || holders.has(type);
  }

  #isGivenName(value: Extract<Expr, { kind: 'name' }>): boolean {
    const declaration = resolverOf(this.#unit.program).scopes.declaration(value);
    if (declaration === undefined) return isIdentifierName(value.name);
    const fn = declaration.owner.fn;
    const isOfEvents =
      declaration.kind === 'param' && declaration.index === 1 && eventMethods.has(fn?.fullName ?? '');
    return isOfEvents || isIdentifierName(value.name);
  }
}

function isIdentifierName(name: string): boolean {
  return /identifier$/i.test(name);
}

/** SwiftUI: `.backgroundTask(.urlSession("…"))`. */
function sessionModifier(call: CallExpr): readonly Expr[] {
  const event = call.name === 'backgroundTask' ? call.args[0]?.value : undefined;
  if (event?.kind !== 'call' || event.name !== 'urlSession') return [];
  const [first] = event.args;
  return first === undefined || first.label !== undefined ? [] : [first.value];
}

/** Patterns are kept as text. */
function literalPattern({ text, program }: ProgramUnit, { range }: Pattern): LiteralExpr | undefined {
  const { pounds, inner } = (program.language === 'swift' && swiftDelimiters(text, range)) || {};
  if (inner === undefined || pounds === undefined) return undefined;
  const source = text.slice(inner.start, inner.end);
  if (source.includes('"') || source.includes(`\\${pounds}(`)) return undefined;
  const value = decodeEscapes(source, pounds.length);
  return { kind: 'literal', type: 'string', value, parts: undefined, range };
}
