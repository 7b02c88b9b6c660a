/** Which functions of the target a call may mean. */
import { bridgedTargets, type CallSpelling } from './bridged-calls';
import type { CodeIndex, IndexedFunction } from './code-index';
import type { Callee } from './effect-types';
import { type ForeignTypes, typeAtPath } from './foreign-types';

/** A callee with the type that its way leads to, or none that is known. */
export function resolvedCallee(callee: Callee, types: ForeignTypes): Callee {
  if (callee.on !== 'type') return callee;
  const end = typeAtPath(callee.type, types);
  const type = end === undefined ? undefined : types.named(end);
  return type === undefined ? { on: 'unknown', name: callee.name } : { ...callee, type };
}

/**
 * `type` is that of `self` where the call stands. With `call`, functions of the other language are found, too. Empty:
 * none that has been read.
 */
export function callTargets(
  callee: Callee,
  type: string | undefined,
  index: CodeIndex,
  call?: CallSpelling,
): readonly IndexedFunction[] {
  const known = direct(callee, type, index);
  if (known.length > 0 || call === undefined) return known;
  return bridgedTargets(callee.name, call, (name) => direct({ ...callee, name }, type, index));
}

function direct(callee: Callee, type: string | undefined, index: CodeIndex): readonly IndexedFunction[] {
  const own = (name: string): readonly IndexedFunction[] =>
    type === undefined ? [] : index.methods(type, name);
  switch (callee.on) {
    case 'bare': {
      const methods = own(callee.name);
      return methods.length > 0 ? methods : index.functions(callee.name);
    }
    case 'self':
      return isSetter(callee.name)
        ? [...own(callee.name), ...own(objcSetter(callee.name, type, index))]
        : own(callee.name);
    case 'super':
      return type === undefined ? [] : index.inheritedMethods(type, callee.name);
    case 'type': {
      const found = resolvedCallee(callee, index.types);
      return found.on === 'type' ? index.methods(found.type, found.name) : [];
    }
    case 'unknown':
      return [];
  }
}

/** Whether a name stands for the setter and observers of a property. */
export function isSetter(name: string): boolean {
  return name.endsWith('.set');
}

/** Objective-C spells the setter of `name` as `setName:`, if it is not told otherwise. */
function objcSetter(setter: string, type: string | undefined, index: CodeIndex): string {
  const name = setter.slice(0, -'.set'.length);
  const declared = type === undefined ? undefined : index.property(type, name)?.setter;
  return declared ?? `set${name.charAt(0).toUpperCase()}${name.slice(1)}:`;
}
