/** Wraps the resumption in a look at what the system advises. */
import { interruption } from '../../../catalog/audio-playback';
import type { FileAnalysis } from '../../../program/analysis';
import type { DirectCall } from '../../../program/direct-calls';
import type { Expr, Stmt, SubscriptExpr } from '../../../program/ir';
import { type Member, walkMember } from '../../../program/members';
import { parentsOf } from '../../../program/parents';
import { unwrap } from '../../../program/resolve';
import { indentAt, indentUnit, isFirstOnLine, lineEnding } from '../../background-task/fixes/code-text';
import type { CodeContext } from '../../context';
import type { Fix } from '../../types';

/** Only for a statement of its own, in the function that looks the type of the interruption up. */
export function resumeFix(
  { unit }: CodeContext,
  analysis: FileAnalysis,
  member: Member,
  { call, entry }: DirectCall,
): Fix | undefined {
  const { resolver } = analysis;
  const stmt = parentsOf(resolver).stmt(entry);
  const lookUp = lookUpIn(member);
  if (call !== entry || lookUp === undefined || stmt?.kind !== 'expr' || unwrap(stmt.expr) !== entry)
    return undefined;
  if (resolver.scopes.scopeOf(lookUp) !== resolver.scopes.scopeOf(entry)) return undefined;
  if (!isVisible(lookUp, member, analysis) || !isFirstOnLine(unit.text, stmt.range.start)) return undefined;
  const [key] = lookUp.args;
  if (key === undefined) return undefined;
  const before = unit.text.slice(lookUp.range.start, key.value.range.start);
  const after = unit.text.slice(key.value.range.end, lookUp.range.end);
  const options = `${before}${interruption.optionKey}${after}`;
  const isObjc = unit.program.language === 'objc';
  const newText = wrapped(unit.text, stmt, isObjc ? objcCondition(options) : swiftCondition(options), isObjc);
  return {
    title: 'Go on only when the system advises it',
    files: [{ uri: unit.uri, edits: [{ range: wholeStatement(unit.text, stmt, isObjc), newText }] }],
    isPreferred: true,
  };
}

function lookUpIn(member: Member): SubscriptExpr | undefined {
  const found: SubscriptExpr[] = [];
  walkMember(member, {
    expr: (expr) => {
      if (expr.kind !== 'subscript') return true;
      const key = expr.args[0] && unwrap(expr.args[0].value);
      if (key?.kind === 'name' && key.name === interruption.typeKey) found.push(expr);
      return true;
    },
  });
  return found.length === 1 ? found[0] : undefined;
}

/** A parameter, or what the body of the function itself binds. */
function isVisible(lookUp: SubscriptExpr, member: Member, { resolver }: FileAnalysis): boolean {
  const declaration = resolver.scopes.declaration(rootOf(lookUp.base));
  if (declaration === undefined || member.kind !== 'function') return false;
  if (declaration.kind === 'param') return true;
  const statements = member.node.body?.statements ?? [];
  return statements.some(
    ({ kind, range }) =>
      (kind === 'guard' || kind === 'var') && range.start <= declaration.at && declaration.at < range.end,
  );
}

function rootOf(expr: Expr): Expr {
  const value = unwrap(expr);
  if (value.kind === 'member' && value.base !== undefined) return rootOf(value.base);
  return value.kind === 'call' && value.receiver !== undefined ? rootOf(value.receiver) : value;
}

function swiftCondition(options: string): string {
  return `if let rawOptions = ${options} as? UInt, AVAudioSession.InterruptionOptions(rawValue: rawOptions).contains(.shouldResume)`;
}

function objcCondition(options: string): string {
  return `if ([${options} unsignedIntegerValue] & ${interruption.shouldResume})`;
}

/** A statement of Objective-C with its semicolon. */
function wholeStatement(text: string, { range }: Stmt, isObjc: boolean): Stmt['range'] {
  return isObjc && text.charAt(range.end) === ';' ? { start: range.start, end: range.end + 1 } : range;
}

function wrapped(text: string, stmt: Stmt, condition: string, isObjc: boolean): string {
  const { start, end } = wholeStatement(text, stmt, isObjc);
  const indent = indentAt(text, start);
  const eol = lineEnding(text);
  return `${condition} {${eol}${indent}${indentUnit(text)}${text.slice(start, end)}${eol}${indent}}`;
}
