/** audio-session-activated-before-category: the session is switched while it is active already. */
import { audioSessionSymbols } from '../../../catalog/audio-session';
import type { Stmt } from '../../../program/ir';
import { parentsOf } from '../../../program/parents';
import { walkBlock } from '../../../program/walk';
import { isFirstOnLine, withSemicolon } from '../../background-task/fixes/code-text';
import type { CodeContext, Rule } from '../../context';
import { mentionsAny } from '../../mentions';
import type { Fix } from '../../types';
import { runsThrough } from '../category-before';
import { type SessionCall, type SessionCalls, sessionCallsOf } from '../session-calls';
import { meta } from './meta';

const message =
  'Audio session is activated before its category is set: it starts with the old one, and may stop other audio for nothing';

export const beforeCategoryRule: Rule = {
  meta,
  run: 'code',
  check(code) {
    if (!mentionsAny(code, audioSessionSymbols)) return;
    const calls = sessionCallsOf(code);
    for (const [first, ...others] of calls.byFunction.values()) {
      if (first === undefined || calls.activation(first) !== true) continue;
      const setter = categoryAfter(first, others, calls);
      if (setter !== undefined) report(code, calls, first, setter);
    }
  },
};

/** The next call that sets the category, when nothing deactivates the session before it. */
function categoryAfter(
  first: SessionCall,
  others: readonly SessionCall[],
  calls: SessionCalls,
): SessionCall | undefined {
  const next = others.find(({ method }) => method !== 'overrideOutputAudioPort' && method !== 'setMode');
  return next?.method === 'setCategory' && runsThrough(calls, first.call, next.call) ? next : undefined;
}

function report(code: CodeContext, calls: SessionCalls, first: SessionCall, setter: SessionCall): void {
  const { uri } = code.unit;
  const fix = swapFix(code, calls, first, setter);
  code.report({
    uri,
    range: first.call.nameRange,
    message,
    related: [{ uri, range: setter.call.nameRange, message: 'The category is set here' }],
    fixes: fix === undefined ? [] : [fix],
  });
}

/** Neighbours that fill a line each. */
function swapFix(
  { unit }: CodeContext,
  { analysis }: SessionCalls,
  first: SessionCall,
  setter: SessionCall,
): Fix | undefined {
  const parents = parentsOf(analysis.resolver);
  const [before, after] = [parents.stmt(first.call), parents.stmt(setter.call)];
  const body = analysis.resolver.scopes.scopeOf(first.call)?.fn?.body;
  if (before?.kind !== 'expr' || after?.kind !== 'expr' || body === undefined) return undefined;
  const { text, uri } = unit;
  const areNeighbours = statementLists(body).some(
    (list) => list.indexOf(before) + 1 === list.indexOf(after) && list.includes(before),
  );
  if (!areNeighbours || ![before, after].every(({ range }) => isFirstOnLine(text, range.start)))
    return undefined;
  const [one, two] = [withSemicolon(text, before.range), withSemicolon(text, after.range)];
  const edits = [
    { range: one, newText: text.slice(two.start, two.end) },
    { range: two, newText: text.slice(one.start, one.end) },
  ];
  return { title: 'Set the category first', files: [{ uri, edits }], isPreferred: true };
}

function statementLists(body: Parameters<typeof walkBlock>[0]): readonly (readonly Stmt[])[] {
  const lists: (readonly Stmt[])[] = [];
  walkBlock(body, {
    block: ({ statements }) => void lists.push(statements),
    enterFunction: () => false,
  });
  return lists;
}
