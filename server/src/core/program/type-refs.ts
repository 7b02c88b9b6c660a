/** What types are made of: elements of collections, parts of tuples, parameters and results of functions. */
import { isPlainType, isSdkType } from '../catalog/inert-calls';
import type { TypeRef } from './ir';

/** Types that say nothing about the class. */
const anything = new Set(['id', 'Any', 'AnyObject', 'NSObject', 'instancetype', 'auto', '__auto_type']);

const lists = new Set(['Array', 'ArraySlice', 'ContiguousArray', 'Set']);
const objcLists = new Set(['NSArray', 'NSMutableArray', 'NSSet', 'NSMutableSet', 'NSOrderedSet']);
const dictionaries = new Set(['Dictionary', 'NSDictionary', 'NSMutableDictionary']);

/** Members of lists that answer one element. */
const elementMembers = new Set(['first', 'last', 'firstObject', 'lastObject', 'anyObject', 'randomElement']);

/** Methods that run their closure on each element. */
const elementMethods = new Set([
  'forEach',
  'map',
  'compactMap',
  'flatMap',
  'filter',
  'first',
  'last',
  'contains',
]);

export function plainRef(name: string): TypeRef {
  return { name, text: name, isOptional: false, isFunction: false, args: [] };
}

export function isAnything(name: string): boolean {
  return anything.has(name);
}

/** The head of a type, where there is one that says something; the protocol in `id<Protocol>`. */
export function headOf(type: TypeRef | undefined): string | undefined {
  if (type?.name === 'id' && type.args.length === 1) return type.args[0]?.name;
  const says = type !== undefined && !type.isFunction && type.name !== '' && !anything.has(type.name);
  return says ? type.name : undefined;
}

/** What a loop over a value takes from it. */
export function elementOf(type: TypeRef | undefined): TypeRef | undefined {
  const isList = type !== undefined && (lists.has(type.name) || objcLists.has(type.name));
  return isList ? type.args[0] : undefined;
}

/** What `value[x]` answers. */
export function subscripted(type: TypeRef | undefined): TypeRef | undefined {
  return type !== undefined && dictionaries.has(type.name) ? type.args[1] : elementOf(type);
}

/** What a member of a tuple or a list answers. */
export function memberOf(type: TypeRef | undefined, name: string): TypeRef | undefined {
  if (type?.name === '' && !type.isFunction && /^\d$/.test(name)) return type.args[Number(name)];
  return elementMembers.has(name) ? elementOf(type) : undefined;
}

/** What `value.method { $0 }` hands to its closure, for methods of lists and optionals. */
export function handedTo(method: string, type: TypeRef | undefined): TypeRef | undefined {
  if (!elementMethods.has(method)) return undefined;
  const element = elementOf(type);
  if (element !== undefined) return element;
  return type?.isOptional === true && (method === 'map' || method === 'flatMap') ? type : undefined;
}

/** What a Swift function of this type answers. */
export function resultOf(type: TypeRef | undefined): TypeRef | undefined {
  return type?.isFunction === true && type.text.includes('->') ? type.args.at(-1) : undefined;
}

/** What a Swift function of this type is given. */
export function parameterOf(type: TypeRef | undefined, index: number): TypeRef | undefined {
  if (type?.isFunction !== true || type.args.length !== 2) return undefined;
  const [params] = type.args;
  const isSeveral = params?.name === '' && !params.isFunction;
  return isSeveral ? params.args[index] : index === 0 ? params : undefined;
}

/** The type of all of them, if it is one. */
export function agreed(types: readonly (TypeRef | undefined)[]): TypeRef | undefined {
  const [first] = types;
  return types.every((type) => type?.name === first?.name) ? first : undefined;
}

/** Whether a method answers an object of the type that it is asked on. */
export function isSelf({ name }: TypeRef): boolean {
  return name === 'Self' || name === 'instancetype';
}

/** Whether a type may be another file's name for something else. */
export function mayBeOtherName(type: TypeRef | undefined): type is TypeRef {
  const isNamed = type !== undefined && !type.isFunction && type.name !== '';
  return isNamed && !isPlainType(type.name) && !isSdkType(type.name);
}
