/** What an identifier is to be called. */
import { maxIdentifierLength } from '../../catalog/task-scheduling';
import { plainText, propertyListText } from '../../program/constants/values';
import type { FoundIdentifier } from '../identifiers/cursor';
import type { IdentifierRole, TextValue } from '../identifiers/types';
import { RenameRefused } from './refusal';

/** Stands for the bundle identifier in texts that begin with whatever it is. */
export const someBundle = '\u0000';

/** The name as a group spells it; missing where it cannot be spelled so. */
export interface NameForms {
  /** Without variables. */
  readonly plain: string | undefined;
  /** With `someBundle` at its beginning. */
  readonly symbolic: string | undefined;
}

const invisible = /[\s\p{C}]/u;

/** Throws `RenameRefused` for what is no identifier. */
export function checkName(name: string, role: IdentifierRole): TextValue {
  if (name === '') throw new RenameRefused('An identifier needs a name');
  if (invisible.test(name))
    throw new RenameRefused('An identifier holds no spaces, line ends or invisible characters');
  const value = propertyListText(name);
  if (value?.kind !== 'text')
    throw new RenameRefused('$(PRODUCT_BUNDLE_IDENTIFIER) is the only build variable an identifier can hold');
  if (value.parts.some((part, index) => typeof part !== 'string' && index > 0))
    throw new RenameRefused('$(PRODUCT_BUNDLE_IDENTIFIER) can only stand at the beginning');
  if (role === 'task-identifier' && name.endsWith('.*'))
    throw new RenameRefused("A name that ends with '.*' stands for several identifiers");
  return value;
}

/**
 * The spellings of `name` where a group compiles it. `bundles`: of the targets that the rename began in. Where the
 * identifier begins with the bundle identifier, another target has its own in the place of theirs.
 */
export function formsOf(
  name: TextValue,
  { identifier, group }: FoundIdentifier,
  bundles: readonly string[],
): NameForms {
  const own = group.bundleIdentifiers;
  const [only, ...others] = own;
  const bundle = others.length === 0 ? only : undefined;
  const plain = plainText(name, bundle);
  if (identifier.role === 'task-identifier' && (plain?.length ?? 0) > maxIdentifierLength)
    throw new RenameRefused(`iOS ignores identifiers of more than ${maxIdentifierLength} characters`);
  if (isSymbolic(name)) return { plain, symbolic: plainText(name, someBundle) };
  const symbolic = symbolicText(plain, own);
  if (symbolic !== undefined || !isSymbolic(identifier.value)) return { plain, symbolic };
  const translated = symbolicText(plain, bundles);
  if (translated === undefined) return { plain, symbolic };
  return { plain: bundle && translated.replace(someBundle, bundle), symbolic: translated };
}

function isSymbolic({ parts }: TextValue): boolean {
  return parts.some((part) => typeof part !== 'string');
}

function symbolicText(text: string | undefined, bundles: readonly string[]): string | undefined {
  const longest = longestStart(text, bundles);
  return text === undefined || longest === '' ? undefined : someBundle + text.slice(longest.length);
}

function longestStart(text: string | undefined, bundles: readonly string[]): string {
  return bundles
    .filter((bundle) => text?.startsWith(bundle))
    .reduce((one, other) => (other.length > one.length ? other : one), '');
}

/** The identifier with the bundle identifier as such; `undefined` when it does not begin with one of them. */
export function symbolicValue(value: TextValue, bundles: readonly string[]): TextValue | undefined {
  const text = plainText(value, undefined);
  const longest = longestStart(text, bundles);
  if (text === undefined || longest === '') return undefined;
  return { kind: 'text', parts: [{ symbol: 'bundle-identifier' }, text.slice(longest.length)] };
}
