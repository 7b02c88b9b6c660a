/** What an identifier is to be called. */
import { maxIdentifierLength } from '../../catalog/task-scheduling';
import { plainText, propertyListText } from '../../program/constants/values';
import type { IdentifierGroup, IdentifierRole, TextValue } from '../identifiers/types';
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

/** The spellings of `name` where `group` compiles it. */
export function formsOf(
  name: TextValue,
  role: IdentifierRole,
  { bundleIdentifiers }: IdentifierGroup,
): NameForms {
  const isSymbolic = name.parts.some((part) => typeof part !== 'string');
  const [only, ...others] = bundleIdentifiers;
  const plain = plainText(name, others.length === 0 ? only : undefined);
  if (role === 'task-identifier' && (plain?.length ?? 0) > maxIdentifierLength)
    throw new RenameRefused(`iOS ignores identifiers of more than ${maxIdentifierLength} characters`);
  if (isSymbolic) return { plain, symbolic: plainText(name, someBundle) };
  const longest = bundleIdentifiers
    .filter((bundle) => plain?.startsWith(bundle))
    .reduce((one, other) => (other.length > one.length ? other : one), '');
  return {
    plain,
    symbolic: plain === undefined || longest === '' ? undefined : someBundle + plain.slice(longest.length),
  };
}
