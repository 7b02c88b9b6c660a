import { childByField, namedChildren, type SyntaxNode } from '../../syntax/objc-tree';
import type { TextRange } from '../../text';
import type { Arg, CallExpr, Expr } from '../ir';
import { type LoweringContext, rangeOf } from './context';
import { lowerExpr, lowerUnknown } from './expressions';
import { literal } from './literals';

/** `f(x)`, `block(x)`, `self.done(x)`, `^{ … }()`. */
export function lowerCall(context: LoweringContext, node: SyntaxNode): Expr {
  const callee = childByField(node, 'function');
  const list = childByField(node, 'arguments');
  if (callee === undefined || list === undefined) return lowerUnknown(context, node);
  const parts = namedChildren(list).filter(({ type }) => type !== 'ERROR' && type !== 'type_qualifier');
  const args = parts.map((part) => plainArg(lowerExpr(context, part)));
  return call({ ...calleeOf(context, callee), selector: undefined, args, range: node });
}

interface Callee {
  readonly receiver: Expr | undefined;
  readonly name: string;
  readonly nameRange: TextRange;
}

function calleeOf(context: LoweringContext, callee: SyntaxNode): Callee {
  const inner = withoutParentheses(callee);
  if (inner.type === 'identifier')
    return { receiver: undefined, name: context.slice(inner), nameRange: rangeOf(inner) };
  const field = inner.type === 'field_expression' ? childByField(inner, 'field') : undefined;
  const base = childByField(inner, 'argument');
  if (field !== undefined && base !== undefined) {
    return { receiver: lowerExpr(context, base), name: context.slice(field), nameRange: rangeOf(field) };
  }
  return { receiver: lowerExpr(context, inner), name: '', nameRange: rangeOf(inner) };
}

function withoutParentheses(node: SyntaxNode): SyntaxNode {
  let inner = node;
  while (inner.type === 'parenthesized_expression') {
    const [only, ...more] = namedChildren(inner);
    if (only === undefined || more.length > 0) return inner;
    inner = only;
  }
  return inner;
}

/** A compiler construct whose argument is a name: `@selector(a:b:)` is a call of `@selector` with the string `a:b:`. */
export function pseudoCall(name: string, argument: RegExp, context: LoweringContext, node: SyntaxNode): Expr {
  const match = argument.exec(context.slice(node));
  const value = literal('string', match?.[1] ?? '', node);
  const nameRange = { start: node.start, end: Math.min(node.end, node.start + name.length) };
  return call({
    receiver: undefined,
    name,
    nameRange,
    selector: undefined,
    args: [plainArg(value)],
    range: node,
  });
}

export function plainArg(value: Expr): Arg {
  return { label: undefined, labelRange: undefined, value, isTrailing: false, range: value.range };
}

type CallParts = Omit<CallExpr, 'kind' | 'constructs' | 'isImplicitMember' | 'isOptionalChain'> & {
  readonly constructs?: string | undefined;
};

/** A call with what never applies to Objective-C filled in. */
export function call(parts: CallParts): CallExpr {
  return {
    kind: 'call',
    receiver: parts.receiver,
    name: parts.name,
    nameRange: parts.nameRange,
    selector: parts.selector,
    constructs: parts.constructs,
    args: parts.args,
    isImplicitMember: false,
    isOptionalChain: false,
    range: rangeOf(parts.range),
  };
}
