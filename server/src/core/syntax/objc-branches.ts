import { evaluateCondition } from '../program/conditions';
import type { Condition } from '../program/ir';
import type { Platform } from '../project/types';
import type { TextRange } from '../text';
import type { DirectiveRegion } from './directive-regions';
import type { ObjcToken } from './objc-scanner';

export interface SelectedBranches {
  /** What is left to parse, directives taken out. */
  readonly code: readonly ObjcToken[];
  /** Conditionals whose branches are whole statements or declarations: all of them are parsed, side by side. */
  readonly whole: readonly DirectiveRegion[];
  /** Conditionals that cut through a statement: one branch is parsed, and what they cut is not understood. */
  readonly torn: readonly TextRange[];
  /** Branches that are not parsed because another one is. */
  readonly dropped: readonly TextRange[];
  /** Branches that never compile. */
  readonly dead: readonly TextRange[];
}

/** Decides which branches of conditional compilation a parser that knows no preprocessor can read together. */
export function selectBranches(
  conditionals: readonly DirectiveRegion[],
  tokens: readonly ObjcToken[],
): SelectedBranches {
  const whole: DirectiveRegion[] = [];
  const torn: TextRange[] = [];
  const dropped: TextRange[] = [];
  const dead: TextRange[] = [];
  const code = tokens.filter((token) => token.kind !== 'directive');
  for (const conditional of conditionals.toReversed()) {
    const discarded: TextRange[] = [];
    for (const { condition, range } of conditional.branches) {
      if (isNever(condition)) discarded.push(range);
    }
    dead.push(...discarded);
    const alive = conditional.branches.filter(({ range }) => !discarded.includes(range));
    if (alive.every(({ range }) => isWhole(code, range, conditional.range.start))) {
      whole.push(conditional);
    } else if (alive.length > 0) {
      const kept =
        alive.find(({ condition }) => evaluateCondition(condition, { platform: 'iOS' }) !== false) ??
        alive[0];
      const others = alive.filter((branch) => branch !== kept).map(({ range }) => range);
      dropped.push(...others);
      discarded.push(...others);
      torn.push(conditional.range);
    }
    for (const range of discarded) remove(code, range);
  }
  return { code, whole: whole.toReversed(), torn, dropped, dead };
}

const allPlatforms: readonly Platform[] = ['iOS', 'macCatalyst', 'macOS', 'tvOS', 'watchOS', 'visionOS'];

/** C++ is never what an Objective-C parser reads, and what is `false` is never compiled. */
function isNever(condition: Condition): boolean {
  if (condition.kind === 'unknown')
    return condition.text === 'defined(__cplusplus)' || condition.text === '__cplusplus';
  return allPlatforms.every((platform) => evaluateCondition(condition, { platform }) === false);
}

function remove(code: ObjcToken[], { start, end }: TextRange): void {
  const from = firstAt(code, start);
  code.splice(from, firstAt(code, end) - from);
}

function isWhole(code: readonly ObjcToken[], content: TextRange, regionStart: number): boolean {
  const from = firstAt(code, content.start);
  const to = firstAt(code, content.end);
  if (from === to) return true;
  if (!startsStatement(code, firstAt(code, regionStart) - 1) || continues(code[from])) return false;
  return isBalanced(code, from, to) && endsStatement(code, to - 1);
}

function continues(token: ObjcToken | undefined): boolean {
  return token !== undefined && (token.text === 'else' || ')],.&|=?:'.includes(token.text || ' '));
}

/** Whether all brackets close, and every `@interface` has its `@end`. */
function isBalanced(code: readonly ObjcToken[], from: number, to: number): boolean {
  const open: string[] = [];
  for (let i = from; i < to; i++) {
    const { kind, text } = code[i] ?? { kind: 'string', text: '' };
    if (kind !== 'punctuation' && kind !== 'at') continue;
    const closing = isForwardProtocol(code, i) ? undefined : closingOf.get(text);
    if (closing !== undefined) open.push(closing);
    else if (closings.has(text) && open.pop() !== text) return false;
  }
  return open.length === 0;
}

const closingOf: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['@interface', '@end'],
  ['@implementation', '@end'],
  ['@protocol', '@end'],
]);
const closings = new Set(closingOf.values());

/** `@protocol A, B;` declares nothing, `@protocol(A)` is an expression. */
function isForwardProtocol(code: readonly ObjcToken[], index: number): boolean {
  if (code[index]?.text !== '@protocol') return false;
  return code[index + 1]?.text === '(' || /^[;,]$/.test(code[index + 2]?.text ?? '');
}

/** Whether a new statement or declaration may begin after the token at `index`. */
function startsStatement(code: readonly ObjcToken[], index: number): boolean {
  const token = code[index];
  if (token === undefined || ';{}:'.includes(token.text || ' ')) return true;
  return token.kind === 'at' || isAnnotation(code, index) || isContainerHeader(code, index);
}

function endsStatement(code: readonly ObjcToken[], index: number): boolean {
  const token = code[index];
  if (token === undefined || token.text === ';' || token.text === '}' || token.kind === 'at') return true;
  return token.text === ':'
    ? isCaseLabel(code, index)
    : isAnnotation(code, index) || isContainerHeader(code, index);
}

function isCaseLabel(code: readonly ObjcToken[], index: number): boolean {
  for (let i = index - 1; i >= 0 && index - i < 12; i--) {
    const text = code[i]?.text ?? '';
    if (text === 'case' || text === 'default') return true;
    if (';{}?'.includes(text || ' ')) return false;
  }
  return false;
}

/** `NS_ASSUME_NONNULL_BEGIN`, `RCT_EXPORT_MODULE(x)`: a macro, alone between two statements. */
function isAnnotation(code: readonly ObjcToken[], index: number): boolean {
  let i = index;
  if (code[i]?.text === ')') {
    while (i > 0 && index - i < 40 && code[i]?.text !== '(') i--;
    i--;
  }
  const before = code[i - 1];
  const isAlone = before === undefined || before.kind === 'at' || ';{}'.includes(before.text || ' ');
  return isAlone && /^[A-Z][A-Z\d]*_[A-Z\d_]+$/.test(code[i]?.text ?? '');
}

/** `@implementation Foo`, `@interface Foo : Bar <Baz>`, `@end`. */
function isContainerHeader(code: readonly ObjcToken[], index: number): boolean {
  for (let i = index; i >= 0 && index - i < 80; i--) {
    const token = code[i];
    if (token?.kind === 'at') return /^@(?:interface|implementation|protocol|end)$/.test(token.text);
    if (token === undefined || ';{}-+'.includes(token.text || ' ')) return false;
  }
  return false;
}

/** Index of the first token that starts at `offset` or later. */
function firstAt(code: readonly ObjcToken[], offset: number): number {
  let low = 0;
  let high = code.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((code[middle]?.start ?? Number.POSITIVE_INFINITY) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
