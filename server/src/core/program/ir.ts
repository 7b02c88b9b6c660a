/**
 * The language-neutral program model. Swift and Objective-C are lowered into it; rules read nothing else.
 *
 * Conventions that hold for every node:
 * - `range` is in UTF-16 offsets of the original text (never of normalised text).
 * - Nothing is dropped silently: what cannot be lowered is `unknown` and keeps the expressions found inside it,
 *   so that a call is never lost, and so that analyses know where their knowledge ends.
 * - Plain data without tree-sitter nodes: it can be compared and printed. Members that an edit moved have their fields
 *   from a class (`moved.ts`).
 */
import type { TextRange } from '../text';

export type SourceLanguage = 'swift' | 'objc';

/** One lowered source file. */
export interface ProgramFile {
  readonly language: SourceLanguage;
  readonly imports: readonly ImportDecl[];
  readonly types: readonly TypeDecl[];
  /** Every function that is not a member of a type: global functions, and C functions in Objective-C. */
  readonly functions: readonly FunctionDecl[];
  /** Global variables and constants, `#define NAME literal` and `extern NSString *const` included. */
  readonly globals: readonly VariableDecl[];
  /** Other names that the file gives to types. */
  readonly aliases?: readonly TypeAlias[] | undefined;
  /** Swift: every type that the file gives another name to, even if only a part of something with that name. */
  readonly aliased?: readonly string[] | undefined;
  /** Statements at file level (main.swift, playgrounds); empty elsewhere. */
  readonly topLevel: Block;
  readonly comments: readonly Comment[];
  /** Ranges the parser could not make sense of. Empty for clean files. */
  readonly errors: readonly TextRange[];
}

/** `typealias Session = AVAudioSession`, `typedef AVAudioSession Session;`, `@compatibility_alias Session AVAudioSession;`. */
export interface TypeAlias {
  readonly name: string;
  /** Head of the type that it stands for, itself no alias of this file; '' for functions. */
  readonly type: string;
  readonly isFunction?: true;
  /** Other files do not see it. */
  readonly isFileLocal?: true;
}

export interface Comment {
  /** With its delimiters. */
  readonly range: TextRange;
}

export interface ImportDecl {
  /** `UIKit`, `UIKit/UIKit.h`, `Player.h`. */
  readonly module: string;
  readonly range: TextRange;
  readonly when: readonly Condition[];
}

export type TypeKind = 'class' | 'struct' | 'enum' | 'actor' | 'protocol' | 'extension';

/**
 * A type or a part of one. Swift `extension X`, Objective-C categories, class extensions and `@implementation X`
 * are `extension` of the type named `name`; Objective-C `@interface X : Y` is `class`.
 */
export interface TypeDecl {
  readonly kind: TypeKind;
  /** Last component, without generic arguments. */
  readonly name: string;
  readonly nameRange: TextRange;
  /** `Outer.Inner` for nested types; equal to `name` otherwise. */
  readonly path: string;
  /** Superclass and protocols, as written, without generic arguments. */
  readonly inherits: readonly string[];
  readonly properties: readonly VariableDecl[];
  readonly methods: readonly FunctionDecl[];
  readonly types: readonly TypeDecl[];
  readonly attributes: readonly string[];
  readonly range: TextRange;
  readonly when: readonly Condition[];
}

export interface VariableDecl {
  readonly name: string;
  readonly nameRange: TextRange;
  readonly type: TypeRef | undefined;
  readonly initial: Expr | undefined;
  readonly isConstant: boolean;
  readonly isStatic: boolean;
  readonly isLazy: boolean;
  readonly isWeak: boolean;
  /** get, set, willSet, didSet bodies; a Swift computed property's shorthand body is `get`. */
  readonly accessors: readonly FunctionDecl[];
  readonly attributes: readonly string[];
  readonly range: TextRange;
  readonly when: readonly Condition[];
}

/** A type as written. `name` is the head: `UIBackgroundTaskIdentifier`, `[String: X]` has the name `Dictionary`. */
export interface TypeRef {
  /** Last component of the head without module or pointer: `UIApplication` for `UIKit.UIApplication` and `UIApplication *`. */
  readonly name: string;
  /** Full text as written, blanks collapsed. */
  readonly text: string;
  readonly isOptional: boolean;
  /** Function types and blocks, also inside an optional. */
  readonly isFunction: boolean;
  readonly args: readonly TypeRef[];
}

export type FunctionKind = 'function' | 'method' | 'init' | 'deinit' | 'accessor' | 'closure' | 'subscript';

export interface FunctionDecl {
  readonly kind: FunctionKind;
  /** Base name (`application`), `init`, `deinit`, accessor keyword, '' for closures; first selector piece in Objective-C. */
  readonly name: string;
  /**
   * Full name: `application(_:didFinishLaunchingWithOptions:)` in Swift, `application:didFinishLaunchingWithOptions:`
   * for an Objective-C method, the plain name for a C function, '' for closures.
   */
  readonly fullName: string;
  /** The base name; for Objective-C the first selector piece; the opening `{` or `^` for closures. */
  readonly nameRange: TextRange;
  readonly params: readonly Param[];
  readonly returns: TypeRef | undefined;
  /** `undefined` for declarations without a body (protocols, headers). */
  readonly body: Block | undefined;
  readonly isStatic: boolean;
  readonly isAsync: boolean;
  readonly throws: boolean;
  readonly attributes: readonly string[];
  readonly range: TextRange;
  readonly when: readonly Condition[];
}

export interface Param {
  /** Argument label: `undefined` for `_`. Objective-C: the selector piece without the colon. */
  readonly label: string | undefined;
  /** The selector piece's or label's range; the name's when there is none. */
  readonly labelRange: TextRange;
  readonly name: string;
  readonly type: TypeRef | undefined;
  readonly defaultValue: Expr | undefined;
  readonly range: TextRange;
}

// ---------------------------------------------------------------------------------------------- statements

export interface Block {
  readonly statements: readonly Stmt[];
  /** With its braces where it has them. */
  readonly range: TextRange;
}

export type Stmt =
  | ExprStmt
  | VarStmt
  | ReturnStmt
  | ThrowStmt
  | IfStmt
  | GuardStmt
  | SwitchStmt
  | LoopStmt
  | JumpStmt
  | DeferStmt
  | TryStmt
  | BlockStmt
  | FunctionStmt
  | ConditionalStmt
  | UnknownStmt;

/** An expression evaluated for its effect. An implicit return (single-expression body) is a `return` with `implicit`. */
export interface ExprStmt {
  readonly kind: 'expr';
  readonly expr: Expr;
  readonly range: TextRange;
}

/** `let x = …`, `var x: T`, `UIApplication *app = …;`. One statement for each name; tuples give several with `init` unknown. */
export interface VarStmt {
  readonly kind: 'var';
  readonly variable: VariableDecl;
  readonly range: TextRange;
}

export interface ReturnStmt {
  readonly kind: 'return';
  readonly value: Expr | undefined;
  /** Swift: the only expression of a body that returns a value (or of a closure whose result is unknown). */
  readonly implicit: boolean;
  readonly range: TextRange;
}

export interface ThrowStmt {
  readonly kind: 'throw';
  readonly value: Expr | undefined;
  readonly range: TextRange;
}

/** A clause of an `if`, `guard` or `while` condition; all must hold, left to right. */
export type Clause =
  | { readonly kind: 'expr'; readonly expr: Expr; readonly range: TextRange }
  /** `let x = e`, `if let x`, `case .a(let x) = e`: `names` are bound when it holds; fails when e is nil or does not match. */
  | {
      readonly kind: 'bind';
      readonly names: readonly string[];
      readonly pattern: Pattern | undefined;
      readonly type: TypeRef | undefined;
      readonly value: Expr;
      readonly range: TextRange;
    }
  /** `#available(iOS 16, *)`, `@available(iOS 16, *)`; `unavailable` for `#unavailable`. */
  | {
      readonly kind: 'available';
      readonly versions: readonly string[];
      readonly unavailable: boolean;
      readonly range: TextRange;
    };

export interface Pattern {
  readonly text: string;
  /** `let x as T`: the type that what it binds is cast to. */
  readonly cast?: TypeRef | undefined;
  readonly range: TextRange;
}

export interface IfStmt {
  readonly kind: 'if';
  readonly clauses: readonly Clause[];
  readonly then: Block;
  /** `else if` is a block that holds one `if`. */
  readonly otherwise: Block | undefined;
  readonly range: TextRange;
}

/** The else block of a guard never falls through. Names bound by its clauses live on after it. */
export interface GuardStmt {
  readonly kind: 'guard';
  readonly clauses: readonly Clause[];
  readonly otherwise: Block;
  readonly range: TextRange;
}

export interface SwitchCase {
  readonly patterns: readonly {
    readonly pattern: Pattern;
    readonly names: readonly string[];
    readonly where: Expr | undefined;
  }[];
  readonly isDefault: boolean;
  readonly body: Block;
  /** Swift `fallthrough` at the end, or an Objective-C case without `break`, `return`, … */
  readonly fallsThrough: boolean;
  readonly range: TextRange;
}

export interface SwitchStmt {
  readonly kind: 'switch';
  readonly subject: Expr;
  readonly cases: readonly SwitchCase[];
  /** Swift switches are; Objective-C ones only with a default. */
  readonly exhaustive: boolean;
  readonly label: string | undefined;
  readonly range: TextRange;
}

export interface LoopStmt {
  readonly kind: 'loop';
  /** `while` tests first, `repeat` tests last, `for` is the C loop, `each` iterates a sequence (`for … in`). */
  readonly form: 'while' | 'repeat' | 'for' | 'each';
  /** C loop: its initial statements. */
  readonly initial: readonly Stmt[];
  /** Empty for `each` and for an endless C loop. */
  readonly clauses: readonly Clause[];
  /** `each`: the sequence, and `where`. */
  readonly sequence: Expr | undefined;
  readonly names: readonly string[];
  /** `each`: the type that is written for the element. */
  readonly elementType?: TypeRef | undefined;
  /** `for case`: what the element has to match. */
  readonly pattern?: Pattern | undefined;
  readonly where: Expr | undefined;
  /** C loop: its step. */
  readonly step: Expr | undefined;
  readonly body: Block;
  readonly label: string | undefined;
  readonly range: TextRange;
}

export interface JumpStmt {
  readonly kind: 'jump';
  /** `goto` carries its label and makes analyses give up on the function. */
  readonly jump: 'break' | 'continue' | 'fallthrough' | 'goto';
  readonly label: string | undefined;
  readonly range: TextRange;
}

export interface DeferStmt {
  readonly kind: 'defer';
  readonly body: Block;
  readonly range: TextRange;
}

export interface CatchClause {
  readonly pattern: Pattern | undefined;
  readonly names: readonly string[];
  /** Catches every error: no pattern, `let e`, or `NSException`/`id`. */
  readonly catchesAll: boolean;
  readonly body: Block;
  readonly range: TextRange;
}

/** do/catch, @try/@catch/@finally. */
export interface TryStmt {
  readonly kind: 'try';
  readonly body: Block;
  readonly catches: readonly CatchClause[];
  readonly finally: Block | undefined;
  readonly range: TextRange;
}

/** A bare block: `do { }`, `{ }`, `@autoreleasepool { }`, `@synchronized (x) { }`. */
export interface BlockStmt {
  readonly kind: 'block';
  readonly form: 'do' | 'autoreleasepool' | 'synchronized' | 'plain';
  readonly subject: Expr | undefined;
  readonly body: Block;
  readonly label: string | undefined;
  readonly range: TextRange;
}

/** A local function (Swift), or a local type's methods flattened. */
export interface FunctionStmt {
  readonly kind: 'function';
  readonly function: FunctionDecl;
  readonly range: TextRange;
}

/** `#if … #elseif … #else … #endif` around statements: exactly one branch is compiled (none, when nothing holds). */
export interface ConditionalStmt {
  readonly kind: 'conditional';
  readonly branches: readonly { readonly condition: Condition; readonly body: Block }[];
  readonly range: TextRange;
}

/** Something not understood; what could be lowered inside it is kept so that its calls are seen. */
export interface UnknownStmt {
  readonly kind: 'unknown';
  readonly exprs: readonly Expr[];
  readonly range: TextRange;
}

// --------------------------------------------------------------------------------------------- expressions

export type Expr =
  | CallExpr
  | MemberExpr
  | NameExpr
  | LiteralExpr
  | CollectionExpr
  | ClosureExpr
  | TryExpr
  | AwaitExpr
  | UnaryExpr
  | BinaryExpr
  | AssignExpr
  | TernaryExpr
  | CastExpr
  | SubscriptExpr
  | ControlExpr
  | UnknownExpr;

export interface Arg {
  /** Swift label, Objective-C selector piece without its colon; `undefined` for `_`, C arguments and the first trailing closure. */
  readonly label: string | undefined;
  readonly labelRange: TextRange | undefined;
  readonly value: Expr;
  readonly isTrailing: boolean;
  readonly range: TextRange;
}

/**
 * A call, message or initialiser.
 *
 * | source | receiver | name | selector | constructs |
 * |---|---|---|---|---|
 * | `f(x)` | - | f | - | - |
 * | `a.f(b: x)` | a | f | - | - |
 * | `CXProvider(configuration: c)` | - | CXProvider | - | CXProvider |
 * | `CXProvider.init(…)`, `X.Y(…)` | - / X | init / Y | - | CXProvider / Y |
 * | `.init(…)` | - | init | - | the type of the variable or the result it is for, else - (`isImplicitMember`) |
 * | `[a f:x g:y]` | a | f | f:g: | - |
 * | `[[X alloc] init…]`, `[X new]` | - | first piece of init… / new | initWith… / new | X |
 * | `block(x)` in Objective-C, `closure(x)` | - | block | - | - |
 * | `f(x)(y)`, `(expr)(y)` | the inner expression | '' | - | - |
 */
export interface CallExpr {
  readonly kind: 'call';
  readonly receiver: Expr | undefined;
  readonly name: string;
  /** Where diagnostics of the call start: member name, first selector piece, or (initialisers) the type's name. */
  readonly nameRange: TextRange;
  readonly selector: string | undefined;
  readonly constructs: string | undefined;
  readonly args: readonly Arg[];
  /** `.f(x)` without a receiver: the type comes from the context. */
  readonly isImplicitMember: boolean;
  /** `a?.f()`, also when the `?` is further left in the chain. */
  readonly isOptionalChain: boolean;
  readonly range: TextRange;
}

export interface MemberExpr {
  readonly kind: 'member';
  /** `undefined` for an implicit member (`.playback`). */
  readonly base: Expr | undefined;
  readonly name: string;
  readonly nameRange: TextRange;
  readonly isOptionalChain: boolean;
  readonly range: TextRange;
}

/** `self` and `super` are names too. `_ivar` keeps its underscore; `self->x` is a member of self. */
export interface NameExpr {
  readonly kind: 'name';
  readonly name: string;
  readonly range: TextRange;
}

export interface LiteralExpr {
  readonly kind: 'literal';
  readonly type: 'string' | 'number' | 'bool' | 'nil';
  /** Decoded text of strings, number as written, 'true'/'false' (YES/NO too), 'nil' (NULL too). */
  readonly value: string;
  /** Interpolated strings: their parts in order; `value` is then ''. */
  readonly parts: readonly (string | Expr)[] | undefined;
  readonly range: TextRange;
}

export interface CollectionExpr {
  readonly kind: 'collection';
  readonly form: 'array' | 'dictionary' | 'tuple';
  /** Dictionary: key, value, key, value… */
  readonly elements: readonly Expr[];
  readonly range: TextRange;
}

export interface ClosureExpr {
  readonly kind: 'closure';
  readonly function: FunctionDecl;
  /** Capture list entries: `[weak self]`, `[id = task]`. */
  readonly captures: readonly {
    readonly name: string;
    readonly form: 'weak' | 'unowned' | 'strong';
    readonly value: Expr | undefined;
  }[];
  readonly range: TextRange;
}

export interface TryExpr {
  readonly kind: 'try';
  /** `try` can leave the function (or enter its catch), `try?` gives nil, `try!` traps. */
  readonly form: 'try' | 'try?' | 'try!';
  readonly expr: Expr;
  readonly range: TextRange;
}

export interface AwaitExpr {
  readonly kind: 'await';
  readonly expr: Expr;
  readonly range: TextRange;
}

export interface UnaryExpr {
  readonly kind: 'unary';
  /** `!`, `-`, `~`, `&`, `*`, `force` for postfix `!`, `++`, `--`. */
  readonly op: string;
  readonly operand: Expr;
  readonly range: TextRange;
}

export interface BinaryExpr {
  readonly kind: 'binary';
  readonly op: string;
  readonly left: Expr;
  readonly right: Expr;
  readonly range: TextRange;
}

export interface AssignExpr {
  readonly kind: 'assign';
  /** `=`, `+=`, `|=`, … */
  readonly op: string;
  readonly target: Expr;
  readonly value: Expr;
  readonly range: TextRange;
}

export interface TernaryExpr {
  readonly kind: 'ternary';
  readonly condition: Expr;
  readonly then: Expr;
  readonly otherwise: Expr;
  readonly range: TextRange;
}

export interface CastExpr {
  readonly kind: 'cast';
  /** `(T)x` of Objective-C is `as!`. */
  readonly form: 'as' | 'as?' | 'as!' | 'is';
  readonly expr: Expr;
  readonly type: TypeRef;
  readonly range: TextRange;
}

export interface SubscriptExpr {
  readonly kind: 'subscript';
  readonly base: Expr;
  readonly args: readonly Arg[];
  readonly range: TextRange;
}

/** Swift `if`/`switch` used as an expression. */
export interface ControlExpr {
  readonly kind: 'control';
  readonly statement: Stmt;
  readonly range: TextRange;
}

export interface UnknownExpr {
  readonly kind: 'unknown';
  readonly children: readonly Expr[];
  readonly range: TextRange;
}

// ---------------------------------------------------------------------------------- conditional compilation

/**
 * A compilation condition, with the conditions of the branches before it already negated:
 * in `#if A / #else`, the second branch has `not A`.
 */
export type Condition =
  | { readonly kind: 'os'; readonly name: string }
  | { readonly kind: 'environment'; readonly name: string }
  | { readonly kind: 'canImport'; readonly module: string }
  | { readonly kind: 'flag'; readonly name: string }
  | { readonly kind: 'bool'; readonly value: boolean }
  | { readonly kind: 'not'; readonly operand: Condition }
  | { readonly kind: 'and' | 'or'; readonly operands: readonly Condition[] }
  | { readonly kind: 'unknown'; readonly text: string };
