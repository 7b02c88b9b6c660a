import type { Condition } from '../program/ir';
import type { TextRange } from '../text';
import { type DirectiveRegion, DirectiveRegions } from './directive-regions';
import { isDefined, negate, parseObjcCondition } from './objc-conditions';
import type { ObjcToken } from './objc-scanner';

/** `#import <UIKit/UIKit.h>` names the module `UIKit/UIKit.h`. */
export interface ObjcInclude {
  readonly path: string;
  readonly range: TextRange;
}

/** `#define NAME body`, `#define NAME(a, b) body`. */
export interface ObjcDefine {
  readonly name: string;
  readonly nameRange: TextRange;
  /** Names of its parameters; `undefined` when it has none and is written without parentheses. */
  readonly params: readonly string[] | undefined;
  /** From the end of the name or of the parameters to the end of the line, comments included. */
  readonly body: TextRange;
  readonly range: TextRange;
}

export interface ObjcDirectives {
  readonly includes: readonly ObjcInclude[];
  readonly defines: readonly ObjcDefine[];
  /** In the order of their starts: an outer one comes before those inside it. Include guards and `#if 1` are left out. */
  readonly conditionals: readonly DirectiveRegion[];
}

/** Reads the directives of a scanned text into data. */
export function readDirectives(text: string, tokens: readonly ObjcToken[]): ObjcDirectives {
  const includes: ObjcInclude[] = [];
  const defines: ObjcDefine[] = [];
  const conditionals = new DirectiveRegions();
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
        conditionals.next(token, undefined);
        break;
      case 'endif':
        conditionals.close(token);
        break;
    }
  });
  return { includes, defines, conditionals: flattened(conditionals.finish(text.length)) };
}

/** Outer regions before inner ones; without those that hold everywhere: include guards and `#if 1`. */
function flattened(regions: readonly DirectiveRegion[]): DirectiveRegion[] {
  const result: DirectiveRegion[] = [];
  const pending = regions.toReversed();
  for (let region = pending.pop(); region !== undefined; region = pending.pop()) {
    const isPlain = region.branches.every(({ condition }) => condition.kind === 'bool' && condition.value);
    if (!isPlain) result.push(region);
    pending.push(...region.branches.flatMap((branch) => branch.regions).reverse());
  }
  return result;
}

/** `#ifndef X` followed by `#define X` only keeps a header from being read twice: what it holds always exists. */
function guardCondition(text: string, token: ObjcToken, next: ObjcToken | undefined): Condition {
  const name = firstWord(argumentOf(text, token));
  const isGuard = next?.text === 'define' && firstWord(argumentOf(text, next)) === name;
  return isGuard ? { kind: 'bool', value: true } : negate(isDefined(name));
}

function readDefine(text: string, token: ObjcToken): ObjcDefine[] {
  const source = text.slice(token.start, token.end);
  const match =
    /^(#[ \t]*define[ \t]+)([\p{ID_Start}_$][\p{ID_Continue}$]*)(?:\(([^)]*)\)|(?![\p{ID_Continue}$(]))/u.exec(
      source,
    );
  const [whole, lead, name, list] = match ?? [];
  if (whole === undefined || lead === undefined || name === undefined) return [];
  const start = token.start + lead.length;
  return [
    {
      name,
      nameRange: { start, end: start + name.length },
      params: list?.split(',').map((param) => param.replace(/[\s\\]/g, '')),
      body: { start: token.start + whole.length, end: token.end },
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
