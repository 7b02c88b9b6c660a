/** Entry jw: built settings that nobody gets. */
import { jwSettings } from '../../../catalog/media-playback';
import type { FileAnalysis } from '../../../program/analysis';
import type { Expr, VariableDecl } from '../../../program/ir';
import { type Member, membersOf, walkMember } from '../../../program/members';
import { unwrap } from '../../../program/resolve';
import type { Declaration } from '../../../program/scopes';
import type { CodeContext } from '../../context';

const message =
  'The ad settings are built but handed to nobody: ads keep the defaults, and pause when the app leaves the foreground';

export function checkPlayerAds({ unit, report }: CodeContext, analysis: FileAnalysis): void {
  for (const member of membersOf(analysis.program)) {
    for (const variable of settingsIn(member, analysis)) {
      const declaration = analysis.resolver.scopes.declared(variable);
      if (declaration === undefined || isRead(member, declaration, analysis)) continue;
      report({ entry: 'jw', uri: unit.uri, range: variable.nameRange, message });
    }
  }
}

/** Locals that hold built settings. */
function settingsIn(member: Member, analysis: FileAnalysis): readonly VariableDecl[] {
  const found: VariableDecl[] = [];
  walkMember(member, {
    stmt: (stmt) => {
      if (stmt.kind !== 'var' || stmt.variable.initial === undefined) return;
      if (isBuilt(stmt.variable.initial, analysis)) found.push(stmt.variable);
    },
  });
  return found;
}

/** `JWAdSettingsBuilder().….build()`, also of a builder in a variable. */
function isBuilt(expr: Expr, { resolver }: FileAnalysis): boolean {
  const value = unwrap(expr);
  const builds: readonly string[] = jwSettings.build;
  if (value.kind !== 'call' || !builds.includes(value.name)) return false;
  let builder = value.receiver && resolver.origin(value.receiver);
  while (builder?.kind === 'call' && builder.constructs === undefined)
    builder = builder.receiver && resolver.origin(builder.receiver);
  return builder?.kind === 'call' && builder.constructs === jwSettings.builder;
}

function isRead(member: Member, declaration: Declaration, { resolver }: FileAnalysis): boolean {
  let found = false;
  walkMember(member, {
    expr: (expr) => {
      if (expr.kind === 'name' && resolver.scopes.declaration(expr) === declaration) found = true;
      return !found;
    },
  });
  return found;
}
