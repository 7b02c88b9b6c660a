/**
 * The names by which files are asked where they name something that values of other files depend on:
 *
 * | name | what is asked for |
 * |---|---|
 * | `schedule` | a function of Swift or C |
 * | `Job.init` | initialisers of a Swift type, by its last name |
 * | `.init(id`, `.init(`, `.init` | calls and mentions of initialisers that leave out the type, by their first label |
 * | `schedule:at:` | a method of Objective-C |
 * | `Job=id` | what the code of a type sets a property of its objects to |
 */
import { firstPiece } from '../../catalog/selectors';
import type { SourceLanguage } from '../ir';

/** An initialiser that is handed on without a type, `map(.init)`, or called behind a comment. */
export const initReference = '.init';

export function initName(type: string): string {
  return `${type}.init`;
}

export function implicitInitName(label: string | undefined): string {
  return `.init(${label ?? ''}`;
}

export function isImplicitInit(name: string): boolean {
  return name.startsWith(initReference);
}

/** The type whose initialisers a name asks for. */
export function initialisedType(name: string): string | undefined {
  return name.endsWith('.init') && !isImplicitInit(name) ? name.slice(0, -'.init'.length) : undefined;
}

export function storedName(type: string, property: string): string {
  return `${type}=${property}`;
}

/** Type and property of a name made by `storedName`. */
export function storedProperty(name: string): readonly [string, string] | undefined {
  const at = name.indexOf('=');
  return at < 0 ? undefined : [name.slice(0, at), name.slice(at + 1)];
}

export function isSelector(name: string): boolean {
  return name.includes(':');
}

/** Like `initWithName:`, which Swift writes as `Job(name:)`. */
export function isInitSelector(selector: string): boolean {
  return /^init(?![a-z])/.test(selector);
}

/** A file that has none of these, as words of its code, does not name it. */
export function wordsOf(name: string, language: SourceLanguage): readonly string[] {
  if (isSelector(name)) return language === 'objc' ? [firstPiece(name)] : swiftBases(firstPiece(name));
  const stored = storedProperty(name);
  if (stored !== undefined) return [stored[0]];
  if (language === 'objc' && name.includes(initReference)) return [];
  return [initialisedType(name) ?? name];
}

/** Whether a text may name it. */
export function mayName(text: string, name: string, language: SourceLanguage): boolean {
  return wordsOf(name, language).some((word) =>
    isImplicitInit(word) ? holdsImplicitInit(text, word) : text.includes(word),
  );
}

function holdsImplicitInit(text: string, name: string): boolean {
  for (let at = text.indexOf(initReference); at >= 0; at = text.indexOf(initReference, at + 1))
    if (implicitInitAt(text, at + 1) === name) return true;
  return false;
}

/** What follows `.init` in a call, with the label of its first argument. */
const initCall = /init\s*(?:[?!]\s*)?(?:\((?!\s*\/)\s*(?:([\w$\u0080-\uffff]+)\s*:)?|\{)/y;

/**
 * By which name somebody asks for the `init` behind a dot at an offset: see `implicitInitName`. `undefined` for calls on
 * `self` and `super`.
 */
export function implicitInitAt(text: string, at: number): string | undefined {
  if (/\b(?:self|super)\.$/.test(text.slice(Math.max(0, at - 7), at))) return undefined;
  initCall.lastIndex = at;
  const call = initCall.exec(text);
  return call === null ? initReference : implicitInitName(call[1]);
}

/** What Swift may call a method by: it moves words of the first piece into the first label, and leaves some out. */
export function swiftBases(piece: string): readonly string[] {
  const bases = [piece];
  for (let at = piece.length - 1; at > 0; at--) {
    const letter = piece.charAt(at);
    if (letter !== letter.toLowerCase()) bases.push(piece.slice(0, at));
  }
  return bases;
}

/** The selector of a call of Swift, if nothing was left out of it. */
export function selectorOf(name: string, labels: readonly (string | undefined)[]): string {
  const [first = '', ...others] = labels;
  const piece = name + first.charAt(0).toUpperCase() + first.slice(1);
  return [piece, ...others.map((label) => label ?? '')].map((each) => `${each}:`).join('');
}
