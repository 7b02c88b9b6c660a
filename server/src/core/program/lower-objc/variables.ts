import { childByField, childOfType, type SyntaxNode } from '../../syntax/objc-tree';
import type { Condition, Expr, VariableDecl } from '../ir';
import { type LoweringContext, rangeOf } from './context';
import { readDeclarator } from './declarators';
import { typeOf } from './types';

/** Lowers the value of an initialiser; given by the caller, since expressions hold variables too. */
export type LowerValue = (value: SyntaxNode) => Expr;

/** The variables of a C declaration, in order; functions declared by it are left out. */
export function declaredVariables(
  context: LoweringContext,
  declaration: SyntaxNode,
  lowerValue: LowerValue,
  when: readonly Condition[],
): VariableDecl[] {
  const declarators = declaration.children.filter((child) => child.field === 'declarator');
  return declarators.flatMap((part) => {
    const isInitialised = part.type === 'init_declarator';
    const declarator = isInitialised ? childByField(part, 'declarator') : part;
    const { name, isFunction, isPointer } = readDeclarator(declarator);
    if (name === undefined || (!isInitialised && (isFunction || name.missing))) return [];
    const value = isInitialised ? childByField(part, 'value') : undefined;
    const words = qualifiersOf(context, declaration);
    return [
      {
        name: context.slice(name),
        nameRange: rangeOf(name),
        type: typeOf(context, declaration, declarator),
        initial: value && lowerValue(value),
        isConstant: isPointer ? hasConstPointer(context, declarator, name) : words.includes('const'),
        isStatic: words.includes('static'),
        isLazy: false,
        isWeak: words.includes('__weak') || isWeakPointer(context, declarator, name),
        accessors: [],
        attributes: words,
        range: declarators.length === 1 ? rangeOf(declaration) : rangeOf(part),
        when,
      },
    ];
  });
}

/** `static`, `extern`, `__block`, `__weak`, `const`, … before the type. */
function qualifiersOf(context: LoweringContext, declaration: SyntaxNode): string[] {
  const words = declaration.children.filter(
    ({ type }) => type === 'type_qualifier' || type === 'storage_class_specifier',
  );
  return words.map((word) => context.slice(word));
}

function pointerWords(
  context: LoweringContext,
  declarator: SyntaxNode | undefined,
  name: SyntaxNode,
): string {
  return declarator === undefined ? '' : context.text.slice(declarator.start, name.start);
}

/** `NSString *const name`: the variable itself is constant. `const char *name` is not. */
function hasConstPointer(
  context: LoweringContext,
  declarator: SyntaxNode | undefined,
  name: SyntaxNode,
): boolean {
  return /\bconst\b[^*]*$/.test(pointerWords(context, declarator, name));
}

function isWeakPointer(
  context: LoweringContext,
  declarator: SyntaxNode | undefined,
  name: SyntaxNode,
): boolean {
  return /\b__weak\b/.test(pointerWords(context, declarator, name));
}

/** The variables of a property or instance variable, which the grammar writes as a struct's member. */
export function declaredMembers(
  context: LoweringContext,
  declaration: SyntaxNode,
  attributes: readonly string[],
  range: SyntaxNode,
): VariableDecl[] {
  const struct = childOfType(declaration, 'struct_declaration');
  if (struct === undefined) return [];
  const declarators = struct.children.filter((child) => child.type === 'struct_declarator');
  return declarators.flatMap((part) => {
    const { name } = readDeclarator(part);
    if (name === undefined) return [];
    const type = typeOf(context, struct, part);
    const words = context.text.slice(struct.start, name.start);
    return [
      {
        name: context.slice(name),
        nameRange: rangeOf(name),
        type: type && attributes.includes('nullable') ? { ...type, isOptional: true } : type,
        initial: undefined,
        isConstant: false,
        isStatic: attributes.includes('class'),
        isLazy: false,
        isWeak: attributes.includes('weak') || /\b__weak\b/.test(words),
        accessors: [],
        attributes,
        range: rangeOf(range),
        when: context.whenAt(range.start),
      },
    ];
  });
}
