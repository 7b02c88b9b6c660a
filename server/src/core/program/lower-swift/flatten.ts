/** Flattens the grammar's nesting into operands and operators, which operators.ts puts together. */
import type { SyntaxNode } from '../../syntax/swift-tree';
import type { CastExpr, Expr } from '../ir';
import { applyCall, applyForce, applyMember, type Operand } from './calls';
import { chainConditions, conditionalCall } from './conditional-chains';
import { lowerExprs, lowerPrimary } from './expressions';
import { type Lowering, rangeOf, unknownExpr } from './lowering';
import { foldItems, type Item } from './operators';
import { lowerLoosely } from './recovery';
import { typeAmong } from './types';

export const OPERATORS: ReadonlySet<string> = new Set(
  (
    'custom_operator * / % + - ... ..< ?? == != === !== < > <= >= && || & | ^ << >> ' + '= += -= *= /= %='
  ).split(' '),
);

/** Nodes whose children simply follow each other. */
const TRANSPARENT: ReadonlySet<string> = new Set([
  'multiplicative_expression',
  'additive_expression',
  'range_expression',
  'infix_expression',
  'nil_coalescing_expression',
  'equality_expression',
  'comparison_expression',
  'conjunction_expression',
  'disjunction_expression',
  'bitwise_operation',
  'assignment',
  'directly_assignable_expression',
]);

const CASTS: ReadonlyMap<string, CastExpr['form']> = new Map([
  ['as', 'as'],
  ['as?', 'as?'],
  ['as!', 'as!'],
]);

/** Collects the items of one expression, node by node. */
export class Flattener {
  readonly items: Item[] = [];

  constructor(readonly lowering: Lowering) {}

  add(node: SyntaxNode): void {
    for (const { form, start } of this.lowering.takeEffects(node.start)) {
      this.items.push({ kind: 'effect', form, range: { start, end: start + form.length } });
    }
    this.lowering.nested(
      () => this.#add(node),
      () => this.#operand(unknownExpr(node)),
    );
  }

  #add(node: SyntaxNode): void {
    if (TRANSPARENT.has(node.type)) {
      for (const child of node.children) this.#operatorOrOperand(child);
      return;
    }
    switch (node.type) {
      case '?':
        this.#markOptional();
        break;
      case 'prefix_expression':
        this.#prefix(node);
        break;
      case 'postfix_expression':
        this.#postfix(node);
        break;
      case 'open_start_range_expression':
      case 'value_parameter_pack':
      case 'value_pack_expansion':
        this.#operatorFirst(node);
        break;
      case 'open_end_range_expression':
        this.#operatorLast(node);
        break;
      case 'navigation_expression':
      case 'call_expression':
      case 'constructor_expression':
        this.#chain(node);
        break;
      case 'as_expression':
      case 'check_expression':
        this.#cast(node);
        break;
      case 'ternary_expression':
        this.#ternary(node);
        break;
      case 'try_expression':
      case 'await_expression':
        this.#effect(node);
        break;
      default:
        this.#operand(lowerPrimary(this.lowering, node));
    }
  }

  #operatorOrOperand(node: SyntaxNode): void {
    if (!OPERATORS.has(node.type)) this.add(node);
    else this.items.push({ kind: 'infix', op: this.lowering.normalisedText(node), range: rangeOf(node) });
  }

  #operand(expr: Expr, isOptionalChain = false): void {
    this.items.push({ kind: 'operand', expr, isOptionalChain });
  }

  #markOptional(): void {
    const last = this.items.pop();
    if (last !== undefined)
      this.items.push(last.kind === 'operand' ? { ...last, isOptionalChain: true } : last);
  }

  /** `!a`, `-a`, `&a`; `.a` is a member whose base comes from the context. */
  #prefix(node: SyntaxNode): void {
    const [operator, ...target] = node.children;
    if (operator === undefined) {
      this.#operand(unknownExpr(node));
      return;
    }
    if (operator.type === '.') {
      this.#implicitMember(operator, target);
      return;
    }
    this.items.push({ kind: 'prefix', op: this.lowering.text(operator), range: rangeOf(operator) });
    for (const child of target) this.add(child);
  }

  #implicitMember(dot: SyntaxNode, target: readonly SyntaxNode[]): void {
    const first = this.items.length;
    for (const child of target) this.add(child);
    const item = this.items[first];
    if (item?.kind !== 'operand') return;
    this.items[first] = { ...item, expr: withImplicitBase(item.expr, dot.start) };
  }

  #postfix(node: SyntaxNode): void {
    const operator = node.children.at(-1);
    for (const child of node.children.slice(0, -1)) this.add(child);
    if (operator === undefined) {
      this.#operand(unknownExpr(node));
      return;
    }
    if (operator.type === 'bang') this.#replaceLast(node, (operand) => applyForce(node, operand));
    else this.items.push({ kind: 'postfix', op: this.lowering.text(operator), range: rangeOf(operator) });
  }

  #operatorFirst(node: SyntaxNode): void {
    const [operator, ...rest] = node.children;
    if (operator !== undefined) {
      this.items.push({ kind: 'prefix', op: this.lowering.text(operator), range: rangeOf(operator) });
    }
    for (const child of rest) this.add(child);
  }

  #operatorLast(node: SyntaxNode): void {
    const operator = node.children.at(-1);
    for (const child of node.children.slice(0, -1)) this.add(child);
    if (operator !== undefined) {
      this.items.push({ kind: 'postfix', op: this.lowering.text(operator), range: rangeOf(operator) });
    }
  }

  /** A base, perhaps `?`, and a suffix that belongs to the last operand of the base: `-a.b` is `-(a.b)`. */
  #chain(node: SyntaxNode): void {
    const suffix = node.children.at(-1);
    if (suffix === undefined) {
      this.#operand(unknownExpr(node));
      return;
    }
    for (const child of node.children.slice(0, -1)) {
      if (child.type !== '(' && child.type !== ')') this.add(child);
    }
    this.#replaceLast(node, (operand) => {
      if (suffix.type === 'navigation_suffix') return applyMember(this.lowering, operand, suffix);
      const call = (callee: Operand) => applyCall(this.lowering, callee, suffix);
      const conditions = chainConditions(this.lowering, node, suffix);
      return conditions.length > 0 ? conditionalCall(operand, conditions, call) : call(operand);
    });
  }

  #replaceLast(node: SyntaxNode, change: (operand: Operand) => Operand): void {
    let last = this.items.pop();
    if (last?.kind !== 'operand') {
      // What stands before is no operand to go on from (a cast): take all of it as one.
      if (last !== undefined) this.items.push(last);
      const expr = foldItems(this.items.splice(0), rangeOf(node));
      last = { kind: 'operand', expr, isOptionalChain: false };
    }
    const { expr, isOptionalChain } = change(last);
    this.#operand(expr, isOptionalChain);
  }

  #cast(node: SyntaxNode): void {
    const at = node.children.findIndex((child) => child.type === 'as_operator' || child.type === 'is');
    const operator = node.children[at];
    for (const child of node.children.slice(0, Math.max(at, 0))) this.add(child);
    const type = typeAmong(this.lowering, node.children.slice(at + 1));
    if (operator === undefined || type === undefined) {
      this.#operand(unknownExpr(node));
      return;
    }
    const form = CASTS.get(this.lowering.text(operator)) ?? 'is';
    this.items.push({ kind: 'cast', form, type, range: { start: operator.start, end: node.end } });
  }

  /** The `?` of a ternary has no children, that of an optional chain has one. */
  #ternary(node: SyntaxNode): void {
    const { children } = node;
    const question = children.findIndex((child) => child.type === '?' && child.children.length === 0);
    const colon = children.findIndex((child, index) => index > question && child.type === ':');
    if (question < 0 || colon < 0) {
      this.#operand(lowerLoosely(this.lowering, node));
      return;
    }
    for (const child of children.slice(0, question)) this.add(child);
    const middle = lowerExprs(this.lowering, children.slice(question + 1, colon));
    const range = { start: children[question]?.start ?? node.start, end: children[colon]?.end ?? node.end };
    this.items.push({ kind: 'ternary', middle, range });
    for (const child of children.slice(colon + 1)) this.add(child);
  }

  /** A `try` or `await` that was not blanked. */
  #effect(node: SyntaxNode): void {
    const [keyword, ...rest] = node.children;
    if (keyword === undefined) return;
    const text = this.lowering.text(keyword);
    const form = text === 'try?' || text === 'try!' || text === 'await' ? text : 'try';
    this.items.push({ kind: 'effect', form, range: rangeOf(keyword) });
    for (const child of rest) this.add(child);
  }
}

/** `.name`, and whatever the grammar took with the name. */
function withImplicitBase(expr: Expr, dot: number): Expr {
  const range = { start: dot, end: expr.range.end };
  switch (expr.kind) {
    case 'name':
      return {
        kind: 'member',
        base: undefined,
        name: expr.name,
        nameRange: expr.range,
        isOptionalChain: false,
        range,
      };
    case 'member':
      return expr.base ? { ...expr, base: withImplicitBase(expr.base, dot), range } : expr;
    case 'subscript':
      return { ...expr, base: withImplicitBase(expr.base, dot), range };
    case 'call':
      if (expr.receiver) return { ...expr, receiver: withImplicitBase(expr.receiver, dot), range };
      return { ...expr, isImplicitMember: true, constructs: undefined, range };
    default:
      return expr;
  }
}
