/** The texts that the client hands to `l10n.t`, which its translations have to know. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { transformSync } from 'esbuild';

const folder = path.join(import.meta.dirname, '../../client/src');

/** Each with the files that say it. */
export function clientTexts(): Map<string, string[]> {
  const texts = new Map<string, string[]>();
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((name) => name.endsWith('.ts')).sort()) {
    for (const text of textsOf(readFileSync(path.join(folder, file), 'utf8'), file)) {
      texts.set(text, [...(texts.get(text) ?? []), file]);
    }
  }
  return texts;
}

/** Throws when a text is no literal: nobody could translate it. */
export function textsOf(source: string, file: string): string[] {
  // Comments go, `'a' + 'b'` becomes one literal, and every literal is written in one of few ways.
  const { code } = transformSync(source, { loader: 'ts', minifySyntax: true, charset: 'utf8' });
  return [...code.matchAll(/\bl10n\s*\.\s*t\(/g)].map(({ index, 0: call }) => {
    const argument = code.slice(index + call.length);
    const literal = /^\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\$]|\\.)*`)\s*[,)]/.exec(argument)?.[1];
    if (literal === undefined) throw new Error(`${file}: l10n.t(${argument.slice(0, 60)}… is no literal`);
    return literalValue(literal);
  });
}

function literalValue(literal: string): string {
  const inside = literal.slice(1, -1);
  const isTemplate = literal.startsWith('`');
  const escaped = inside.replace(/\\(['`$])/g, '$1').replace(/(?<!\\)"/g, '\\"');
  return JSON.parse(`"${isTemplate ? escaped.replaceAll('\n', '\\n') : escaped}"`);
}

/** `{0}`, `{1}`, … of a text, sorted. */
export function placeholdersOf(text: string): string[] {
  return [...text.matchAll(/\{\d+\}/g)].map(([placeholder]) => placeholder).sort();
}
