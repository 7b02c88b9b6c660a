/** What the files beside one say about types, and paths that leave it open until they are asked. */
import { isSdkType } from '../catalog/inert-calls';

/** `yes` and `no` are certain. */
export type Verdict = 'yes' | 'maybe' | 'no';

/** Heads of types go in and come out; `undefined`: not known. */
export interface ForeignTypes {
  /** What a name of a type stands for; the name itself where it is none of an alias. */
  named(name: string): string | undefined;
  /** Other names of a type. */
  namesOf(type: string): readonly string[];
  property(type: string, name: string): string | undefined;
  /** What a method answers: by its base name in Swift, its selector in Objective-C. */
  result(type: string, name: string): string | undefined;
  /** `Type.shared`, which is of that type unless something else is declared. */
  shared(type: string, name: string): string | undefined;
  /** A bare name in `type` that the file does not declare: a member of the type, or a global. */
  bare(type: string | undefined, name: string): string | undefined;
  /** As `bare`, for a call. */
  bareResult(type: string | undefined, name: string): string | undefined;
  superclass(type: string): string | undefined;
  /** Whether instances of `type` are instances of `of`; `undefined`: ask the file itself. */
  isKind(type: string, of: string): Verdict | undefined;
}

/** Of a file that is looked at alone. */
export const noForeignTypes: ForeignTypes = {
  named: (name) => name,
  namesOf: () => [],
  property: () => undefined,
  result: () => undefined,
  shared: (type) => type,
  bare: () => undefined,
  bareResult: () => undefined,
  superclass: () => undefined,
  isKind: () => undefined,
};

/** Longer ways are not followed. */
const maxSteps = 6;

/** One step of a path: a property or, with `()`, a method. */
const step = /([.!/])([^.!/()]+)(\(\))?/g;

/** Whether a type is a way to one that other files know. */
export function isTypePath(type: string): boolean {
  return /[.!/]/.test(type);
}

/**
 * Answers with ways to types instead of types. `typeAtPath` follows them once the other files are known.
 *
 * | path | expression |
 * |---|---|
 * | `Store.player`, `Store.make()` | of a value of type `Store` |
 * | `Store/player`, `Store/make()` | a bare name in `Store`; `/player` outside of types |
 * | `Store!shared` | `Store.shared` |
 */
export const typePaths: ForeignTypes = {
  ...noForeignTypes,
  property: (type, name) => longer(type, '.', name),
  result: (type, name) => longer(type, '.', `${name}()`),
  shared: (type, name) => longer(type, '!', name) ?? type,
  bare: (type = '', name) => longer(type, '/', name),
  bareResult: (type = '', name) => longer(type, '/', `${name}()`),
};

function longer(type: string, mark: string, name: string): string | undefined {
  const isOpen = type === '' || isTypePath(type) || !isSdkType(type);
  return isOpen && type.split(/[.!/]/).length <= maxSteps ? type + mark + name : undefined;
}

/** The type at the end of a path, or the type itself. */
export function typeAtPath(path: string, types: ForeignTypes): string | undefined {
  const head = /^[^.!/]*/.exec(path)?.[0] ?? '';
  // What looks like a type may be a variable.
  let type = head === '' ? undefined : (types.named(head) ?? types.bare(undefined, head));
  for (const [at, [, mark, name = '', call]] of [...path.matchAll(step)].entries()) {
    if (type === undefined && (at > 0 || head !== '')) return undefined;
    if (mark === '/') type = call === undefined ? types.bare(type, name) : types.bareResult(type, name);
    else if (type === undefined) return undefined;
    else if (mark === '!') type = types.shared(type, name);
    else type = call === undefined ? types.property(type, name) : types.result(type, name);
  }
  return type;
}
