/** The single rewrites of swift-normalise.ts: what the grammar cannot read, and what it reads instead. */
import { genericArguments } from './swift-generics';
import type { SwiftRewriter } from './swift-normalise';
import { TokenKind } from './swift-scanner';
import { LOOK_AHEAD, type TokenView } from './swift-tokens';
import { isUnitValue } from './swift-units';

type Rule = (rewriter: SwiftRewriter, index: number) => void;

/** `#` words that the grammar knows. Others need arguments to be read as a macro. */
const KNOWN_HASH_WORDS: ReadonlySet<string> = new Set(
  (
    '#file #fileID #filePath #line #column #function #dsohandle #available #unavailable #selector #keyPath ' +
    '#colorLiteral #fileLiteral #imageLiteral #sourceLocation'
  ).split(' '),
);

/** They do nothing when the program runs. */
const DIAGNOSTICS: ReadonlySet<string> = new Set(['#warning', '#error']);

const WORD_RULES: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ['try', effect],
  ['await', effect],
  ['nonisolated', nonisolated],
  ['isolated', ownership],
  ['sending', ownership],
  ['borrowing', ownership],
  ['consuming', ownership],
  ['__owned', ownership],
  ['__shared', ownership],
  ['consume', operand],
  ['copy', operand],
  ['discard', operand],
  ['throws', typedThrows],
  ['catch', catchList],
  ['associatedtype', associatedTypes],
  ['case', valuePattern],
  ['_', unnamedItem],
  ['of', inlineArray],
  ['in', emptyCaptures],
  ['for', spacedLabel],
  ['while', spacedLabel],
  ['repeat', spacedLabel],
  ['do', spacedLabel],
  ['switch', spacedLabel],
  ['if', spacedLabel],
  ['prefix', fixityName],
  ['postfix', fixityName],
  ['infix', fixityName],
]);

export const rewriteRules = {
  word(rewriter: SwiftRewriter, index: number): void {
    WORD_RULES.get(rewriter.view.read(index))?.(rewriter, index);
  },

  /** `#isolation`, and macros without arguments. */
  hash(rewriter: SwiftRewriter, index: number): void {
    const { view } = rewriter;
    if (view.opensLine(index)) attributesOfMacro(rewriter, index);
    if (DIAGNOSTICS.has(view.read(index)) && view.is(index + 1, '(')) {
      rewriter.blank(index, view.closingParen(index + 1) ?? index);
      return;
    }
    if (KNOWN_HASH_WORDS.has(view.read(index)) || view.isOneOf(index + 1, '({<')) return;
    const start = view.start(index);
    rewriter.replace({ start, end: start + 1 }, '_');
    rewriter.opaque.add(start);
  },

  /** A name in backticks may hold blanks since Swift 6.2. */
  rawName(rewriter: SwiftRewriter, index: number): void {
    const name = rewriter.view.read(index);
    if (!/\s/.test(name)) return;
    const range = { start: rewriter.view.start(index), end: rewriter.view.end(index) };
    rewriter.replace(range, name.replace(/\s/g, '_'));
  },

  opaque(rewriter: SwiftRewriter, index: number): void {
    const start = rewriter.view.start(index);
    const firstLine = /^[^\r\n]*/.exec(rewriter.view.read(index))?.[0] ?? '';
    rewriter.replace({ start, end: rewriter.view.end(index) }, '_'.repeat(firstLine.length));
    rewriter.opaque.add(start);
  },

  openAngle: genericArguments,

  /** At the end of a line it says nothing; elsewhere the grammar wants it at the statement before. */
  semicolon(rewriter: SwiftRewriter, index: number): void {
    const { view } = rewriter;
    if (view.opensLine(index + 1)) rewriter.blank(index, index);
    else if (!view.touches(index) && !view.opensLine(index)) {
      rewriter.replace({ start: view.end(index - 1), end: view.end(index) }, ';');
    }
  },

  /** `()` as a value. */
  openParen(rewriter: SwiftRewriter, index: number): void {
    const { view } = rewriter;
    if (!view.is(index + 1, ')') || !isUnitValue(view, index)) return;
    const start = view.start(index);
    rewriter.replace({ start, end: view.end(index + 1) }, '0');
    rewriter.units.add(start);
  },
};

/** `try`, `try?`, `try!`, `await`: blanked and remembered, unless the word is a name or a label here. */
function effect(rewriter: SwiftRewriter, index: number): void {
  const { view } = rewriter;
  const isTry = view.isWord(index, 'try');
  const mark = isTry && view.touches(index + 1) ? view.read(index + 1) : '';
  const form = mark === '?' ? 'try?' : mark === '!' ? 'try!' : isTry ? 'try' : 'await';
  const last = form.length > 3 && isTry ? index + 1 : index;
  if (isName(view, index) || view.isOneOf(last + 1, ':,)]}=;') || last + 1 >= view.count) return;
  // On a line of its own `.f()` or `{ }` would continue the line before.
  if (view.opensLine(index) && view.isOneOf(last + 1, '.{')) return;
  rewriter.blank(index, last);
  rewriter.effect(form, view.start(index));
}

/** A keyword that is a member or a declared name. `..<` and `...` end in a dot as well. */
function isName(view: TokenView, index: number): boolean {
  if (view.is(index - 1, '.')) return !view.is(index - 2, '.');
  return ['func', 'let', 'var', 'case'].some((word) => view.isWord(index - 1, word));
}

/** `nonisolated(unsafe)`, `nonisolated(nonsending)`. */
function nonisolated(rewriter: SwiftRewriter, index: number): void {
  const { view } = rewriter;
  if (view.is(index + 1, '(') && view.is(index + 3, ')')) rewriter.blank(index, index + 3);
}

/** Parameter modifiers, `consuming func`, `isolated deinit`. */
function ownership(rewriter: SwiftRewriter, index: number): void {
  const { view } = rewriter;
  if (view.opensLine(index + 1) || isName(view, index)) return;
  const isModifier = view.isWord(index + 1, 'func') || view.isWord(index + 1, 'deinit');
  const isOfType = view.isOneOf(index - 1, ':>(,') || view.isWord(index - 1, 'inout');
  if (isModifier || (isOfType && startsType(view, index + 1))) rewriter.blank(index, index);
}

function startsType(view: TokenView, index: number): boolean {
  if (view.isOneOf(index, '[(@')) return !view.touches(index);
  return view.isWord(index) && /^(?:[A-Z_]|any$|some$|inout$)/.test(view.read(index));
}

/** `consume x`, `copy x`, `discard self`. */
function operand(rewriter: SwiftRewriter, index: number): void {
  const { view } = rewriter;
  if (view.opensLine(index + 1) || isName(view, index) || !view.isWord(index + 1)) return;
  if (/^(?:in|is|as|else|where)$/.test(view.read(index + 1))) return;
  rewriter.blank(index, index);
}

/** `prefix.append(x)`: at file level the grammar takes the name for the beginning of a declaration. */
function fixityName(rewriter: SwiftRewriter, index: number): void {
  const { view } = rewriter;
  const isModifier = view.isWord(index + 1) && !/^(?:as|is|in|else|where)$/.test(view.read(index + 1));
  if (isModifier || isName(view, index) || view.is(index + 1, '@')) return;
  const start = view.start(index);
  rewriter.replace({ start, end: start + 1 }, '_');
}

/** `throws(E)`, `do throws(E)`. */
function typedThrows(rewriter: SwiftRewriter, index: number): void {
  const { view } = rewriter;
  const isDo = view.isWord(index - 1, 'do');
  const close = view.is(index + 1, '(') ? view.closingParen(index + 1) : undefined;
  if (close !== undefined) rewriter.blank(isDo ? index : index + 1, close);
  else if (isDo) rewriter.blank(index, index);
}

/** `catch A, B {`: the grammar takes one pattern. */
function catchList(rewriter: SwiftRewriter, index: number): void {
  const { view } = rewriter;
  if (!view.is(index - 1, '}')) return;
  let depth = 0;
  let comma: number | undefined;
  for (let at = index + 1; at < index + LOOK_AHEAD && at < view.count; at++) {
    if (view.isOneOf(at, '([')) depth++;
    else if (view.isOneOf(at, ')]')) depth--;
    else if (view.is(at, ',') && depth === 0) comma ??= at;
    else if (view.is(at, '{')) {
      if (comma !== undefined) rewriter.blank(comma, at - 1);
      return;
    } else if (view.is(at, '}')) return;
  }
}

/** `associatedtype T: A, B`: the grammar takes one type. */
function associatedTypes(rewriter: SwiftRewriter, index: number): void {
  const { view } = rewriter;
  const end = view.nextLine(index, index + LOOK_AHEAD);
  let depth = 0;
  let comma: number | undefined;
  let at = index + 1;
  for (; at < end && !view.is(at, '=') && !view.isWord(at, 'where'); at++) {
    if (view.is(at, '<')) depth++;
    else if (view.is(at, '>')) depth--;
    else if (view.is(at, ',') && depth === 0) comma ??= at;
  }
  if (comma !== undefined) rewriter.blank(comma, at - 1);
}

/** `[3 of Int]`. */
function inlineArray(rewriter: SwiftRewriter, index: number): void {
  const { view } = rewriter;
  if (view.kind(index - 1) === TokenKind.number && view.is(index - 2, '[')) rewriter.blank(index - 1, index);
}

/** `{ [] in`. */
function emptyCaptures(rewriter: SwiftRewriter, index: number): void {
  const { view } = rewriter;
  if (view.is(index - 1, ']') && view.is(index - 2, '[') && view.is(index - 3, '{')) {
    rewriter.blank(index - 2, index);
  }
}

/** `if case 1 ..< 3 = x`: to the grammar a comparison with `~=`, which is what it means. */
function valuePattern(rewriter: SwiftRewriter, index: number): void {
  const { view } = rewriter;
  const kind = view.kind(index + 1);
  if (view.opensLine(index) || (kind !== TokenKind.number && kind !== TokenKind.string)) return;
  const end = view.nextLine(index, index + LOOK_AHEAD);
  for (let at = index + 1; at < end; at++) {
    if (!view.is(at, '=') || view.touches(at) || view.touches(at + 1)) continue;
    rewriter.blank(index, index);
    rewriter.replace({ start: view.start(at) - 1, end: view.end(at) }, '~=');
    return;
  }
}

/** `case a(_: Int)`, `typealias F = (_: Int) -> Void`: the grammar wants a name, or nothing. */
function unnamedItem(rewriter: SwiftRewriter, index: number): void {
  const { view } = rewriter;
  if (!view.is(index + 1, ':') || !view.isOneOf(index - 1, '(,')) return;
  const opener = view.lineStart(index);
  if (view.hasWord(opener, index, /^(?:case|typealias)$/)) rewriter.blank(index, index + 1);
}

/** `@available(…)` in front of a macro, which the grammar does not expect. */
function attributesOfMacro(rewriter: SwiftRewriter, index: number): void {
  const { view } = rewriter;
  const opener = view.lineStart(index - 1);
  const isAttribute = view.is(opener, '@') && view.is(opener + 2, '(');
  if (index > 0 && isAttribute && view.closingParen(opener + 2) === index - 1)
    rewriter.blank(opener, index - 1);
}

/** `label : for`: the grammar wants the colon at the label. */
function spacedLabel(rewriter: SwiftRewriter, index: number): void {
  const { view } = rewriter;
  const label = index - 2;
  if (!view.is(index - 1, ':') || view.touches(index - 1) || !view.isWord(label) || !view.opensLine(label))
    return;
  if (view.isWord(label, 'default')) return;
  rewriter.replace({ start: view.end(label), end: view.end(index - 1) }, ':');
}
