import { childByField, namedChildren, type SyntaxNode } from '../../syntax/objc-tree';
import type { LoweringContext } from './context';
import { readDeclarator } from './declarators';
import { typeSpecifier } from './types';

/**
 * Remembers `typedef void (^Done)(BOOL);`, and names for such a type, so that `Done done` is seen as a function, and other
 * names of classes.
 */
export function registerTypedef(context: LoweringContext, node: SyntaxNode): void {
  const specifier = typeSpecifier(node);
  const isAlias = specifier !== undefined && context.functionTypes.has(context.slice(specifier));
  for (const child of namedChildren(node)) {
    if (child.field !== 'declarator') continue;
    const { name, holdsFunction, isPointer } = readDeclarator(child);
    if (name === undefined) continue;
    if (holdsFunction || (isAlias && !isPointer)) context.functionTypes.add(context.slice(name));
    else if (specifier?.type === 'type_identifier' && isPlain(child))
      context.noteAlias(context.slice(name), context.slice(specifier));
  }
}

/** `Session` and `*SessionRef`: no array, no function. */
function isPlain(declarator: SyntaxNode): boolean {
  const { type } = declarator;
  if (type !== 'pointer_declarator') return /identifier$/.test(type);
  return namedChildren(declarator).every((child) => /identifier$|qualifier$/.test(child.type));
}

/** `@compatibility_alias Session AVAudioSession;` */
export function registerCompatibilityAlias(context: LoweringContext, node: SyntaxNode): void {
  const [alias, type] = ['class', 'alias'].map((field) => childByField(node, field));
  if (alias !== undefined && type !== undefined) context.noteAlias(context.slice(alias), context.slice(type));
}
