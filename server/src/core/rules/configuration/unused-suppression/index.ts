/** unused-suppression: comments that silence nothing, and rules in them that do not exist. */
import type { TextRange } from '../../../text';
import type { Rule, SuppressionContext } from '../../context';
import type { SuppressedCode, Suppression } from '../../suppressions';
import type { Fix } from '../../types';
import { meta } from './meta';

export const unusedSuppression: Rule = {
  meta,
  run: 'suppressions',
  check(context) {
    for (const suppression of context.suppressions) {
      for (const code of suppression.codes) checkCode(context, suppression, code);
    }
  },
};

function checkCode(context: SuppressionContext, suppression: Suppression, code: SuppressedCode): void {
  const { unit, used, status, report } = context;
  // It silences what is said here: whether it does is not known before that has been said.
  if (used.has(code) || code.code.startsWith(meta.id)) return;
  const state = status(code.code);
  // A rule that is switched off finds nothing to be silenced, and may be switched on again.
  if (state === 'off') return;
  const draft = { uri: unit.uri, range: code.range, fixes: [removal(context, suppression, code)] };
  if (state === 'unknown') {
    const message = `There is no rule '${code.code}': this comment silences nothing`;
    report({ ...draft, entry: 'unknown-rule', message });
  } else {
    report({
      ...draft,
      entry: 'unused',
      message: `'${code.code}' finds nothing here: this comment is not needed`,
    });
  }
}

/** Takes the code out of its comment, or the comment out of the file when it is the only one. */
function removal(
  { unit, suppressions }: SuppressionContext,
  suppression: Suppression,
  code: SuppressedCode,
): Fix {
  // The rules of a region are suppressions of their own that share a comment.
  const all = suppressions
    .filter(({ range }) => range.start === suppression.range.start)
    .flatMap(({ codes }) => codes);
  const isOnly = all.length === 1;
  const range = isOnly ? commentRange(unit.text, suppression.range) : codeRange(unit.text, all, code);
  return {
    title: isOnly ? 'Remove the comment' : `Remove '${code.code}' from the comment`,
    files: [{ uri: unit.uri, edits: [{ range, newText: '' }] }],
    isPreferred: true,
  };
}

/** With its line when nothing else stands there, else with the blanks before it. */
function commentRange(text: string, { start, end }: TextRange): TextRange {
  const before = /[ \t]*$/.exec(text.slice(0, start))?.[0].length ?? 0;
  const lineStart = start - before;
  const isFirst = lineStart === 0 || /[\r\n]/.test(text.charAt(lineStart - 1));
  const after = /^[ \t]*(?:\r\n|\r|\n|$)/.exec(text.slice(end))?.[0].length;
  if (isFirst && after !== undefined) return { start: lineStart, end: end + after };
  return { start: lineStart, end };
}

/** With the comma and blanks that part it from its neighbour. */
function codeRange(text: string, all: readonly SuppressedCode[], code: SuppressedCode): TextRange {
  const next = all.find(({ range }) => range.start > code.range.start);
  if (next !== undefined) return { start: code.range.start, end: next.range.start };
  const previous = all.findLast(({ range }) => range.end < code.range.start);
  return { start: previous?.range.end ?? code.range.start, end: Math.min(code.range.end, text.length) };
}
