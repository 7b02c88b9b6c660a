import { childByField, type SyntaxNode } from '../../syntax/objc-tree';
import type { TextRange } from '../../text';
import type { Arg, Expr, LiteralExpr } from '../ir';
import { call } from './calls';
import { type LoweringContext, rangeOf } from './context';
import { lowerExpr, lowerUnknown } from './expressions';

/** `[receiver name]`, `[receiver piece:x piece:y]`, `[[X alloc] initWithFoo:x]`. */
export function lowerMessage(context: LoweringContext, node: SyntaxNode): Expr {
  const receiverNode = childByField(node, 'receiver');
  if (receiverNode === undefined) return lowerUnknown(context, node);
  const { selector, args, first } = readMessage(context, node, receiverNode);
  if (first === undefined) return lowerUnknown(context, node);
  const receiver = lowerExpr(context, receiverNode);
  const created = createdType(receiver, first.name, selector);
  return call({
    receiver: created === undefined ? receiver : undefined,
    name: first.name,
    nameRange: created === undefined ? first.range : created.range,
    selector,
    constructs: created?.name,
    args,
    range: node,
  });
}

interface Piece {
  readonly name: string;
  readonly range: TextRange;
}

interface Message {
  readonly selector: string;
  readonly args: readonly Arg[];
  readonly first: Piece | undefined;
}

function readMessage(context: LoweringContext, node: SyntaxNode, receiver: SyntaxNode): Message {
  const args: Arg[] = [];
  let selector = '';
  let first: Piece | undefined;
  /** The piece that the next argument belongs to; further ones after a comma have none. */
  let pending: Piece | undefined;
  const children = node.children.slice(node.children.indexOf(receiver) + 1);
  for (const [index, child] of children.entries()) {
    const last = args.at(-1);
    if (child.field === 'method' && isString(last) && !followsColon(children, index)) {
      args.splice(-1, 1, withMacro(last, { name: context.slice(child), range: rangeOf(child) }));
    } else if (child.field === 'method') {
      pending = { name: context.slice(child), range: rangeOf(child) };
      first ??= pending;
      selector += pending.name;
    } else if (child.type === ':' && !child.missing) {
      selector += ':';
      pending ??= { name: '', range: rangeOf(child) };
    } else if (child.named && child.type !== 'comment' && child.type !== 'ERROR') {
      args.push(messageArg(lowerExpr(context, child), pending));
      pending = undefined;
    }
  }
  return { selector, args, first };
}

function isString(arg: Arg | undefined): arg is Arg & { readonly value: LiteralExpr } {
  return arg?.value.kind === 'literal' && arg.value.type === 'string';
}

function followsColon(children: readonly SyntaxNode[], index: number): boolean {
  return children.slice(index + 1).find(({ type }) => type !== 'comment')?.type === ':';
}

/** `[x run:@"a" NAME]`: no piece of the selector but a macro with the rest of the string. */
function withMacro(arg: Arg & { readonly value: LiteralExpr }, { name, range }: Piece): Arg {
  const { value } = arg;
  const parts = [...(value.parts ?? [value.value]), { kind: 'name', name, range } as const];
  const whole = { start: value.range.start, end: range.end };
  return {
    ...arg,
    value: { ...value, value: '', parts, range: whole },
    range: { start: arg.range.start, end: range.end },
  };
}

function messageArg(value: Expr, piece: Piece | undefined): Arg {
  return {
    label: piece?.name,
    labelRange: piece?.range,
    value,
    isTrailing: false,
    range: { start: piece?.range.start ?? value.range.start, end: value.range.end },
  };
}

/** The class that `[X new]` and `[[X alloc] init…]` make an instance of. */
function createdType(receiver: Expr, name: string, selector: string): Piece | undefined {
  if (selector === 'new') return className(receiver);
  if (!/^init(?![a-z])/.test(name) || receiver.kind !== 'call' || receiver.selector !== 'alloc')
    return undefined;
  return receiver.receiver && className(receiver.receiver);
}

function className(expr: Expr): Piece | undefined {
  return expr.kind === 'name' && /^_*[A-Z]/.test(expr.name)
    ? { name: expr.name, range: expr.range }
    : undefined;
}
