/** Completions in comments: the comment that silences a finding, and the rules that it names. */

import { allRules } from '../../rules';
import type { Unit } from '../../rules/context';
import { MARKER } from '../../rules/suppressions';
import { commentsOf } from '../../rules/suppressions/comments';
import { codesOf, type Finding, findingCode, type RuleLanguage } from '../../rules/types';
import { LineIndex, type TextRange } from '../../text';
import { ruleTitle } from './rule-titles';
import type { CompletionOffer, CompletionRequest } from './types';

const forms: Readonly<Record<string, string>> = {
  [MARKER]: 'for the line below, or this one',
  [`${MARKER}-start`]: 'until the end that is marked',
  [`${MARKER}-end`]: 'the end of what was marked',
  [`${MARKER}-file`]: 'for the whole file',
};

/** Fewer letters than this could become anything. */
const minLetters = 4;

const START = /^(?:\/\/[/!]*|\/\*[*!]*|#+|<!--)[ \t]*([\w:-]*)$/;
const CODES = /background-modes:ignore(?:-(?:start|end|file))?[ \t]+((?:[\w/-]+[, \t]+)*)([\w/-]*)$/;

/** `undefined` where no such comment is being written. */
export async function suppressionCompletions(
  unit: Unit,
  request: CompletionRequest,
): Promise<readonly CompletionOffer[] | undefined> {
  const { text, offset } = request;
  const comment = commentAt(unit, text, offset);
  if (comment === undefined) return undefined;
  const before = text.slice(comment.start, offset);
  const word = START.exec(before)?.[1];
  if (word !== undefined) return word.length < minLetters ? [] : markers(word, request);
  const named = CODES.exec(before);
  const given = named?.[1] ?? '';
  // After two hyphens comes a reason.
  if (named === null || given.includes('--') || /^-/.test(named[2] ?? '')) return [];
  return codes(unit, named[2] ?? '', given, request);
}

/** Where a comment begins that holds the cursor, or runs on to it because nobody has closed it yet. */
function commentAt(unit: Unit, text: string, offset: number): TextRange | undefined {
  if (unit.kind === 'plist' && unit.document.format === 'xml') {
    const start = text.lastIndexOf('<!--', offset - 1);
    const isOpen = start >= 0 && start + 4 <= offset && !text.slice(start, offset).includes('-->');
    return isOpen && !text.slice(start, offset).includes('\n') ? { start, end: offset } : undefined;
  }
  return commentsOf(unit).find(({ start, end }) => {
    const isLine = !text.startsWith('/*', start);
    return start < offset && (isLine ? offset <= end : offset < end);
  });
}

function markers(word: string, { offset, text }: CompletionRequest): readonly CompletionOffer[] {
  const range = wordRange(text, offset, word);
  return Object.entries(forms)
    .filter(([label]) => label.startsWith(word))
    .map(([label, detail]) => ({
      label,
      kind: 'comment',
      detail,
      range,
      newText: text[range.end] === ' ' ? label : `${label} `,
    }));
}

async function codes(
  unit: Unit,
  word: string,
  given: string,
  request: CompletionRequest,
): Promise<readonly CompletionOffer[]> {
  const { text, offset } = request;
  const named = given.split(/[,\s]+/);
  const here = findingsNear(await request.findings(), text, offset).map(findingCode);
  const language = languageOf(unit);
  const others = allRules
    .filter(({ meta }) => language === undefined || meta.languages.includes(language))
    .flatMap(({ meta }) => codesOf(meta));
  const range = wordRange(text, offset, word);
  return [...new Set([...here, ...others])]
    .filter((code) => !named.includes(code))
    .map((code) => {
      const title = ruleTitle(code) ?? '';
      return {
        label: code,
        kind: 'rule',
        detail: here.includes(code) ? `found here: ${title}` : title,
        range,
        newText: code,
        topic: { kind: 'rule', code },
      };
    });
}

/** Of the line of the comment and the one below it. */
function findingsNear(findings: readonly Finding[], text: string, offset: number): readonly Finding[] {
  const lines = new LineIndex(text);
  const { line } = lines.at(offset);
  return findings.filter(({ range }) => {
    const found = lines.at(range.start).line;
    return found === line || found === line + 1;
  });
}

function languageOf(unit: Unit): RuleLanguage | undefined {
  if (unit.kind === 'program') return unit.program.language;
  if (unit.kind !== 'plist' || unit.role === 'other') return undefined;
  return unit.role === 'info' ? 'plist' : 'entitlements';
}

/** From the beginning of `word`, which ends at the cursor, to the end of the word that it is in. */
function wordRange(text: string, offset: number, word: string): TextRange {
  const after = /^[\w:/-]*/.exec(text.slice(offset))?.[0] ?? '';
  const tail = after.replace(/-->.*$|--.*$|\/?\*\/.*$/, '');
  return { start: offset - word.length, end: offset + tail.length };
}
