import type { Condition } from '../program/ir';
import { type ObjcToken, scanObjc } from './objc-scanner';

const macOS: Condition = { kind: 'os', name: 'macOS' };
const yes: Condition = { kind: 'bool', value: true };

/** What the macros of TargetConditionals.h and the compiler mean. Each is defined, as 0 or 1, on every platform. */
const knownMacros: ReadonlyMap<string, Condition> = new Map<string, Condition>([
  ['TARGET_OS_MAC', yes],
  ['TARGET_OS_IPHONE', { kind: 'not', operand: macOS }],
  ['TARGET_OS_IOS', { kind: 'os', name: 'iOS' }],
  ['TARGET_OS_TV', { kind: 'os', name: 'tvOS' }],
  ['TARGET_OS_WATCH', { kind: 'os', name: 'watchOS' }],
  ['TARGET_OS_VISION', { kind: 'os', name: 'visionOS' }],
  ['TARGET_OS_XR', { kind: 'os', name: 'visionOS' }],
  ['TARGET_OS_OSX', macOS],
  ['TARGET_OS_MACCATALYST', { kind: 'environment', name: 'macCatalyst' }],
  ['TARGET_OS_UIKITFORMAC', { kind: 'environment', name: 'macCatalyst' }],
  ['TARGET_OS_SIMULATOR', { kind: 'environment', name: 'simulator' }],
  ['TARGET_IPHONE_SIMULATOR', { kind: 'environment', name: 'simulator' }],
  ['__APPLE__', yes],
  ['__OBJC__', yes],
]);

/** Macros that are defined for one family of platforms only. */
const definedMacros: ReadonlyMap<string, Condition> = new Map<string, Condition>([
  ['__IPHONE_OS_VERSION_MIN_REQUIRED', { kind: 'not', operand: macOS }],
  ['__IPHONE_OS_VERSION_MAX_ALLOWED', { kind: 'not', operand: macOS }],
  ['__MAC_OS_X_VERSION_MIN_REQUIRED', macOS],
  ['__MAC_OS_X_VERSION_MAX_ALLOWED', macOS],
]);

/** Names that a compiler or an SDK header defines: not flags of the project, and not known here. */
const compilerName = /^__|^TARGET_|_VERSION_|^NS_|^API_/;

/** The condition of `#if` and `#elif`. What is not understood is `unknown`, never a guess. */
export function parseObjcCondition(text: string): Condition {
  const { tokens } = scanObjc(text.replace(/\\\r?\n/g, (blank) => ' '.repeat(blank.length)));
  const reader = new ConditionReader(tokens, text);
  return reader.read();
}

/** The condition of `#ifdef NAME`. */
export function isDefined(name: string): Condition {
  const known = definedMacros.get(name);
  if (known !== undefined) return known;
  if (knownMacros.has(name)) return yes;
  return compilerName.test(name) ? { kind: 'unknown', text: `defined(${name})` } : { kind: 'flag', name };
}

export function negate(condition: Condition): Condition {
  if (condition.kind === 'bool') return { kind: 'bool', value: !condition.value };
  if (condition.kind === 'not') return condition.operand;
  return { kind: 'not', operand: condition };
}

/** Joins conditions, leaving out what does not matter (`true` in an `and`) and deciding what is decided. */
export function join(kind: 'and' | 'or', operands: readonly Condition[]): Condition {
  const neutral = kind === 'and';
  const relevant = operands.filter((operand) => operand.kind !== 'bool' || operand.value !== neutral);
  const decisive = relevant.find((operand) => operand.kind === 'bool');
  if (decisive !== undefined) return decisive;
  const [first] = relevant;
  if (first === undefined) return { kind: 'bool', value: neutral };
  return relevant.length === 1 ? first : { kind, operands: relevant };
}

/** Nesting beyond this is not written by people; it is `unknown`. */
const maximalDepth = 64;

class ConditionReader {
  readonly #tokens: readonly ObjcToken[];
  readonly #text: string;
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly ObjcToken[], text: string) {
    this.#tokens = tokens;
    this.#text = text;
  }

  read(): Condition {
    const condition = this.#or();
    if (condition !== undefined && this.#at === this.#tokens.length) return condition;
    return { kind: 'unknown', text: collapse(this.#text) };
  }

  #or(): Condition | undefined {
    return this.#chain('or', '|', () => this.#chain('and', '&', () => this.#unary()));
  }

  #chain(kind: 'and' | 'or', sign: string, operand: () => Condition | undefined): Condition | undefined {
    const operands: Condition[] = [];
    do {
      const next = operand();
      if (next === undefined) return undefined;
      operands.push(next);
    } while (this.#takeTwice(sign));
    return join(kind, operands);
  }

  #unary(): Condition | undefined {
    if (this.#depth > maximalDepth) return undefined;
    this.#depth++;
    try {
      const start = this.#at;
      const operand = this.#primary();
      return operand !== undefined && this.#isOperandEnd() ? operand : this.#skipOperand(start);
    } finally {
      this.#depth--;
    }
  }

  #primary(): Condition | undefined {
    if (this.#take('!')) {
      const operand = this.#unary();
      return operand && negate(operand);
    }
    if (this.#take('(')) {
      const inner = this.#or();
      return this.#take(')') ? inner : undefined;
    }
    const token = this.#tokens[this.#at++];
    if (token?.kind === 'number') return numberCondition(token.text);
    if (token?.kind !== 'word') return undefined;
    if (token.text === 'defined') return this.#defined();
    if (token.text === '__has_include') return this.#hasInclude();
    if (token.text === 'true' || token.text === 'YES') return yes;
    const known = knownMacros.get(token.text);
    if (known !== undefined) return known;
    return compilerName.test(token.text) ? undefined : { kind: 'flag', name: token.text };
  }

  #defined(): Condition | undefined {
    const parenthesised = this.#take('(');
    const name = this.#tokens[this.#at++];
    if (name?.kind !== 'word' || (parenthesised && !this.#take(')'))) return undefined;
    return isDefined(name.text);
  }

  /** `__has_include(<Module/Header.h>)` asks what Swift's `canImport(Module)` asks. */
  #hasInclude(): Condition | undefined {
    if (!this.#take('(') || !this.#take('<')) return undefined;
    const module = this.#tokens[this.#at++];
    if (module?.kind !== 'word' || !this.#take('/')) return undefined;
    while (this.#at < this.#tokens.length && !this.#take('>')) this.#at++;
    return this.#take(')') ? { kind: 'canImport', module: module.text } : undefined;
  }

  #take(sign: string): boolean {
    if (this.#tokens[this.#at]?.text !== sign) return false;
    this.#at++;
    return true;
  }

  #takeTwice(sign: string): boolean {
    if (this.#tokens[this.#at]?.text !== sign || this.#tokens[this.#at + 1]?.text !== sign) return false;
    this.#at += 2;
    return true;
  }

  #isOperandEnd(): boolean {
    const next = this.#tokens[this.#at];
    if (next === undefined || next.text === ')') return true;
    return (next.text === '&' || next.text === '|') && this.#tokens[this.#at + 1]?.text === next.text;
  }

  /** A comparison, a call of a macro, …: unknown up to the next `&&`, `||` or closing parenthesis. */
  #skipOperand(start: number): Condition | undefined {
    this.#at = start;
    let depth = 0;
    while (this.#at < this.#tokens.length && (depth > 0 || !this.#isOperandEnd() || this.#at === start)) {
      const sign = this.#tokens[this.#at]?.text;
      if (sign === '(') depth++;
      if (sign === ')') depth--;
      if (depth < 0) break;
      this.#at++;
    }
    if (this.#at === start) return undefined;
    const from = this.#tokens[start]?.start ?? 0;
    return { kind: 'unknown', text: collapse(this.#text.slice(from, this.#tokens[this.#at - 1]?.end)) };
  }
}

function collapse(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function numberCondition(text: string): Condition | undefined {
  const value = Number(text.replace(/[uUlL]+$/, ''));
  return Number.isNaN(value) ? undefined : { kind: 'bool', value: value !== 0 };
}
