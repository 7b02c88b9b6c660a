/** Fixes: complete a value before an exit, in the branch that forgets it, or at the end. */
import type { Arm } from '../../program/cfg';
import type { DutyExit } from '../../program/duties/types';
import type { Block, Stmt } from '../../program/ir';
import { walkBlock } from '../../program/walk';
import type { TextEdit, TextRange } from '../../text';
import { appendStatements, indentAt, isFirstOnLine, lineEnding } from '../background-task/fixes/code-text';
import type { Fix } from '../types';
import type { Checked } from './check';
import { fallsOff } from './places';

/** Name of the value where its function begins; `undefined` when it has none that code could use. */
function nameOf({ site }: Checked): string | undefined {
  const { token } = site;
  if (token.kind === 'element') return token.loop.names.length === 1 ? token.loop.names[0] : undefined;
  const param = token.fn.params[token.index];
  return param === undefined || param.name === '_' || param.name === '' ? undefined : param.name;
}

function codeFor(checked: Checked, isFailure: boolean): string | undefined {
  const name = nameOf(checked);
  return name === undefined ? undefined : checked.duty.code(name, checked.site, checked.analysis, isFailure);
}

function fixOf({ code, duty }: Checked, edits: readonly TextEdit[] | undefined): Fix | undefined {
  if (edits === undefined) return undefined;
  return { title: duty.texts.fixTitle, files: [{ uri: code.unit.uri, edits }], isPreferred: true };
}

export function exitFix(checked: Checked, exit: DutyExit): Fix | undefined {
  const code = codeFor(checked, true);
  if (code === undefined) return undefined;
  if (fallsOff(exit)) return exit.arm && fixOf(checked, inArm(checked, exit.arm, code));
  return exit.kind === 'return' ? fixOf(checked, before(checked, exit.range, code)) : undefined;
}

function before(checked: Checked, { start }: TextRange, code: string): TextEdit[] | undefined {
  const { text } = checked.code.unit;
  const isObjc = checked.analysis.resolver.language === 'objc';
  // `if (failed) return;` holds one statement only.
  if (isObjc && !/[{};:]\s*$/.test(text.slice(0, start))) return undefined;
  const separator = isFirstOnLine(text, start)
    ? lineEnding(text) + indentAt(text, start)
    : isObjc
      ? ' '
      : '; ';
  return [{ range: { start, end: start }, newText: code + separator }];
}

function inArm(checked: Checked, arm: Arm, code: string): TextEdit[] | undefined {
  const { text } = checked.code.unit;
  if (arm.part === 'skip') return withElse(arm.stmt, code, text);
  if (arm.block === undefined) return undefined;
  if (arm.part === 'case') return inCase(arm.block, code, text);
  const last = arm.block.statements.at(-1);
  if (last?.kind === 'jump') return before(checked, last.range, code);
  if (text.charAt(arm.block.range.start) !== '{') return undefined;
  return appendStatements(text, arm.block, () => [code]);
}

function withElse(stmt: Stmt, code: string, text: string): TextEdit[] | undefined {
  if (stmt.kind !== 'if' || text.charAt(stmt.then.range.end - 1) !== '}') return undefined;
  const { end } = stmt.then.range;
  return [{ range: { start: end, end }, newText: ` else { ${code} }` }];
}

function inCase(block: Block, code: string, text: string): TextEdit[] | undefined {
  const last = block.statements.at(-1);
  if (last === undefined) return undefined;
  const { start, end } = last.range;
  if (last.kind !== 'jump') {
    const separator = isFirstOnLine(text, start) ? lineEnding(text) + indentAt(text, start) : '; ';
    return /^\s*;/.test(text.slice(end))
      ? undefined
      : [{ range: { start: end, end }, newText: separator + code }];
  }
  if (last.jump !== 'break') return undefined;
  // Swift's `break` only fills an empty case; in Objective-C it ends every one.
  if (code.endsWith(';')) {
    const separator = isFirstOnLine(text, start) ? lineEnding(text) + indentAt(text, start) : ' ';
    return [{ range: { start, end: start }, newText: code + separator }];
  }
  return block.statements.length === 1 ? [{ range: last.range, newText: code }] : undefined;
}

/** At the end of a body that nothing leaves early and that starts no work it does not wait for. */
export function neverFix(checked: Checked): Fix | undefined {
  const { site, code, duty } = checked;
  const statement = codeFor(checked, false);
  const place = duty.place?.(site);
  const body = place ?? ownBody(checked);
  if (body === undefined || statement === undefined || code.unit.text.charAt(body.range.start) !== '{')
    return undefined;
  const fix = fixOf(
    checked,
    appendStatements(code.unit.text, body, () => [statement]),
  );
  // Only the author knows whether the work is done there.
  return fix && { ...fix, isPreferred: place !== undefined };
}

function ownBody({ flow, site }: Checked): Block | undefined {
  const body = site.token.kind === 'element' ? site.token.loop.body : site.token.fn.body;
  const isStraight = flow.exits.every((exit) => fallsOff(exit) && exit.end === 'open');
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
