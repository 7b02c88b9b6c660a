/** Purpose strings that are empty, or that somebody meant to write later. */
import { purposeRequirements } from '../../../catalog/requirements-purposes';
import { replaceString } from '../../../features/edits/plist-edits';
import type { PlistFile } from '../../../project/types';
import { dictEntry, hasVariable, isSound, rootDict } from '../../../syntax/plist-query';
import type { PlistNode } from '../../../syntax/plist-types';
import type { FindingDraft, TargetContext } from '../../context';
import { fileFix } from '../plist-fix';

/** Key → what a fix writes. */
const placeholders: ReadonlyMap<string, string> = new Map(
  purposeRequirements.map(({ anyOf: [key], placeholder }) => [key, placeholder]),
);

/** What people write to come back to it, in lower case. */
const templates: ReadonlySet<string> = new Set([
  'todo',
  'fixme',
  'tbd',
  'test',
  'description',
  'xxx',
  'lorem ipsum',
]);

/** A text of fewer letters explains nothing in a language written with Latin letters; others are more compact. */
const minLength = 10;

export function checkTexts({ target, infoPlist, report }: TargetContext): void {
  if (target.product === 'tests') return;
  for (const file of infoPlist.files) {
    if (!isSound(file.document)) continue;
    for (const [key, placeholder] of placeholders) {
      const value = dictEntry(rootDict(file.document), key)?.value;
      const found =
        value && (emptyFinding(file, key, value, placeholder) ?? templateFinding(file, key, value));
      if (found !== undefined) report(found);
    }
  }
}

function emptyFinding(
  { uri, text, document }: PlistFile,
  key: string,
  value: PlistNode,
  placeholder: string,
): FindingDraft | undefined {
  const isString = value.kind === 'string';
  if (isString && value.value.trim() !== '') return undefined;
  const edits = isString ? replaceString(text, document, value, placeholder) : undefined;
  return {
    entry: 'empty',
    uri,
    range: value.range,
    message: `${key} ${isString ? 'is empty' : 'is not a string'}: that counts as missing`,
    fixes: fileFix(uri, `Insert a placeholder to rewrite into ${key}`, edits, true),
  };
}

function templateFinding({ uri }: PlistFile, key: string, value: PlistNode): FindingDraft | undefined {
  if (value.kind !== 'string' || !isTemplate(value.value.trim())) return undefined;
  return {
    entry: 'placeholder',
    uri,
    range: value.inner,
    message: `${key} does not say what the app does with it: people decline, and review refuses it`,
  };
}

function isTemplate(text: string): boolean {
  if (hasVariable(text)) return false;
  const words = text.toLowerCase();
  if (templates.has(words) || words.startsWith('todo')) return true;
  return text.length < minLength && /^[\p{Script=Latin}\p{Script=Common}]*$/u.test(text);
}
