/** A configuration that is changed after a session was made with it: sessions keep a copy. */
import { configurationLabels } from '../../../catalog/url-sessions';
import type { FileAnalysis } from '../../../program/analysis';
import type { Block, CallExpr, Expr, Stmt } from '../../../program/ir';
import { unwrap } from '../../../program/resolve';
import type { Declaration } from '../../../program/scopes';
import { argumentOf, Sessions } from '../../../program/url-sessions';
import { walkStmt } from '../../../program/walk';
import type { TextRange } from '../../../text';
import { isFirstOnLine, lineStart, removalOf } from '../../background-task/fixes/code-text';
import type { FindingDraft, ProgramUnit } from '../../context';
import type { Fix } from '../../types';
import { type SettingChange, settingChange } from './setting';

const message =
  'Configuration is changed after the session was made with it: the session has a copy, so this has no effect';

interface Made {
  readonly call: CallExpr;
  readonly stmt: Stmt;
  readonly configuration: Declaration;
}

/** Only configurations that the block itself declares, and that nobody else can have. */
export function lateChanges(
  { statements }: Block,
  analysis: FileAnalysis,
  unit: ProgramUnit,
): readonly FindingDraft[] {
  return statements.flatMap((stmt, index) => {
    const made = madeIn(stmt, statements.slice(0, index), analysis);
    if (made === undefined) return [];
    const rest = statements.slice(index + 1);
    const changes = rest.flatMap((each) => {
      const change = each.kind === 'expr' ? settingChange(each.expr) : undefined;
      const isIts = change !== undefined && isNameOf(change.configuration, made.configuration, analysis);
      return isIts ? [{ change, stmt: each }] : [];
    });
    const all = uses(rest, made.configuration, analysis);
    // Any other use may make a second session of it.
    if (all.length !== changes.length) return [];
    return changes.map(({ change, stmt: changed }) => draftOf(made, change, changed, unit));
  });
}

function madeIn(stmt: Stmt, before: readonly Stmt[], analysis: FileAnalysis): Made | undefined {
  const sessions = new Sessions(analysis);
  let found: Made | undefined;
  walkStmt(stmt, {
    expr: (expr) => {
      const call = expr.kind === 'call' && sessions.makes(expr) ? expr : undefined;
      const value = call && argumentOf(call, configurationLabels)?.value;
      const configuration = value && declarationOf(value, analysis);
      const isOwn = before.some(
        (each) =>
          each.kind === 'var' &&
          configuration !== undefined &&
          analysis.resolver.scopes.declared(each.variable) === configuration,
      );
      if (call !== undefined && configuration !== undefined && isOwn) found = { call, stmt, configuration };
      return expr.kind !== 'closure';
    },
  });
  if (found === undefined) return undefined;
  const { configuration } = found;
  const isReassigned = analysis.resolver.assignments(configuration).length > 0;
  const inside = uses([...before, stmt], configuration, analysis);
  return isReassigned || inside.some((use) => use.isInClosure) ? undefined : found;
}

function declarationOf(expr: Expr, { resolver }: FileAnalysis): Declaration | undefined {
  const declaration = resolver.scopes.declaration(unwrap(expr));
  const root = declaration && resolver.root(declaration);
  return root?.kind === 'variable' ? root : undefined;
}

function isNameOf(expr: Expr, declaration: Declaration, analysis: FileAnalysis): boolean {
  return unwrap(expr).kind === 'name' && declarationOf(expr, analysis) === declaration;
}

interface Use {
  readonly isInClosure: boolean;
}

function uses(statements: readonly Stmt[], declaration: Declaration, analysis: FileAnalysis): readonly Use[] {
  const found: Use[] = [];
  for (const stmt of statements) {
    walkStmt(stmt, {
      expr: (expr) => {
        if (expr.kind === 'name' && declarationOf(expr, analysis) === declaration)
          found.push({ isInClosure: analysis.resolver.scopes.scopeOf(expr) !== declaration.owner });
        return true;
      },
    });
  }
  return found;
}

function draftOf(made: Made, change: SettingChange, stmt: Stmt, unit: ProgramUnit): FindingDraft {
  const fix = moveFix(made, stmt, unit);
  return {
    entry: 'passed',
    uri: unit.uri,
    range: change.at,
    message,
    related: [{ uri: unit.uri, range: made.call.nameRange, message: 'The session is made here' }],
    fixes: fix === undefined ? [] : [fix],
  };
}

/** Sure for plain values, which mean the same further up. */
function moveFix({ stmt: first }: Made, late: Stmt, { text, uri }: ProgramUnit): Fix | undefined {
  if (late.kind !== 'expr' || !hasPlainValue(late.expr)) return undefined;
  const { start } = first.range;
  const removal = removalOf(text, late.range);
  const line: TextRange = { start: lineStart(text, late.range.start), end: removal.end };
  const isLine = removal.start === line.start && isFirstOnLine(text, start);
  if (!isLine || !/[\r\n]$/.test(text.slice(removal.start, removal.end))) return undefined;
  const at = lineStart(text, start);
  return {
    title: 'Change it before the session is made',
    files: [
      {
        uri,
        edits: [
          { range: { start: at, end: at }, newText: text.slice(line.start, line.end) },
          { range: removal, newText: '' },
        ],
      },
    ],
    isPreferred: true,
  };
}

function hasPlainValue(expr: Expr): boolean {
  const value = expr.kind === 'assign' ? expr.value : expr.kind === 'call' ? expr.args[0]?.value : undefined;
  return value !== undefined && unwrap(value).kind === 'literal';
}
