import type { Condition } from '../program/ir';
import type { TextRange } from '../text';
import { isDefined, join, negate, parseObjcCondition } from './objc-conditions';
import type { ObjcToken } from './objc-scanner';

/** `#import <UIKit/UIKit.h>` names the module `UIKit/UIKit.h`. */
export interface ObjcInclude {
  readonly path: string;
  readonly range: TextRange;
}

/** `#define NAME body` without parameters. */
export interface ObjcDefine {
  readonly name: string;
  readonly nameRange: TextRange;
  /** From the name's end to the end of the line, comments included. */
  readonly body: TextRange;
  readonly range: TextRange;
}

export interface ObjcBranch {
  /** With the branches before it negated. */
  readonly condition: Condition;
  /** Between its directive and the next one. */
  readonly content: TextRange;
}

/** `#if … #elif … #else … #endif`. An unfinished one ends with the text. */
export interface ObjcConditional {
  /** From the `#` of `#if` to the end of the `#endif` line. */
  readonly range: TextRange;
  readonly branches: readonly ObjcBranch[];
}

export interface ObjcDirectives {
  readonly includes: readonly ObjcInclude[];
  readonly defines: readonly ObjcDefine[];
  /** In the order of their starts: an outer one comes before those inside it. Include guards and `#if 1` are left out. */
  readonly conditionals: readonly ObjcConditional[];
}

interface OpenConditional {
  readonly order: number;
  readonly start: number;
  readonly branches: ObjcBranch[];
  /** Negations of the conditions so far. */
  readonly not: Condition[];
  condition: Condition;
  contentStart: number;
}

/** Reads the directives of a scanned text into data. */
export function readDirectives(text: string, tokens: readonly ObjcToken[]): ObjcDirectives {
  const includes: ObjcInclude[] = [];
  const defines: ObjcDefine[] = [];
  const conditionals = new ConditionalStack();
  const directives = tokens.filter((token) => token.kind === 'directive');
  directives.forEach((token, index) => {
    const argument = argumentOf(text, token);
    switch (token.text) {
      case 'import':
      case 'include':
      case 'include_next':
        includes.push({ path: includePath(argument), range: rangeOf(token) });
        break;
      case 'define':
        defines.push(...readDefine(text, token));
        break;
      case 'if':
        conditionals.open(token, parseObjcCondition(argument));
        break;
      case 'ifdef':
        conditionals.open(token, isDefined(firstWord(argument)));
        break;
      case 'ifndef':
        conditionals.open(token, guardCondition(text, token, directives[index + 1]));
        break;
      case 'elif':
        conditionals.next(token, parseObjcCondition(argument));
        break;
      case 'elifdef':
        conditionals.next(token, isDefined(firstWord(argument)));
        break;
      case 'elifndef':
        conditionals.next(token, negate(isDefined(firstWord(argument))));
        break;
      case 'else':
        conditionals.next(token, { kind: 'bool', value: true });
        break;
      case 'endif':
        conditionals.close(token.start, token.end);
        break;
    }
  });
  return { includes, defines, conditionals: conditionals.finish(text.length) };
}

/** Collects conditionals while their directives are read in order. A stray `#else` or `#endif` is ignored. */
class ConditionalStack {
  readonly #open: OpenConditional[] = [];
  readonly #done: { readonly order: number; readonly conditional: ObjcConditional }[] = [];
  #count = 0;

  open(token: ObjcToken, condition: Condition): void {
    this.#open.push({
      order: this.#count++,
      start: token.start,
      branches: [],
      not: [negate(condition)],
      condition,
      contentStart: token.end,
    });
  }

  next(token: ObjcToken, condition: Condition): void {
    const open = this.#open.at(-1);
    if (open === undefined) return;
    finishBranch(open, token.start);
    open.condition = join('and', [...open.not, condition]);
    open.not.push(negate(condition));
    open.contentStart = token.end;
  }

  close(contentEnd: number, end: number): void {
    const open = this.#open.pop();
    if (open === undefined) return;
    finishBranch(open, contentEnd);
    if (open.branches.every(({ condition }) => condition.kind === 'bool' && condition.value)) return;
    this.#done.push({
      order: open.order,
      conditional: { range: { start: open.start, end }, branches: open.branches },
    });
  }

  finish(end: number): readonly ObjcConditional[] {
    while (this.#open.length > 0) this.close(end, end);
    const sorted = this.#done.toSorted((a, b) => a.order - b.order);
    return sorted.map(({ conditional }) => conditional);
  }
}

function finishBranch(open: OpenConditional, end: number): void {
  open.branches.push({ condition: open.condition, content: { start: open.contentStart, end } });
}

/** `#ifndef X` followed by `#define X` only keeps a header from being read twice: what it holds always exists. */
function guardCondition(text: string, token: ObjcToken, next: ObjcToken | undefined): Condition {
  const name = firstWord(argumentOf(text, token));
  const isGuard = next?.text === 'define' && firstWord(argumentOf(text, next)) === name;
  return isGuard ? { kind: 'bool', value: true } : negate(isDefined(name));
}

function readDefine(text: string, token: ObjcToken): ObjcDefine[] {
  const source = text.slice(token.start, token.end);
  const match = /^#[ \t]*define[ \t]+([\p{ID_Start}_$][\p{ID_Continue}$]*)(?![\p{ID_Continue}$(])/u.exec(
    source,
  );
  const name = match?.[1];
  if (match === null || name === undefined) return [];
  const end = token.start + match[0].length;
  return [
    {
      name,
      nameRange: { start: end - name.length, end },
      body: { start: end, end: token.end },
      range: rangeOf(token),
    },
  ];
}

function includePath(argument: string): string {
  return /^\s*(?:<([^>]*)|"([^"]*))/.exec(argument)?.slice(1).find(Boolean)?.trim() ?? argument.trim();
}

function argumentOf(text: string, token: ObjcToken): string {
  return text.slice(token.start, token.end).replace(/^#[ \t]*\w*/, '');
}

function firstWord(argument: string): string {
  return /^\s*([\p{ID_Continue}$]+)/u.exec(argument)?.[1] ?? '';
}

function rangeOf(token: ObjcToken): TextRange {
  return { start: token.start, end: token.end };
}
