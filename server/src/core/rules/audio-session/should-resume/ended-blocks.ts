/** Branches for the end of an interruption. */
import { interruption } from '../../../catalog/audio-playback';
import type { Block, Clause, IfStmt, Stmt } from '../../../program/ir';
import { type Member, walkMember } from '../../../program/members';
import { unwrap } from '../../../program/resolve';

export function endedBlocks(member: Member): readonly Block[] {
  const found: Block[] = [];
  walkMember(member, {
    stmt: (stmt) => {
      found.push(...blocksOf(stmt));
    },
  });
  return found;
}

function blocksOf(stmt: Stmt): readonly Block[] {
  if (stmt.kind === 'if') return branchesOf(stmt);
  if (stmt.kind !== 'switch') return [];
  return stmt.cases
    .filter(({ patterns }) => patterns.length === 1 && patterns.every(({ pattern }) => isEnded(pattern.text)))
    .map(({ body }) => body);
}

function branchesOf({ clauses, then, otherwise }: IfStmt): readonly Block[] {
  const [only, ...others] = clauses;
  if (only === undefined || others.length > 0) return [];
  if (compares(only, interruption.ended)) return [then];
  const isElseIf = otherwise?.statements.length === 1 && otherwise.statements[0]?.kind === 'if';
  return compares(only, interruption.began) && otherwise !== undefined && !isElseIf ? [otherwise] : [];
}

/** `.ended`, `AVAudioSession.InterruptionType.ended` */
function isEnded(pattern: string): boolean {
  const names: readonly string[] = interruption.ended;
  return names.includes(pattern.slice(pattern.lastIndexOf('.') + 1).trim());
}

/** `type == .ended` */
function compares(clause: Clause, names: readonly string[]): boolean {
  const expr = clause.kind === 'expr' ? unwrap(clause.expr) : undefined;
  if (expr?.kind !== 'binary' || expr.op !== '==') return false;
  return [expr.left, expr.right].some((side) => {
    const value = unwrap(side);
    const named = value.kind === 'member' && value.name === 'rawValue' ? value.base : value;
    return (named?.kind === 'member' || named?.kind === 'name') && names.includes(named.name);
  });
}
