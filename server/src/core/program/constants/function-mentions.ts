/** Where a file names what values of other files depend on. */
import { walkNaming } from '../members';
import { allTypes } from '../walk';
import { initMentions } from './init-mentions';
import { initialisedType, isImplicitInit, isSelector, mayName, storedProperty } from './mention-names';
import { messageMentions } from './message-mentions';
import { declarationOf, nameMention } from './name-mentions';
import type { Reducer } from './reduce';
import { storedMentions } from './stored-properties';
import type { Mention } from './types';

/**
 * `names`: those that the `text` of the file may hold. Where it could not be parsed, any of them may stand, as well as
 * in macros and under other names for Swift.
 */
export function functionMentions(
  reducer: Reducer,
  names: ReadonlySet<string>,
  text: string,
): readonly Mention[] {
  const { program } = reducer;
  const all = [...names];
  const stored = all.filter((name) => storedProperty(name) !== undefined);
  const inits = all.filter((name) => initialisedType(name) !== undefined || isImplicitInit(name));
  const selectors = all.filter(isSelector);
  const special = new Set([...stored, ...inits, ...selectors]);
  const plain = new Set(all.filter((name) => !special.has(name)));
  const isBroken = program.errors.length > 0;
  const unseen = program.language === 'objc' ? unseenIn(text) : '';
  const open = all.filter(
    (name) => !stored.includes(name) && (isBroken || mayName(unseen, name, program.language)),
  );
  return [
    ...open.map((name) => ({ kind: 'other', name }) as const),
    ...(plain.size > 0 ? plainMentions(reducer, plain) : []),
    ...(inits.length > 0 ? initMentions(reducer, new Set(inits)) : []),
    ...(selectors.length > 0 ? messageMentions(reducer, selectors) : []),
    ...stored.flatMap((name) => storedMentions(reducer, name)),
  ];
}

/** Functions of Swift and C. */
function plainMentions(reducer: Reducer, names: ReadonlySet<string>): readonly Mention[] {
  const { program } = reducer;
  const types = allTypes(program);
  const isC = program.language === 'objc';
  const found: Mention[] = [];
  const note = (mention: Mention | undefined): void => {
    if (mention !== undefined) found.push(mention);
  };
  for (const fn of program.functions)
    if (names.has(fn.name)) note(declarationOf(fn, isC ? 'c-function' : 'function', ''));
  for (const type of types)
    for (const fn of type.methods)
      if (names.has(fn.name)) note(declarationOf(fn, isC ? 'other' : 'function', type.path));
  for (const { name } of [...program.globals, ...types.flatMap(({ properties }) => properties)])
    if (names.has(name)) note({ kind: 'declaration', name, what: 'other', owner: '' });
  walkNaming(program, [...names], {
    expr: (expr) => {
      note(nameMention(expr, names, reducer));
      return true;
    },
  });
  return found;
}

/** What may give other names to Swift than the model says. */
const swiftNames = /SWIFT_NAME|SWIFT_ASYNC|REFINED_FOR_SWIFT|swift_name/;

/** Macros, whose bodies are no code of the model, and everything where Swift gets to see other names. */
function unseenIn(text: string): string {
  if (swiftNames.test(text)) return text;
  if (!/#\s*define/.test(text)) return '';
  const lines = text.split('\n');
  return lines
    .filter((line, index) => {
      const isContinued = lines[index - 1]?.trimEnd().endsWith('\\') === true;
      return isContinued || /^\s*#\s*define/.test(line);
    })
    .join('\n');
}
