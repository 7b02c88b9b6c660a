/** Finds goals by the words that somebody types. */
import { type Goal, goals, mechanismsOf } from '../../catalog/mechanisms';

/** Words that say nothing about a goal. */
const fillers: ReadonlySet<string> = new Set(
  'a an the i my me in on of to do does is are be can could how what when with it its for and or ios app want need use run code background'.split(
    ' ',
  ),
);

const titleWeight = 4;
const wordWeight = 3;
const nameWeight = 2;
const textWeight = 1;
/** The whole of what was typed stands in one place. */
const phraseWeight = 8;

/** Goals that have to do with every word that says something, else with some; the nearest first, all for no words. */
export function searchGoals(query: string): readonly Goal[] {
  const words = wordsOf(query);
  const telling = words.filter((word) => !fillers.has(word));
  const wanted = telling.length > 0 ? telling : words;
  if (wanted.length === 0) return goals;
  const scored = goals.map((goal) => ({ goal, ...score(goal, wanted, words.join(' ')) }));
  const most = Math.max(...scored.map(({ found }) => found));
  if (most === 0) return [];
  return scored
    .filter(({ found }) => found === most)
    .sort((one, other) => other.points - one.points)
    .map(({ goal }) => goal);
}

interface Score {
  /** How many of the words. */
  readonly found: number;
  readonly points: number;
}

function score(goal: Goal, wanted: readonly string[], phrase: string): Score {
  const fields = fieldsOf(goal);
  const best = wanted.map((word) =>
    Math.max(0, ...fields.map(({ text, weight }) => weight * likeness(text, word))),
  );
  const hasPhrase = fields.some(
    ({ text, weight }) => weight >= wordWeight && ` ${text} `.includes(` ${phrase} `),
  );
  const points = best.reduce((sum, each) => sum + each, hasPhrase ? phraseWeight : 0);
  return { found: best.filter((each) => each > 0).length, points };
}

/** 1 for a whole word, less for the beginning of one, 0 for none. */
function likeness(text: string, word: string): number {
  const words = text.split(' ');
  if (words.includes(word) || words.includes(`${word}s`)) return 1;
  return words.some((each) => each.startsWith(word)) ? 0.5 : 0;
}

function fieldsOf(goal: Goal): readonly { readonly text: string; readonly weight: number }[] {
  const names = mechanismsOf(goal).flatMap(({ title, api }) => [title, api]);
  return [
    { text: normalised(goal.title), weight: titleWeight },
    ...goal.words.map((word) => ({ text: normalised(word), weight: wordWeight })),
    ...names.map((name) => ({ text: normalised(name), weight: nameWeight })),
    { text: normalised(`${goal.whyNot ?? ''} ${goal.advice ?? ''}`), weight: textWeight },
  ];
}

function normalised(text: string): string {
  return wordsOf(text).join(' ');
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
