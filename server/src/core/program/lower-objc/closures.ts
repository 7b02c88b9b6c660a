import { childOfType, namedChildren, type SyntaxNode } from '../../syntax/objc-tree';
import type { Expr, FunctionDecl, Param, TypeRef } from '../ir';
import { type LoweringContext, rangeOf } from './context';
import { readDeclarator } from './declarators';
import { lowerBlock } from './statements';
import { typeFromName, typeOf } from './types';

/** `^{ … }`, `^(int a) { … }`, `^id(int a) { … }`. What a block captures shows in its body only. */
export function lowerBlockLiteral(context: LoweringContext, node: SyntaxNode): Expr {
  const body = childOfType(node, 'compound_statement');
  const written = childOfType(node, 'type_name');
  const inType = written?.children.find((child) => child.type.endsWith('declarator'));
  const list = childOfType(node, 'parameter_list') ?? readDeclarator(inType).parameters;
  const range = rangeOf(node);
  const declaration: FunctionDecl = {
    kind: 'closure',
    name: '',
    fullName: '',
    nameRange: { start: node.start, end: node.start + 1 },
    params: lowerParameters(context, list),
    returns: written === undefined ? undefined : resultOf(context, written, list),
    body: body && lowerBlock(context, body),
    isStatic: false,
    isAsync: false,
    throws: false,
    attributes: [],
    range,
    when: [],
  };
  return { kind: 'closure', function: declaration, captures: [], range };
}

/** Of `id(int a)` only `id`, unless the parameters are written after it. */
function resultOf(
  context: LoweringContext,
  written: SyntaxNode,
  list: SyntaxNode | undefined,
): TypeRef | undefined {
  const hasParameters = list !== undefined && list.start < written.end;
  return hasParameters ? typeOf(context, written, undefined) : typeFromName(context, written);
}

/** The parameters of a block, C function or function pointer; `(void)` has none. */
export function lowerParameters(context: LoweringContext, list: SyntaxNode | undefined): Param[] {
  const declarations = list === undefined ? [] : namedChildren(list);
  return declarations.flatMap((declaration) => {
    if (declaration.type !== 'parameter_declaration' || context.slice(declaration) === 'void') return [];
    const declarator = declaration.children.find(
      (child) => child.type === 'identifier' || child.type.endsWith('declarator'),
    );
    const { name } = readDeclarator(declarator);
    return [
      {
        label: undefined,
        labelRange: rangeOf(name ?? declaration),
        name: name === undefined ? '' : context.slice(name),
        type: typeOf(context, declaration, declarator),
        defaultValue: undefined,
        range: rangeOf(declaration),
      },
    ];
  });
}
