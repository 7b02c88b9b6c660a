/** Constants as plain data: what a file says about them, and what they turn out to be in a target. */
import type { TextRange } from '../../text';
import type { Condition, SourceLanguage } from '../ir';

/** An expression reduced to what matters for its value. Independent of other files. */
export type ConstantExpr =
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'number'; readonly value: string }
  | { readonly kind: 'bool'; readonly value: boolean }
  | { readonly kind: 'nil' }
  /** The bundle identifier of the app or extension that runs the code. */
  | { readonly kind: 'bundle-identifier' }
  /** A constant of the SDK by its Swift name, or a case of an enumeration without its raw value: `playback`. */
  | { readonly kind: 'member'; readonly name: string }
  /** Concatenation or interpolation. */
  | { readonly kind: 'join'; readonly parts: readonly ConstantExpr[] }
  /** An option set, a mask, an array or a set: everything that is in it. */
  | { readonly kind: 'union'; readonly parts: readonly ConstantExpr[] }
  /** One of these; `isComplete` is false when it may be something else too. */
  | { readonly kind: 'choice'; readonly options: readonly ConstantExpr[]; readonly isComplete: boolean }
  /** A name with its qualifiers as written: `Keys.refresh`, `self.identifier`. */
  | {
      readonly kind: 'reference';
      readonly path: readonly string[];
      /** Written as an implicit member; the type in front of it comes from the context. */
      readonly isImplicit?: true;
      /** The path begins with the type of an object, which may be of a subclass. */
      readonly isOfObject?: true;
    }
  /** A member of what a local variable or a parameter of that type holds. */
  | {
      readonly kind: 'property';
      readonly of: ConstantExpr;
      readonly type: readonly string[];
      readonly name: string;
    }
  /** What a member of an enumeration is worth, by the case that it is asked for. */
  | { readonly kind: 'by-case'; readonly cases: readonly CaseValue[]; readonly isComplete: boolean }
  /** A call of a function that may answer a constant. */
  | { readonly kind: 'call'; readonly path: readonly string[]; readonly args: readonly ConstantArg[] }
  /** Written in another type of the file: its names are looked up there. `owner`: as in `ConstantDeclaration`. */
  | { readonly kind: 'within'; readonly owner: string; readonly value: ConstantExpr }
  /** A parameter of the function whose result this is part of. */
  | { readonly kind: 'param'; readonly index: number }
  | PassedExpr
  | { readonly kind: 'unknown' };

/**
 * What has the parameters: a function or method of Swift, an initialiser of Swift, a method of Objective-C, a function
 * of C.
 */
export type CalleeKind = 'function' | 'init' | 'message' | 'c-function';

/** A parameter of a function that other files can call: what their calls pass for it. */
export interface PassedExpr {
  readonly kind: 'passed';
  readonly callee: CalleeKind;
  /** Path of the type that declares the function; '' for global functions. */
  readonly owner: string;
  /** What files that name it are asked for: see `mention-names.ts`. */
  readonly name: string;
  readonly params: readonly ConstantParam[];
  readonly index: number;
  /** Type of the parameter, where it is nothing but names. */
  readonly type?: readonly string[];
  /** `.rawValue` is read from it. */
  readonly isRaw?: true;
  /** What the file at hand passes; it holds where the calls of other files are not known. */
  readonly own: ConstantExpr;
}

export interface CaseValue {
  /** Empty: all other cases. */
  readonly names: readonly string[];
  readonly value: ConstantExpr;
}

export interface ConstantArg {
  readonly label: string | undefined;
  readonly value: ConstantExpr;
  /** A closure behind the parentheses of the call. */
  readonly isTrailing?: true;
}

export interface ConstantParam {
  readonly label: string | undefined;
  readonly defaultValue: ConstantExpr | undefined;
}

export interface ConstantDeclaration {
  /** Path of the type around it; '' for globals. */
  readonly owner: string;
  /** The whole selector for Objective-C methods, the base name otherwise. */
  readonly name: string;
  readonly value: ConstantExpr;
  /** The app's own type of an unknown value, as written: its members may be constants. */
  readonly type?: string;
  /** Functions only. */
  readonly params?: readonly ConstantParam[];
  /** Other files do not see it: `private`, `fileprivate`, `static` in C, `#define` outside of a header. */
  readonly isFileLocal?: true;
  /** It exists under a compilation condition. */
  readonly isConditional?: true;
  /** A case of an enumeration: `value` is its raw value. */
  readonly isCase?: true;
  /** Other code may assign it: `value` holds where none does. */
  readonly isVariable?: true;
  /** A property of objects that code of its type may set: what it is set to is told to those who ask for it. */
  readonly stored?: SourceLanguage;
}

/** Where code hands a value to an API that knows it by its name or kind. */
export type ConstantRole = 'task-identifier' | 'session-identifier' | 'audio-category' | 'audio-setting';

/**
 * What a call does with a task identifier: registers its launch handler, installs it with SwiftUI's modifier, makes a
 * request for it, or takes requests back.
 */
export type TaskApi = 'register' | 'modifier' | 'request' | 'cancel';

export interface TaskCall {
  readonly api: TaskApi;
  /** Class of the request. */
  readonly request?: string;
  /** Where diagnostics of the call start. */
  readonly range: TextRange;
  /** `#if` conditions around it, outermost first; missing: none. */
  readonly when?: readonly Condition[];
  /** A branch decides whether it happens. Tests of the system's version do not count. */
  readonly isConditional?: true;
}

export interface ConstantUse {
  readonly role: ConstantRole;
  /** The argument. */
  readonly range: TextRange;
  /** `#if` conditions around it, outermost first; missing: none. */
  readonly when?: readonly Condition[];
  /** Path of the type around it; '' outside of types. */
  readonly owner: string;
  readonly value: ConstantExpr;
  /** Task identifiers only. */
  readonly task?: TaskCall;
}

/** Where a file names what a value depends on. `name`: what was asked for. */
export type Mention =
  | CallMention
  | DeclarationMention
  | StoredMention
  /** Anything else: the function may be called from anywhere, or the call is not understood. */
  | { readonly kind: 'other'; readonly name: string };

export interface CallMention {
  readonly kind: 'call';
  readonly name: string;
  /** Path of the type around the call; '' outside of types. */
  readonly owner: string;
  /**
   * What it is called on: a path that starts at a type, a global, or `self`; the type that an initialiser makes. Empty:
   * nothing is written. Missing: not known.
   */
  readonly on?: readonly string[];
  readonly args: readonly ConstantArg[];
}

/** Something of that name is declared: a function, a property, a requirement of a protocol. */
export interface DeclarationMention {
  readonly kind: 'declaration';
  readonly name: string;
  readonly what: CalleeKind | 'type' | 'other';
  /** Path of the type around it, or of the type itself; '' outside of types. */
  readonly owner: string;
  /** Labels of the parameters, and whether they have defaults; of functions and initialisers. */
  readonly params?: readonly {
    readonly label: string | undefined;
    readonly defaultValue: true | undefined;
  }[];
  readonly hasBody?: true;
}

/** What the code of a type sets a property of its objects to. */
export interface StoredMention {
  readonly kind: 'stored';
  readonly name: string;
  readonly value: ConstantExpr;
  /** Nothing else in the file can set it. */
  readonly isAll: boolean;
}

/** What one file declares and uses. */
export interface FileConstants {
  readonly declarations: readonly ConstantDeclaration[];
  /** `inherits` as written. Only types whose members matter to a look-up. */
  readonly types: readonly { readonly path: string; readonly inherits: readonly string[] }[];
  readonly uses: readonly ConstantUse[];
  /** Names that code of the file assigns or changes in place, sorted. */
  readonly changed?: readonly string[];
  /** Of what was asked for. */
  readonly mentions?: readonly Mention[];
}

/** Text with the parts that are only known for a target. */
export type TextPart = string | { readonly symbol: 'bundle-identifier' };

export type ConstantValue =
  /** Adjacent strings are joined; the empty text has no parts. */
  | { readonly kind: 'text'; readonly parts: readonly TextPart[] }
  | { readonly kind: 'number'; readonly value: string }
  | { readonly kind: 'bool'; readonly value: boolean }
  | { readonly kind: 'nil' }
  | { readonly kind: 'member'; readonly name: string }
  /** `isComplete` is false when it may hold more. */
  | { readonly kind: 'set'; readonly members: readonly ConstantValue[]; readonly isComplete: boolean }
  /** Two or more different values, or one that is not certain. */
  | { readonly kind: 'one-of'; readonly values: readonly ConstantValue[]; readonly isComplete: boolean }
  | { readonly kind: 'unknown' };

export const unknownExpr: ConstantExpr = { kind: 'unknown' };
export const unknownValue: ConstantValue = { kind: 'unknown' };

export function choice(options: readonly ConstantExpr[], isComplete = true): ConstantExpr {
  const [first] = options;
  if (first === undefined) return unknownExpr;
  return options.length === 1 && isComplete ? first : { kind: 'choice', options, isComplete };
}
