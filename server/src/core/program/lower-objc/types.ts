import { inferredType } from '../../syntax/objc-macro-names';
import { childOfType, namedChildren, type SyntaxNode } from '../../syntax/objc-tree';
import type { TypeRef } from '../ir';
import type { LoweringContext } from './context';
import { readDeclarator } from './declarators';

const specifierTypes: ReadonlySet<string> = new Set([
  'type_identifier',
  'primitive_type',
  'sized_type_specifier',
  'typedefed_specifier',
  'generic_specifier',
  'typeof_specifier',
  'struct_specifier',
  'union_specifier',
  'enum_specifier',
  'macro_type_specifier',
  'array_type_specifier',
]);

/** The type specifier among the children of a declaration, parameter, cast or property. */
export function typeSpecifier(holder: SyntaxNode): SyntaxNode | undefined {
  return holder.children.find((child) => specifierTypes.has(child.type));
}

/** The type that `holder` gives to `declarator`; `undefined` when none is written (`__auto_type`). */
export function typeOf(
  context: LoweringContext,
  holder: SyntaxNode,
  declarator: SyntaxNode | undefined,
): TypeRef | undefined {
  const specifier = typeSpecifier(holder);
  if (specifier === undefined) return undefined;
  const name = headName(context, specifier);
  if (name === '__auto_type' || name === inferredType) return undefined;
  const { name: declared, holdsFunction } = readDeclarator(declarator);
  const head = [...typeQualifiers(context, holder, specifier), context.slice(specifier)].join(' ');
  const text = collapse(
    `${head} ${declarator === undefined ? '' : textWithout(context, declarator, declared)}`,
  );
  return {
    name: holdsFunction ? '' : name,
    text,
    isOptional: isNullable(text, holdsFunction),
    isFunction: holdsFunction || context.functionTypes.has(name),
    args: holdsFunction ? [] : genericArgs(context, specifier),
  };
}

/** The type in a cast, a method's parentheses or between angle brackets. */
export function typeFromName(
  context: LoweringContext,
  typeName: SyntaxNode | undefined,
): TypeRef | undefined {
  if (typeName === undefined) return undefined;
  const declarator = typeName.children.find((child) => child.type.endsWith('declarator'));
  return typeOf(context, typeName, declarator);
}

/** `(UIApplication *)` of a method's result or parameter. */
export function methodType(context: LoweringContext, holder: SyntaxNode): TypeRef | undefined {
  const parentheses = childOfType(holder, 'method_type');
  return parentheses && typeFromName(context, childOfType(parentheses, 'type_name'));
}

function headName(context: LoweringContext, specifier: SyntaxNode): string {
  switch (specifier.type) {
    case 'typeof_specifier':
      return 'typeof';
    case 'typedefed_specifier':
      return context.slice(specifier).split(/[^\w]/, 1)[0] ?? '';
    case 'generic_specifier':
    case 'struct_specifier':
    case 'union_specifier':
    case 'enum_specifier':
    case 'macro_type_specifier':
    case 'array_type_specifier': {
      const name = namedChildren(specifier).find((child) => /identifier$|_type$/.test(child.type));
      return name === undefined ? '' : context.slice(name);
    }
    default:
      return collapse(context.slice(specifier));
  }
}

/** `NSArray<NSString *>` has one, `id<Delegate>` too. */
function genericArgs(context: LoweringContext, specifier: SyntaxNode): readonly TypeRef[] {
  const protocols = childOfType(specifier, 'protocol_reference_list');
  if (protocols !== undefined) return namedChildren(protocols).map((name) => namedType(context.slice(name)));
  if (specifier.type !== 'generic_specifier') return [];
  const names = specifier.children.filter((child) => child.type === 'type_name');
  return names.flatMap((name) => typeFromName(context, name) ?? []);
}

function namedType(name: string): TypeRef {
  return { name, text: name, isOptional: false, isFunction: false, args: [] };
}

/** `const`, `nullable`, `__kindof` before the type. `__block` and `__weak` tell of the variable instead. */
function typeQualifiers(context: LoweringContext, holder: SyntaxNode, specifier: SyntaxNode): string[] {
  const words = holder.children.filter(
    (child) => child.type === 'type_qualifier' && child.start < specifier.start,
  );
  return words.map((word) => context.slice(word)).filter((word) => !variableQualifiers.has(word));
}

const variableQualifiers: ReadonlySet<string> = new Set([
  '__block',
  '__weak',
  '__strong',
  '__unsafe_unretained',
]);

function textWithout(context: LoweringContext, node: SyntaxNode, hole: SyntaxNode | undefined): string {
  if (hole === undefined) return context.slice(node);
  return context.text.slice(node.start, hole.start) + context.text.slice(hole.end, node.end);
}

function isNullable(text: string, isFunction: boolean): boolean {
  return isFunction
    ? /^nullable\b|\^\s*(?:_Nullable|__nullable|nullable)\b/.test(text)
    : /\b(?:_Nullable|__nullable|nullable)\b/.test(text);
}

export function collapse(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
