/** Flattens the grammar's nesting into operands and operators, which operators.ts puts together. */
import type { SyntaxNode } from '../../syntax/swift-tree';
import type { CastExpr, Expr } from '../ir';
import { applyCall, applyForce, applyMember, type Operand } from './calls';
import { chainConditions, conditionalCall } from './conditional-chains';
import { lowerExprs, lowerPrimary } from './expressions';
import { withImplicitBase } from './implicit-members';
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

/** A node to flatten, or what is to be done when everything before it is flattened. */
type Work = SyntaxNode | (() => void);

/** More suffixes on one operand than anybody writes: what they are applied to is given up. */
const MAX_CHAIN = 200;

/**
 * Collects the items of one expression. Iterative, because the grammar nests `a + b + …` and `a.b().…` to the left as
 * often as they have operators and suffixes.
 */
export class Flattener {
  readonly items: Item[] = [];
  readonly #work: Work[] = [];
  #chainLength = 0;

  constructor(readonly lowering: Lowering) {}

  add(node: SyntaxNode): void {
    this.#work.push(node);
    for (let next = this.#work.pop(); next !== undefined; next = this.#work.pop()) {
      if (typeof next === 'function') next();
      else this.#flatten(next);
    }
  }

  /** To be done next, in this order. */
  #then(work: readonly Work[]): void {
    for (const item of work.toReversed()) this.#work.push(item);
  }

  #flatten(node: SyntaxNode): void {
    for (const { form, start } of this.lowering.takeEffects(node.start)) {
      this.items.push({ kind: 'effect', form, range: { start, end: start + form.length } });
    }
    if (TRANSPARENT.has(node.type)) this.#then(node.children.map((child) => this.#operatorOrOperand(child)));
    else this.#flattenKind(node, node.children.at(0), node.children.at(-1));
  }

  #flattenKind(node: SyntaxNode, first: SyntaxNode | undefined, last: SyntaxNode | undefined): void {
    if (first === undefined || last === undefined) {
      this.#leaf(node);
      return;
    }
    switch (node.type) {
      case '?':
        this.#markOptional();
        break;
      case 'prefix_expression':
        this.#prefix(node, first);
        break;
      case 'open_start_range_expression':
      case 'value_parameter_pack':
      case 'value_pack_expansion':
        this.#operator('prefix', first);
        this.#then(node.children.slice(1));
        break;
      case 'postfix_expression':
      case 'open_end_range_expression':
        this.#then([...node.children.slice(0, -1), () => this.#postfix(node, last)]);
        break;
      case 'navigation_expression':
      case 'call_expression':
      case 'constructor_expression':
        this.#chain(node, last);
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
        this.#effect(first);
        this.#then(node.children.slice(1));
        break;
      default:
        this.#leaf(node);
    }
  }

  #leaf(node: SyntaxNode): void {
    if (node.type === '?') this.#markOptional();
    else this.#operand(lowerPrimary(this.lowering, node));
  }

  #operatorOrOperand(node: SyntaxNode): Work {
    return OPERATORS.has(node.type) ? () => this.#operator('infix', node) : node;
  }

  #operator(kind: 'prefix' | 'infix' | 'postfix', node: SyntaxNode): void {
    this.items.push({ kind, op: this.lowering.normalisedText(node), range: rangeOf(node) });
  }

  #operand(expr: Expr, isOptionalChain = false): void {
    this.items.push({ kind: 'operand', expr, isOptionalChain });
    this.#chainLength = 0;
  }

  #markOptional(): void {
    const last = this.items.pop();
    if (last === undefined) return;
    this.items.push(last.kind === 'operand' ? { ...last, isOptionalChain: true } : last);
  }

  /** `!a`, `-a`, `&a`; `.a` is a member whose base comes from the context. */
  #prefix(node: SyntaxNode, operator: SyntaxNode): void {
    const target = node.children.slice(1);
    if (operator.type !== '.') {
      this.#operator('prefix', operator);
      this.#then(target);
      return;
    }
    const index = this.items.length;
    this.#then([
      ...target,
      () => {
        const item = this.items[index];
        if (item?.kind !== 'operand') return;
        this.items[index] = { ...item, expr: withImplicitBase(item.expr, operator.start) };
      },
    ]);
  }

  #postfix(node: SyntaxNode, operator: SyntaxNode): void {
    if (operator.type === 'bang') this.#replaceLast(node, (operand) => applyForce(node, operand));
    else this.#operator('postfix', operator);
  }

  /** A base, perhaps `?`, and a suffix that belongs to the last operand of the base: `-a.b` is `-(a.b)`. */
  #chain(node: SyntaxNode, suffix: SyntaxNode): void {
    const base = node.children.slice(0, -1).filter(({ type }) => type !== '(' && type !== ')');
    this.#then([...base, () => this.#replaceLast(node, (operand) => this.#suffixed(node, operand, suffix))]);
  }

  #suffixed(node: SyntaxNode, operand: Operand, suffix: SyntaxNode): Operand {
    if (suffix.type === 'navigation_suffix') return applyMember(this.lowering, operand, suffix);
    const call = (callee: Operand) => applyCall(this.lowering, callee, suffix);
    const conditions = chainConditions(this.lowering, node, suffix);
    return conditions.length > 0 ? conditionalCall(operand, conditions, call) : call(operand);
  }

  #replaceLast(node: SyntaxNode, change: (operand: Operand) => Operand): void {
    const { expr, isOptionalChain } = change(this.#lastOperand(node));
    this.items.push({ kind: 'operand', expr, isOptionalChain });
  }

  #lastOperand(node: SyntaxNode): Operand {
    const last = this.items.at(-1);
    if (last?.kind !== 'operand') {
      // What stands before is no operand to go on from (a cast): take all of it as one.
      return { expr: foldItems(this.items.splice(0), rangeOf(node)), isOptionalChain: false };
    }
    this.items.pop();
    if (++this.#chainLength < MAX_CHAIN) return last;
    this.#chainLength = 0;
    return { ...last, expr: unknownExpr(last.expr.range) };
  }

  #cast(node: SyntaxNode): void {
    const at = node.children.findIndex((child) => child.type === 'as_operator' || child.type === 'is');
    const operator = node.children[at];
    const type = typeAmong(this.lowering, node.children.slice(at + 1));
    if (operator === undefined || type === undefined) {
      this.#operand(lowerLoosely(this.lowering, node));
      return;
    }
    const form = CASTS.get(this.lowering.text(operator)) ?? 'is';
    const range = { start: operator.start, end: node.end };
    this.#then([...node.children.slice(0, at), () => this.items.push({ kind: 'cast', form, type, range })]);
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
    const range = { start: children[question]?.start ?? node.start, end: children[colon]?.end ?? node.end };
    const middle = () => {
      const expr = lowerExprs(this.lowering, children.slice(question + 1, colon), range.start);
      this.items.push({ kind: 'ternary', middle: expr, range });
    };
    this.#then([...children.slice(0, question), middle, ...children.slice(colon + 1)]);
  }

  /** A `try` or `await` that was not blanked. */
  #effect(keyword: SyntaxNode): void {
    const text = this.lowering.text(keyword);
    const form = text === 'try?' || text === 'try!' || text === 'await' ? text : 'try';
    this.items.push({ kind: 'effect', form, range: rangeOf(keyword) });
  }
}
