/** Macros whose bodies end background tasks. */
import { backgroundTaskObligation } from '../../catalog/obligations';
import type { ObjcDefine } from '../../syntax/objc-directives';
import type { ObjcToken } from '../../syntax/objc-scanner';
import type { Block, Expr, FunctionDecl } from '../ir';
import { call, plainArg } from './calls';
import type { LoweringContext } from './context';
import { bodyTokens } from './defines';

/** As functions. Whose identifier they end depends on where they are used, so it is a property of some object. */
export function endingMacros(
  context: LoweringContext,
  original: string,
  defines: readonly ObjcDefine[],
): FunctionDecl[] {
  return defines.flatMap((define): FunctionDecl[] => {
    if (!original.slice(define.body.start, define.body.end).includes(endName)) return [];
    const tokens = bodyTokens(original, define.body);
    const ends = tokens.flatMap((token, index) => (token.text === endName ? [index] : []));
    const statements = ends.map((index) => {
      const expr = endCall(tokens, index, define.params ?? []);
      return { kind: 'expr', expr, range: expr.range } as const;
    });
    return [asFunction(context, define, { statements, range: define.body })];
  });
}

const endName = backgroundTaskObligation.dischargedBy[0]?.swiftName ?? '';

function endCall(tokens: readonly ObjcToken[], index: number, params: readonly string[]): Expr {
  const { start, end } = tokens[index] ?? { start: 0, end: 0 };
  const range = { start, end };
  const close = tokens.findIndex(({ text }, at) => at > index && text === ']');
  const named = tokens.slice(index + 1, close).findLast(({ kind }) => kind === 'word')?.text ?? '';
  const unknown: Expr = { kind: 'unknown', children: [], range };
  const token: Expr = params.includes(named)
    ? { kind: 'name', name: named, range }
    : { kind: 'member', base: unknown, name: named, nameRange: range, isOptionalChain: false, range };
  return call({
    receiver: unknown,
    name: endName,
    nameRange: range,
    selector: `${endName}:`,
    args: [plainArg(token)],
    range,
  });
}

function asFunction(
  context: LoweringContext,
  { name, nameRange, params, range }: ObjcDefine,
  body: Block,
): FunctionDecl {
  return {
    kind: 'function',
    name,
    fullName: name,
    nameRange,
    params: (params ?? []).map((param) => ({
      label: undefined,
      labelRange: nameRange,
      name: param,
      type: undefined,
      defaultValue: undefined,
      range: nameRange,
    })),
    returns: undefined,
    body,
    isStatic: false,
    isAsync: false,
    throws: false,
    attributes: ['#define'],
    range,
    when: context.whenAt(range.start),
  };
}
