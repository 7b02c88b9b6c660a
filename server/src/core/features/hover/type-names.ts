/** Names of types in declarations: the program model knows what they are, the text where they stand. */
import type { FunctionDecl, ProgramFile, TypeRef, VariableDecl } from '../../program/ir';
import { membersAt, walkMember } from '../../program/members';
import type { TextRange } from '../../text';

/** The word at `offset` when it names the type of a variable, of a parameter or of a result there. */
export function typeAt(program: ProgramFile, text: string, offset: number): TextRange | undefined {
  const range = wordAt(text, offset);
  if (range.start === range.end) return undefined;
  const name = text.slice(range.start, range.end);
  let isType = false;
  const variable = ({ type, range: whole }: Pick<VariableDecl, 'type' | 'range'>): void => {
    if (whole.start <= range.start && range.end <= whole.end && names(type, name)) isType = true;
  };
  const fn = ({ params, returns, range: whole, body }: FunctionDecl): void => {
    params.forEach(variable);
    const end = body?.range.start ?? whole.end;
    if (whole.start <= range.start && range.end <= end && names(returns, name)) isType = true;
  };
  for (const member of membersAt(program, offset)) {
    if (member.kind === 'variable') variable(member.node);
    walkMember(member, {
      stmt(stmt) {
        if (stmt.kind === 'var') variable(stmt.variable);
      },
      enterFunction(each) {
        fn(each);
        return true;
      },
    });
  }
  return isType ? range : undefined;
}

function names(type: TypeRef | undefined, name: string): boolean {
  return type !== undefined && (type.name === name || type.args.some((arg) => names(arg, name)));
}

function wordAt(text: string, offset: number): TextRange {
  const before = /\w*$/.exec(text.slice(Math.max(0, offset - 200), offset))?.[0] ?? '';
  const after = /^\w*/.exec(text.slice(offset, offset + 200))?.[0] ?? '';
  return { start: offset - before.length, end: offset + after.length };
}
