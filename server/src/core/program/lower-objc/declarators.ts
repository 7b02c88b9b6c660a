import { childByField, namedChildren, type SyntaxNode } from '../../syntax/objc-tree';

/** What a C declarator says: `*name`, `(^name)(int)`, `name[3]`, `name(int a)`. */
export interface Declarator {
  /** `undefined` for abstract ones, as in casts and unnamed parameters. */
  readonly name: SyntaxNode | undefined;
  /** Declares a function itself, not a variable that holds one. */
  readonly isFunction: boolean;
  /** Declares a block or a pointer to a function. */
  readonly holdsFunction: boolean;
  readonly isPointer: boolean;
  /** Parameters of the function, block or function pointer. */
  readonly parameters: SyntaxNode | undefined;
}

const nameTypes: ReadonlySet<string> = new Set(['identifier', 'field_identifier', 'type_identifier']);

/** Reads a declarator from the outside in. */
export function readDeclarator(declarator: SyntaxNode | undefined): Declarator {
  let parameters: SyntaxNode | undefined;
  let isPointer = false;
  let pointsToFunction = false;
  let node = declarator;
  while (node !== undefined && !nameTypes.has(node.type)) {
    const kind = node.type.replace(/^abstract_/, '');
    if (kind === 'function_declarator') {
      parameters = childByField(node, 'parameters');
      pointsToFunction = false;
    } else if (kind === 'pointer_declarator' || kind === 'block_pointer_declarator') {
      isPointer = true;
      pointsToFunction = parameters !== undefined;
    }
    node = innerDeclarator(node);
  }
  const isFunction = parameters !== undefined && !pointsToFunction;
  return { name: node, isFunction, holdsFunction: pointsToFunction, isPointer, parameters };
}

function innerDeclarator(node: SyntaxNode): SyntaxNode | undefined {
  const inner = childByField(node, 'declarator');
  if (inner !== undefined) return inner;
  return namedChildren(node).find((child) => nameTypes.has(child.type) || child.type.endsWith('declarator'));
}
