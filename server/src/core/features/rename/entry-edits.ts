/** The edit of an entry of a property list, in whatever notation. */
import { unknownValue } from '../../program/constants/types';
import { plainText, propertyListText } from '../../program/constants/values';
import type { TextEdit } from '../../text';
import { replaceString } from '../edits/plist-edits';
import type { PermittedEntry, TextValue } from '../identifiers/types';
import { type NameForms, someBundle } from './new-name';
import { placeName, RenameRefused } from './refusal';

/** The last build variable with all that stands before it. */
const HEAD = /^.*\$(?:\([^)]*\)|\{[^}]*\})/s;

export function entryEdits(entry: PermittedEntry, forms: NameForms): readonly TextEdit[] {
  const { file, item, isImplied } = entry;
  const place = placeName({ uri: file.uri, text: file.text, range: item.range });
  if (isImplied) throw new RenameRefused(`${place} stands for the identifier without naming it`);
  const written = file.text.slice(item.inner.start, item.inner.end);
  if (file.document.format === 'xml' && written.includes('<!--'))
    throw new RenameRefused(`A comment stands in the identifier in ${place}`);
  const name = newText(entry, forms);
  if (name === undefined)
    throw new RenameRefused(
      `The identifier begins with a build variable in ${place}: the new name has to begin with its value`,
    );
  const edits = replaceString(file.text, file.document, item, name);
  if (edits === undefined) throw new RenameRefused(`The identifier in ${place} cannot be edited`);
  return edits;
}

/** Keeps the variables at the beginning where the name begins with what they stand for. */
function newText({ item, expansions }: PermittedEntry, { plain, symbolic }: NameForms): string | undefined {
  const [head] = HEAD.exec(item.value) ?? [];
  if (head === undefined) return plain;
  const bundle = plainText(propertyListText(head) ?? unknownValue, someBundle);
  if (bundle !== undefined && symbolic?.startsWith(bundle) === true)
    return head + symbolic.slice(bundle.length);
  const names = expansions.map((expand) => behind(expand(head), plain));
  const [first] = names;
  if (first !== undefined && names.every((name) => name === first)) return head + first;
  // The variable goes where it is the same in all configurations.
  const texts = new Set(expansions.map((expand) => plainOf(expand(item.value))));
  return texts.size === 1 && !texts.has(undefined) ? plain : undefined;
}

/** What is left of the name behind the variables. */
function behind(head: TextValue | undefined, name: string | undefined): string | undefined {
  const start = plainOf(head);
  return start !== undefined && name?.startsWith(start) === true ? name.slice(start.length) : undefined;
}

function plainOf(value: TextValue | undefined): string | undefined {
  return value && plainText(value, undefined);
}
