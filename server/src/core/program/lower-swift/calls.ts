/** What follows an operand: members, calls with their arguments and trailing closures, subscripts, `!`. */
import type { SyntaxNode } from '../../syntax/swift-tree';
import type { TextRange } from '../../text';
import type { Arg, CallExpr, Expr } from '../ir';
import { splitAtCommas } from './collections';
import { lowerExpr, lowerExprs } from './expressions';
import { childOf, type Lowering, nameOf, rangeOf, unknownExpr } from './lowering';

/** An expression with whether a `?` stands in its chain. */
export interface Operand {
  readonly expr: Expr;
  readonly isOptionalChain: boolean;
}

export function applyForce(node: TextRange, { expr, isOptionalChain }: Operand): Operand {
  const range = { start: expr.range.start, end: node.end };
  return { expr: { kind: 'unary', op: 'force', operand: expr, range }, isOptionalChain };
}

export function applyMember(
  lowering: Lowering,
  { expr, isOptionalChain }: Operand,
  suffix: SyntaxNode,
): Operand {
  const name = suffix.children.at(-1) ?? suffix;
  const range = { start: expr.range.start, end: suffix.end };
  if (isKeyPath(lowering, expr)) return { expr: unknownExpr(range), isOptionalChain };
  const nameRange = rangeOf(name);
  const member = {
    kind: 'member',
    base: expr,
    name: nameOf(lowering, name),
    nameRange,
    isOptionalChain,
    range,
  } as const;
  return { expr: member, isOptionalChain };
}

/** `\Type.member` is read as members of `\Type`. */
function isKeyPath(lowering: Lowering, expr: Expr): boolean {
  return expr.kind === 'unknown' && lowering.source.original.startsWith('\\', expr.range.start);
}

/** `suffix` is a `call_suffix` or a `constructor_suffix`. */
export function applyCall(
  lowering: Lowering,
  { expr, isOptionalChain }: Operand,
  suffix: SyntaxNode,
): Operand {
  const range = { start: expr.range.start, end: suffix.end };
  const list = childOf(suffix, 'value_arguments');
  if (isKeyPath(lowering, expr)) return { expr: unknownExpr(range), isOptionalChain };
  if (list !== undefined && isReference(list)) return { expr: { ...expr, range }, isOptionalChain };
  const closures = trailingClosures(lowering, suffix);
  // In initialisers the grammar reads `f(x) { … }` as a call of what `f(x)` answers.
  if (list === undefined && expr.kind === 'call' && !hasTrailing(expr)) {
    return { expr: { ...expr, args: [...expr.args, ...closures], range }, isOptionalChain };
  }
  const args = [...(list ? argumentsOf(lowering, list) : []), ...closures];
  if (list?.children[0]?.type === '[') return subscript({ expr, isOptionalChain }, suffix, args);
  return { expr: madeByAlias(lowering, makeCall(expr, args, isOptionalChain, range)), isOptionalChain };
}

/** `Session()` makes what `Session` is another name for. */
function madeByAlias(lowering: Lowering, call: CallExpr): CallExpr {
  if (call.constructs === undefined || call.receiver !== undefined) return call;
  const type = lowering.aliases?.nameOf(call.constructs);
  return type === undefined ? call : { ...call, constructs: type };
}

function hasTrailing(call: CallExpr): boolean {
  return call.args.some(({ isTrailing }) => isTrailing);
}

/** `a[i]`, and `a[i] { … }`, which calls what the subscript gives. */
function subscript(base: Operand, suffix: SyntaxNode, args: readonly Arg[]): Operand {
  const { isOptionalChain } = base;
  const range = { start: base.expr.range.start, end: childOf(suffix, 'value_arguments')?.end ?? suffix.end };
  const plain = args.filter((arg) => !arg.isTrailing);
  const expr: Expr = { kind: 'subscript', base: base.expr, args: plain, range };
  if (plain.length === args.length) return { expr, isOptionalChain };
  const whole = { start: range.start, end: suffix.end };
  return { expr: makeCall(expr, args.slice(plain.length), isOptionalChain, whole), isOptionalChain };
}

/** `f(a:b:)` names a function and calls nothing. */
function isReference(list: SyntaxNode): boolean {
  const values = list.children.filter((child) => child.type === 'value_argument');
  return values.length > 0 && values.every((value) => value.children.at(-1)?.type === ':');
}

function argumentsOf(lowering: Lowering, list: SyntaxNode): Arg[] {
  return splitAtCommas(list.children.slice(1, -1)).map((nodes) => {
    const [only] = nodes;
    if (nodes.length === 1 && only?.type === 'value_argument') return argument(lowering, only);
    const value = lowerExprs(lowering, nodes);
    return { label: undefined, labelRange: undefined, value, isTrailing: false, range: value.range };
  });
}

function argument(lowering: Lowering, node: SyntaxNode): Arg {
  const { children } = node;
  const label = children[1]?.type === ':' ? children[0] : undefined;
  const values = children.slice(label ? 2 : 0).filter((child) => child.type !== 'type_modifiers');
  const value = values.length > 0 ? lowerExprs(lowering, values) : unknownExpr(node);
  return {
    label: label && labelOf(lowering, label),
    labelRange: label && rangeOf(label),
    value,
    isTrailing: false,
    // A blanked `try` stands before the node.
    range: { start: Math.min(node.start, value.range.start), end: node.end },
  };
}

function labelOf(lowering: Lowering, label: SyntaxNode): string | undefined {
  const name = nameOf(lowering, label);
  return name === '_' ? undefined : name;
}

/** `{ … } label: { … }` */
function trailingClosures(lowering: Lowering, suffix: SyntaxNode): Arg[] {
  const args: Arg[] = [];
  let label: SyntaxNode | undefined;
  for (const child of suffix.children) {
    if (child.type === 'simple_identifier') label = child;
    if (child.type !== 'lambda_literal') continue;
    args.push({
      label: label && labelOf(lowering, label),
      labelRange: label && rangeOf(label),
      value: lowerExpr(lowering, child),
      isTrailing: true,
      range: { start: label?.start ?? child.start, end: child.end },
    });
    label = undefined;
  }
  return args;
}

/** `#name(…)`; the name keeps its `#`. */
export function macroCall(lowering: Lowering, node: SyntaxNode): Expr {
  const name = childOf(node, 'simple_identifier');
  const suffix = childOf(node, 'call_suffix');
  if (name === undefined || suffix === undefined) return unknownExpr(node);
  const range = { start: node.start, end: name.end };
  const callee: Expr = { kind: 'name', name: `#${nameOf(lowering, name)}`, range };
  return applyCall(lowering, { expr: callee, isOptionalChain: false }, suffix).expr;
}

/** Types start with a capital letter; so do few functions, which no rule minds. */
function isTypeName(name: string): boolean {
  return /^_*\p{Lu}/u.test(name);
}

/** The call of `callee` in the shapes of the table at `CallExpr`. */
function makeCall(callee: Expr, args: readonly Arg[], isOptionalChain: boolean, range: TextRange): CallExpr {
  const shape = {
    kind: 'call',
    selector: undefined,
    args,
    isOptionalChain,
    range,
    isImplicitMember: false,
  } as const;
  // `handler!(x)` calls `handler`.
  const called = callee.kind === 'unary' && callee.op === 'force' ? callee.operand : callee;
  if (called.kind === 'name') {
    const { name, range: nameRange } = called;
    return {
      ...shape,
      receiver: undefined,
      name,
      nameRange,
      constructs: isTypeName(name) ? name : undefined,
    };
  }
  if (called.kind === 'collection' && called.form !== 'tuple') {
    const name = called.form === 'array' ? 'Array' : 'Dictionary';
    return { ...shape, receiver: undefined, name, nameRange: called.range, constructs: name };
  }
  if (called.kind !== 'member') {
    return { ...shape, receiver: callee, name: '', nameRange: callee.range, constructs: undefined };
  }
  const { base, name, nameRange } = called;
  if (base === undefined) {
    return { ...shape, receiver: undefined, name, nameRange, constructs: undefined, isImplicitMember: true };
  }
  const constructed = name === 'init' ? constructedType(base) : undefined;
  if (constructed !== undefined) return { ...shape, ...constructed, name };
  return { ...shape, receiver: base, name, nameRange, constructs: isTypeName(name) ? name : undefined };
}

/** The type in `Type.init(…)` and `Outer.Type.init(…)`. */
function constructedType(base: Expr) {
  if (base.kind === 'name' && isTypeName(base.name)) {
    return { receiver: undefined, nameRange: base.range, constructs: base.name };
  }
  if (base.kind === 'member' && isTypeName(base.name)) {
    return { receiver: base.base, nameRange: base.nameRange, constructs: base.name };
  }
  return undefined;
}
