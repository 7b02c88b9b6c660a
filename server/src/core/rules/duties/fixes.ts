/** Fixes: complete a value before an exit, in the branch that forgets it, or at the end. */
import type { DutyExit } from '../../program/duties/types';
import type { Block } from '../../program/ir';
import { onlyLogs } from '../../program/logging-only';
import { walkBlock } from '../../program/walk';
import type { TextEdit } from '../../text';
import { appendStatements } from '../background-task/fixes/code-text';
import type { Fix } from '../types';
import type { Checked } from './check';
import { before, inArm } from './edits';
import { fallsOff } from './places';
import { givenName, nameOf } from './token-names';

/** `exits` are completed together: a path, and those that it hides. `undefined` unless all of them can be. */
export function exitFix(checked: Checked, exits: readonly DutyExit[]): Fix | undefined {
  const {
    duty,
    analysis,
    code: { unit },
  } = checked;
  const [first] = exits;
  const name = nameOf(checked.site);
  const body = bodyOf(checked);
  if (first === undefined || name === undefined || body === undefined) return undefined;
  const working = workingBlock(checked, first);
  const isFailure = working === undefined;
  const edits = exits.flatMap((exit): readonly (TextEdit | undefined)[] => {
    const code = codeAt(checked, name, exit, isFailure);
    if (code === undefined) return [undefined];
    const place = { text: unit.text, isObjc: analysis.resolver.language === 'objc', body, code };
    if (fallsOff(exit)) return (exit.arm && inArm(place, exit.arm)) ?? [undefined];
    return (exit.kind === 'return' ? before(place, exit.range) : undefined) ?? [undefined];
  });
  const known = edits.filter((edit) => edit !== undefined);
  if (known.length < edits.length || known.length === 0) return undefined;
  const { failTitle, fixTitle } = duty.texts;
  return {
    title: isFailure ? (failTitle ?? fixTitle) : fixTitle,
    files: [{ uri: unit.uri, edits: known }],
    isPreferred: working === undefined || (!hasOutcomes(checked, name) && !startsWork(working)),
  };
}

function bodyOf({ site: { token } }: Checked): Block | undefined {
  return token.kind === 'element' ? token.loop.body : token.fn.body;
}

function codeAt(
  { duty, site, analysis }: Checked,
  name: string,
  { arm }: DutyExit,
  isFailure: boolean,
): string | undefined {
  return (arm && duty.codeIn?.(arm)) ?? duty.code(name, site, analysis, isFailure);
}

/** Whether a value can be completed with success and without. */
function hasOutcomes({ duty, site, analysis }: Checked, name: string): boolean {
  return duty.code(name, site, analysis, true) !== duty.code(name, site, analysis, false);
}

/** A branch that does its work and forgets to say so; other paths give up. */
function workingBlock(checked: Checked, exit: DutyExit): Block | undefined {
  const { arm } = exit;
  const isBranch = arm !== undefined && ['then', 'else', 'case'].includes(arm.part);
  return isBranch && fallsOff(exit) && arm.block !== undefined && works(arm.block, checked)
    ? arm.block
    : undefined;
}

function works(block: Block, checked: Checked): boolean {
  const { analysis, code } = checked;
  const statements = block.statements.filter(({ kind }) => kind !== 'jump');
  const [first] = statements;
  const isElseIf = first?.kind === 'if' && code.unit.text.charAt(block.range.start) !== '{';
  if (isElseIf)
    return works(first.then, checked) || (first.otherwise !== undefined && works(first.otherwise, checked));
  return !onlyLogs({ ...block, statements }, analysis, code.index);
}

/** At the end of a body that nothing leaves early and that starts no work it does not wait for. */
export function neverFix(checked: Checked): Fix | undefined {
  const {
    site,
    duty,
    analysis,
    code: { unit },
  } = checked;
  const given = givenName(site, duty.name, unit.text);
  const name = nameOf(site) ?? given?.name;
  const statement = name === undefined ? undefined : duty.code(name, site, analysis, false);
  const place = duty.place?.(site);
  const body = place ?? ownBody(checked);
  if (body === undefined || statement === undefined || unit.text.charAt(body.range.start) !== '{')
    return undefined;
  const edits = [...(given?.edits ?? []), ...appendStatements(unit.text, body, () => [statement])];
  // Only the author knows whether the work is done there.
  return { title: duty.texts.fixTitle, files: [{ uri: unit.uri, edits }], isPreferred: place !== undefined };
}

function ownBody(checked: Checked): Block | undefined {
  const body = bodyOf(checked);
  const isStraight = checked.flow.exits.every((exit) => fallsOff(exit) && exit.end === 'open');
  return body === undefined || !isStraight || startsWork(body) ? undefined : body;
}

function startsWork(body: Block): boolean {
  let found = false;
  walkBlock(body, {
    expr: (expr) => {
      // What runs when time is up starts nothing.
      if (expr.kind === 'assign' && expr.target.kind === 'member' && expr.target.name === 'expirationHandler')
        return false;
      found ||= expr.kind === 'closure' || expr.kind === 'await';
      return !found;
    },
  });
  return found;
}
