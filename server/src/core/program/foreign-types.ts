/** What the files beside one say about types, and paths that leave it open until they are asked. */
import { isSdkType } from '../catalog/inert-calls';

/** `yes` and `no` are certain. */
export type Verdict = 'yes' | 'maybe' | 'no';

/** Heads of types go in and come out; `undefined`: not known. */
export interface ForeignTypes {
  /** What a name of a type stands for; the name itself where it is none of an alias. */
  named(name: string): string | undefined;
  property(type: string, name: string): string | undefined;
  /** What a method answers: by its base name in Swift, its selector in Objective-C. No type: a free function. */
  result(type: string | undefined, name: string): string | undefined;
  /** A bare name in `type` that the file does not declare: a member of the type, or a global. */
  bare(type: string | undefined, name: string): string | undefined;
  superclass(type: string): string | undefined;
  /** Whether instances of `type` are instances of `of`; `undefined`: ask the file itself. */
  isKind(type: string, of: string): Verdict | undefined;
}

/** Of a file that is looked at alone. */
export const noForeignTypes: ForeignTypes = {
  named: (name) => name,
  property: () => undefined,
  result: () => undefined,
  bare: () => undefined,
  superclass: () => undefined,
  isKind: () => undefined,
};

/** Longer ways are not followed. */
const maxSteps = 6;

/** One step of a path: a property or, with `()`, a method; the first one may be a bare name. */
const step = /([./])([^./()]+)(\(\))?/g;

/** Whether a type is a way to one that other files know. */
export function isTypePath(type: string): boolean {
  return /[./]/.test(type);
}

/**
 * Answers with ways to types instead of types: `Store.player`, `Store.make()`, `Store/player` for a bare name in it,
 * `/player` for one outside of types. `typeAtPath` follows them once the other files are known.
 */
export const typePaths: ForeignTypes = {
  ...noForeignTypes,
  property: (type, name) => longer(type, `.${name}`),
  result: (type, name) => (type === undefined ? `/${name}()` : longer(type, `.${name}()`)),
  bare: (type, name) => longer(type ?? '', `/${name}`),
};

function longer(type: string, next: string): string | undefined {
  const isOpen = type === '' || isTypePath(type) || !isSdkType(type);
  return isOpen && type.split(/[./]/).length <= maxSteps ? type + next : undefined;
}

/** The type at the end of a path, or the type itself. */
export function typeAtPath(path: string, types: ForeignTypes): string | undefined {
  let type: string | undefined = /^[^./]*/.exec(path)?.[0];
  for (const [, mark, name = '', call] of path.matchAll(step)) {
    if (type === undefined) return undefined;
    const owner: string | undefined = type === '' ? undefined : type;
    if (call !== undefined) type = types.result(owner, name);
    else if (mark === '/') type = types.bare(owner, name);
    else type = owner === undefined ? undefined : types.property(owner, name);
  }
  return type;
}
