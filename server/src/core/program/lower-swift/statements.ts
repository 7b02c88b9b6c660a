/** Bodies and the statements in them. */
import type { SyntaxNode } from '../../syntax/swift-tree';
import type { TextRange } from '../../text';
import type { Block, Stmt, TypeRef } from '../ir';
import { type Grouped, groupByDirectives } from './conditionals';
import { isControlNode, lowerControl } from './control';
import { lowerExprs } from './expressions';
import { lowerFunction } from './functions';
import { madeAs } from './implicit-members';
import { childOf, type Lowering, nameOf, rangeOf, spanOf } from './lowering';
import { lowerProperty } from './properties';
import { looseExprs } from './recovery';
import { localTypeMethods } from './type-decls';

/** A body in braces. Its only expression is what it returns, if `returnsValue`. */
export function lowerBody(
  lowering: Lowering,
  braces: TextRange,
  statements: SyntaxNode | undefined,
  returnsValue: boolean,
  type?: TypeRef,
): Block {
  const block = lowering.returning(type, () => lowerBlock(lowering, braces, statements));
  const [only] = block.statements;
  if (!returnsValue || block.statements.length !== 1 || only?.kind !== 'expr') return block;
  if (only.expr.kind === 'assign') return block;
  const { expr, range } = only;
  return { ...block, statements: [{ kind: 'return', value: madeAs(expr, type), implicit: true, range }] };
}

/** `range` is the block's, with its braces where it has them. */
export function lowerBlock(lowering: Lowering, range: TextRange, statements: SyntaxNode | undefined): Block {
  const nodes = statements?.children ?? [];
  return {
    statements: lowering.nested(
      () => lowerStatements(lowering, nodes, range.start),
      () => [{ kind: 'unknown', exprs: [], range: spanOf(nodes, range.start) }],
    ),
    range: rangeOf(range),
  };
}

/** `container`: where the braces open. */
export function lowerStatements(
  lowering: Lowering,
  nodes: readonly SyntaxNode[],
  container: number,
): readonly Stmt[] {
  return statementsOf(lowering, groupByDirectives(lowering, logicalStatements(nodes), container));
}

/** Nodes that make up one statement: a label with its loop, an expression with the `?` behind it. */
interface LogicalStatement extends TextRange {
  readonly nodes: readonly SyntaxNode[];
}

function logicalStatements(nodes: readonly SyntaxNode[]): LogicalStatement[] {
  const statements: LogicalStatement[] = [];
  let joined: SyntaxNode[] = [];
  for (const [index, node] of nodes.entries()) {
    if (IGNORED.has(node.type)) continue;
    joined.push(node);
    const next = nodes[index + 1]?.type;
    if (next === '?' || node.type === 'statement_label' || node.type === 'throw_keyword') continue;
    statements.push({ ...spanOf(joined, 0), nodes: joined });
    joined = [];
  }
  if (joined.length > 0) statements.push({ ...spanOf(joined, 0), nodes: joined });
  return statements;
}

const IGNORED: ReadonlySet<string> = new Set([
  ';',
  'directive',
  'diagnostic',
  'shebang_line',
  'import_declaration',
  'typealias_declaration',
  'associatedtype_declaration',
  'operator_declaration',
  'precedence_group_declaration',
  'macro_declaration',
  'modifiers',
]);

function statementsOf(lowering: Lowering, groups: readonly Grouped<LogicalStatement>[]): Stmt[] {
  return groups.flatMap((group): Stmt[] => {
    if (group.kind === 'item') return lowerNodes(lowering, group.item.nodes);
    const branches = group.branches.map(({ condition, range, items }) => ({
      condition,
      body: { statements: statementsOf(lowering, items), range: rangeOf(range) },
    }));
    return [{ kind: 'conditional', branches, range: rangeOf(group.range) }];
  });
}

const DECLARATIONS: ReadonlySet<string> = new Set([
  'property_declaration',
  'function_declaration',
  'init_declaration',
  'deinit_declaration',
  'class_declaration',
  'protocol_declaration',
]);

/** Whether `lowerStatement` has more to say about the node than that it is an expression. */
export function isStatementNode(node: SyntaxNode): boolean {
  return isControlNode(node) || DECLARATIONS.has(node.type) || node.type === 'control_transfer_statement';
}

export function lowerStatement(lowering: Lowering, node: SyntaxNode): Stmt[] {
  return lowerNodes(lowering, [node]);
}

function lowerNodes(lowering: Lowering, nodes: readonly SyntaxNode[]): Stmt[] {
  const [first, second] = nodes;
  if (first === undefined) return [];
  const range = spanOf(nodes, 0);
  if (first.type === 'statement_label' && second !== undefined) return labelled(lowering, first, second);
  if (isControlNode(first)) return [lowerControl(lowering, first, undefined)];
  switch (first.type) {
    case 'property_declaration':
      return lowerProperty(lowering, first).map((variable) => ({
        kind: 'var',
        variable,
        range: variable.range,
      }));
    case 'function_declaration':
    case 'init_declaration':
    case 'deinit_declaration':
      return [{ kind: 'function', function: lowerFunction(lowering, first, 'function'), range }];
    case 'class_declaration':
    case 'protocol_declaration':
      return localTypeMethods(lowering, first).map((method) => ({
        kind: 'function',
        function: method,
        range: method.range,
      }));
    case 'control_transfer_statement':
      return transfer(lowering, first.children, range);
    case 'throw_keyword':
      return transfer(lowering, nodes, range);
    case 'fallthrough':
      return [{ kind: 'jump', jump: 'fallthrough', label: undefined, range }];
    case 'ERROR':
    case 'statements':
      return [{ kind: 'unknown', exprs: looseExprs(lowering, first.children), range }];
    default:
      return [expression(lowering, nodes, range)];
  }
}

function expression(lowering: Lowering, nodes: readonly SyntaxNode[], range: TextRange): Stmt {
  const [first] = nodes;
  if (first?.type === 'simple_identifier' && lowering.text(first) === 'fallthrough') {
    return { kind: 'jump', jump: 'fallthrough', label: undefined, range };
  }
  const deferred = first && deferredBlock(lowering, first);
  if (deferred) return { kind: 'defer', body: deferred, range };
  const expr = lowerExprs(lowering, nodes);
  return { kind: 'expr', expr, range: expr.range };
}

/** `defer { … }` looks like a call to the grammar. */
function deferredBlock(lowering: Lowering, node: SyntaxNode): Block | undefined {
  const [callee, suffix] = node.children;
  if (node.type !== 'call_expression' || callee === undefined || suffix?.type !== 'call_suffix')
    return undefined;
  const [closure] = suffix.children;
  if (suffix.children.length !== 1 || closure?.type !== 'lambda_literal') return undefined;
  if (lowering.text(callee) !== 'defer') return undefined;
  return lowerBlock(lowering, closure, childOf(closure, 'statements'));
}

function labelled(lowering: Lowering, label: SyntaxNode, node: SyntaxNode): Stmt[] {
  const name = lowering.text(label).replace(/\s*:$/, '');
  const range = { start: label.start, end: node.end };
  if (!isControlNode(node)) return lowerNodes(lowering, [node]);
  const statement = lowerControl(lowering, node, name);
  if ('label' in statement && statement.label === name) return [{ ...statement, range }];
  // Other statements have no room for a label; `break` leaves the block around them.
  const body = { statements: [statement], range: statement.range };
  return [{ kind: 'block', form: 'plain', subject: undefined, body, label: name, range }];
}

/** `return`, `throw`, `break`, `continue`, `yield`. */
function transfer(lowering: Lowering, nodes: readonly SyntaxNode[], range: TextRange): Stmt[] {
  const [keyword, ...rest] = nodes;
  const value = rest.length > 0 ? lowerExprs(lowering, rest) : undefined;
  switch (keyword?.type) {
    case 'return':
      return [{ kind: 'return', value: value && madeAs(value, lowering.returns), implicit: false, range }];
    case 'throw_keyword':
      return [{ kind: 'throw', value, range }];
    case 'break':
    case 'continue':
      return jump(lowering, keyword, rest, keyword.type);
    default:
      return value ? [{ kind: 'expr', expr: value, range }] : [{ kind: 'unknown', exprs: [], range }];
  }
}

/** The grammar takes the next line for a label when it is an expression. */
function jump(
  lowering: Lowering,
  keyword: SyntaxNode,
  rest: readonly SyntaxNode[],
  form: 'break' | 'continue',
): Stmt[] {
  const [target] = rest;
  const gap = target ? lowering.source.text.slice(keyword.end, target.start) : '';
  if (
    target === undefined ||
    (rest.length === 1 && target.type === 'simple_identifier' && !/[\r\n]/.test(gap))
  ) {
    const label = target && nameOf(lowering, target);
    return [
      { kind: 'jump', jump: form, label, range: { start: keyword.start, end: (target ?? keyword).end } },
    ];
  }
  const leave: Stmt = { kind: 'jump', jump: form, label: undefined, range: rangeOf(keyword) };
  return [leave, ...lowerNodes(lowering, rest)];
}
