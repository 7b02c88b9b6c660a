import { childByField, childOfType, type SyntaxNode } from '../../syntax/objc-tree';
import type { TextRange } from '../../text';
import type { FunctionDecl, FunctionKind, Param } from '../ir';
import { lowerParameters } from './closures';
import { type LoweringContext, rangeOf } from './context';
import { readDeclarator } from './declarators';
import { lowerBlock } from './statements';
import { methodType, typeOf } from './types';

/** A C function, with its body or (in headers) without. */
export function lowerCFunction(
  context: LoweringContext,
  node: SyntaxNode,
  declarator: SyntaxNode | undefined,
): FunctionDecl | undefined {
  const { name, parameters, isFunction } = readDeclarator(declarator);
  if (name === undefined || !isFunction) return undefined;
  const body = childByField(node, 'body');
  const text = context.slice(name);
  return {
    kind: 'function',
    name: text,
    fullName: text,
    nameRange: rangeOf(name),
    params: lowerParameters(context, parameters),
    returns: typeOf(context, node, undefined),
    body: body && lowerBlock(context, body),
    isStatic: node.children.some((child) => context.slice(child) === 'static'),
    isAsync: false,
    throws: false,
    attributes: [],
    range: rangeOf(node),
    when: context.whenAt(node.start),
  };
}

/** A method's definition or declaration. `attributes` come from around it: `optional`. */
export function lowerMethod(
  context: LoweringContext,
  node: SyntaxNode,
  attributes: readonly string[],
): FunctionDecl | undefined {
  const { pieces, params } = readSignature(context, node);
  const [first] = pieces;
  if (first === undefined) return undefined;
  const isStatic = node.children[0]?.type === '+';
  const returns = methodType(context, node);
  const body = childOfType(node, 'compound_statement');
  const isAction = returns?.name === 'IBAction';
  return {
    kind: kindOf(first.name, isStatic),
    name: first.name,
    fullName: pieces.map(({ name, isKeyword }) => (isKeyword ? `${name}:` : name)).join(''),
    nameRange: first.range,
    params,
    returns,
    body: body && lowerBlock(context, body),
    isStatic,
    isAsync: false,
    throws: false,
    attributes: isAction ? [...attributes, 'IBAction'] : attributes,
    range: rangeOf(node),
    when: context.whenAt(node.start),
  };
}

interface SelectorPiece {
  readonly name: string;
  readonly range: TextRange;
  /** Followed by a colon and a parameter. */
  readonly isKeyword: boolean;
}

function readSignature(
  context: LoweringContext,
  node: SyntaxNode,
): { pieces: SelectorPiece[]; params: Param[] } {
  const pieces: SelectorPiece[] = [];
  const params: Param[] = [];
  let pending: SyntaxNode | undefined;
  for (const child of node.children) {
    if (child.type === 'compound_statement') break;
    if (child.type === 'identifier') {
      pending = child;
    } else if (child.type === 'method_parameter' && child.children[0]?.type === ':') {
      const range = rangeOf(pending ?? { start: child.start, end: child.start + 1 });
      const name = pending === undefined ? '' : context.slice(pending);
      pieces.push({ name, range, isKeyword: true });
      params.push(lowerMethodParameter(context, child, name, range));
      pending = undefined;
    }
  }
  if (pending !== undefined && pieces.length === 0) {
    pieces.push({ name: context.slice(pending), range: rangeOf(pending), isKeyword: false });
  }
  return { pieces, params };
}

function lowerMethodParameter(
  context: LoweringContext,
  node: SyntaxNode,
  label: string,
  labelRange: TextRange,
): Param {
  const name = node.children.findLast((child) => child.type === 'identifier');
  return {
    label,
    labelRange,
    name: name === undefined ? '' : context.slice(name),
    type: methodType(context, node),
    defaultValue: undefined,
    range: { start: labelRange.start, end: node.end },
  };
}

function kindOf(name: string, isStatic: boolean): FunctionKind {
  if (isStatic) return 'method';
  if (name === 'dealloc') return 'deinit';
  return /^init(?![a-z])/.test(name) ? 'init' : 'method';
}
