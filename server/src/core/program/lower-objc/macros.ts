/**
 * Macros of the file that stand for code. Their bodies are not parsed: what they mention is passed along where they
 * are used as statements, and one that may leave the function makes the statement unknown.
 */
import type { ObjcDefine } from '../../syntax/objc-directives';
import type { ObjcToken } from '../../syntax/objc-scanner';
import type { TextRange } from '../../text';
import type { Expr } from '../ir';
import { bodyTokens } from './defines';

export interface CodeMacro {
  /** Variables and members that the body names, as written: `task`, `self.task`, `_task`. */
  readonly mentions: readonly string[];
  /** Whether control may not come back to what follows. */
  readonly leaves: boolean;
}

const leaving = new Set(['return', 'goto', 'break', 'continue', '@throw']);

/** Words in front of an expression; any other word in front of a name makes that name a piece of a selector. */
const keywords = new Set(['return', 'else', 'do', 'in', 'case', 'const', '__block', '__strong', '__weak']);

/** What no variable is called. */
const reserved = new Set([
  ...keywords,
  ...leaving,
  ...[
    'if',
    'while',
    'for',
    'switch',
    'default',
    'sizeof',
    'typeof',
    '__typeof',
    '__typeof__',
    'self',
    'super',
  ],
  ...['nil', 'true', 'false', 'void', 'id', 'int', 'unsigned', 'long', 'float', 'double', 'char', 'bool'],
]);

/** By name. One that is defined several times does what any of its bodies does. */
export function codeMacros(original: string, defines: readonly ObjcDefine[]): ReadonlyMap<string, CodeMacro> {
  const found = new Map<string, CodeMacro>();
  for (const { name, params, body } of defines) {
    // A literal or another name is a constant.
    if (!/[;{([\]]|\breturn\b/.test(original.slice(body.start, body.end))) continue;
    const tokens = bodyTokens(original, body);
    const known = found.get(name);
    const mentions = new Set([...(known?.mentions ?? []), ...mentionsIn(tokens, params ?? [])]);
    const leaves = known?.leaves === true || tokens.some(({ text }) => leaving.has(text));
    found.set(name, { mentions: [...mentions], leaves });
  }
  return found;
}

function mentionsIn(tokens: readonly ObjcToken[], params: readonly string[]): string[] {
  const found: string[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const first = tokens[at];
    if (first?.kind !== 'word') continue;
    const chain = [first.text];
    const isPiece = isPieceOfSelector(tokens[at - 1]);
    for (let next = memberAfter(tokens, at); next !== undefined; next = memberAfter(tokens, at)) {
      chain.push(tokens[next]?.text ?? '');
      at = next;
    }
    const isVariable = chain.length > 1 || (!reserved.has(first.text) && /^[a-z_]/.test(first.text));
    if (!isPiece && isVariable && !params.includes(first.text)) found.push(chain.join('.'));
  }
  return found;
}

/** `[task cancel]`, `[store save:x then:y]` */
function isPieceOfSelector(before: ObjcToken | undefined): boolean {
  if (before === undefined) return false;
  if (before.kind === 'word') return !keywords.has(before.text);
  return before.kind === 'string' || before.kind === 'number' || before.text === ']';
}

/** Index of the name in `.name` or `->name` behind a token. */
function memberAfter(tokens: readonly ObjcToken[], index: number): number | undefined {
  const signs = tokens[index + 1]?.text === '.' ? 1 : 2;
  const isArrow = tokens[index + 1]?.text === '-' && tokens[index + 2]?.text === '>';
  if (signs === 2 && !isArrow) return undefined;
  return tokens[index + 1 + signs]?.kind === 'word' ? index + 1 + signs : undefined;
}

/** A mention as an expression that stands where the macro is used. */
export function mentionExpr(mention: string, { start, end }: TextRange): Expr {
  const range = { start, end };
  const [first = '', ...members] = mention.split('.');
  return members.reduce<Expr>(
    (base, name) => ({ kind: 'member', base, name, nameRange: range, isOptionalChain: false, range }),
    { kind: 'name', name: first, range },
  );
}
