import { namedChildren, type SyntaxNode } from '../../syntax/objc-tree';
import type { LoweringContext } from './context';
import { readDeclarator } from './declarators';
import { typeSpecifier } from './types';

/** Remembers `typedef void (^Done)(BOOL);`, and names for such a type, so that `Done done` is seen as a function. */
export function registerTypedef(context: LoweringContext, node: SyntaxNode): void {
  const specifier = typeSpecifier(node);
  const isAlias = specifier !== undefined && context.functionTypes.has(context.slice(specifier));
  for (const child of namedChildren(node)) {
    if (child.field !== 'declarator') continue;
    const { name, holdsFunction, isPointer } = readDeclarator(child);
    if (name !== undefined && (holdsFunction || (isAlias && !isPointer)))
      context.functionTypes.add(context.slice(name));
  }
}
