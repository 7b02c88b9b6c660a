/** What can be said about a member of a file by the names in it, whatever they mean. */

import { assignments, calls, constants, constructions, mentions, setters } from './api-index';
import { additions } from './constants/shapes';
import { constantUseRowsOf } from './constants/use-rows';
import type { Expr, ProgramFile } from './ir';
import { type Member, membersOf, originalMember, walkMember } from './members';
import { Memo } from './memo';
import { originOf } from './moved';
import { unwrap } from './resolve';

export interface MemberFacts {
  /** It may use an API of the tables. */
  readonly mayUse: boolean;
  /** It may hand a value of the table of constant uses to an API. */
  readonly mayHandOn: boolean;
  /** It looks up the declared modes at run time. */
  readonly asksForModes: boolean;
  /** There are `#if` branches in it. */
  readonly isConditional: boolean;
  /** Full names of the functions in it, itself included. */
  readonly functions: readonly string[];
  /** Last names of what it assigns or changes in place. */
  readonly changed: readonly string[];
}

/** The key that code looks up when it asks at run time whether a mode is declared. */
const MODES_KEY = 'UIBackgroundModes';

/** By the object as which a member was first lowered: facts do not depend on places. */
const known = new Memo<object, MemberFacts>();

export function factsOf(member: Member): MemberFacts {
  // The statements at file level are lowered anew every time.
  if (member.kind === 'block') return collect(member);
  return known.of(originOf(member.node), () => collect(originalMember(member)));
}

/** Last names of what code of a file assigns or changes in place, sorted. */
export function changedNames(program: ProgramFile): readonly string[] {
  const names = new Set<string>();
  for (const member of membersOf(program)) for (const name of factsOf(member).changed) names.add(name);
  return [...names].sort();
}

function collect(member: Member): MemberFacts {
  const changed = new Set<string>();
  let asksForModes = false;
  let mayUse = false;
  let mayHandOn = false;
  let isConditional = false;
  const functions = new Set<string>();
  walkMember(member, {
    expr: (expr) => {
      mayUse ||= isCandidate(expr);
      mayHandOn ||= expr.kind === 'call' && constantUseRowsOf(expr).length > 0;
      asksForModes ||= expr.kind === 'literal' && expr.value === MODES_KEY;
      const name = changedName(expr);
      if (name !== undefined) changed.add(name);
      return true;
    },
    stmt: (stmt) => {
      isConditional ||= stmt.kind === 'conditional';
    },
    enterFunction: ({ kind, fullName, when }) => {
      isConditional ||= when.length > 0;
      if (kind !== 'closure') functions.add(fullName);
      return true;
    },
  });
  return {
    mayUse,
    mayHandOn,
    asksForModes,
    isConditional,
    functions: [...functions],
    changed: [...changed],
  };
}

function isCandidate(expr: Expr): boolean {
  switch (expr.kind) {
    case 'name':
      return constants(expr.name).length > 0 || mentions(expr.name).length > 0;
    case 'member':
      return mentions(expr.name).length > 0;
    case 'literal':
      return mentions(expr.value).length > 0;
    case 'call':
      return (
        mentions(expr.constructs ?? expr.name).length > 0 ||
        calls(expr.name).length > 0 ||
        setters(expr.name).length > 0 ||
        (expr.constructs !== undefined && constructions(expr.constructs).length > 0)
      );
    case 'assign': {
      const { target } = expr;
      const isNamed = target.kind === 'member' || target.kind === 'name';
      return isNamed && assignments(target.name).length > 0;
    }
    default:
      return false;
  }
}

function changedName(expr: Expr): string | undefined {
  const target = changedPart(expr);
  const changed = target && unwrap(target);
  return changed?.kind === 'name' || changed?.kind === 'member' ? changed.name : undefined;
}

function changedPart(expr: Expr): Expr | undefined {
  if (expr.kind === 'assign') return expr.target;
  if (expr.kind === 'unary') return expr.op === '&' ? expr.operand : undefined;
  if (expr.kind !== 'call') return undefined;
  const isChange =
    additions.has(expr.selector ?? expr.name) || /^(?:remove|form|pop|set|toggle)/.test(expr.name);
  return isChange ? expr.receiver : undefined;
}
