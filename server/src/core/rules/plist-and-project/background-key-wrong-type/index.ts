/** background-key-wrong-type: frameworks read arrays of strings and nothing else. */
import { type BackgroundKey, backgroundKeys, permittedIdentifiers } from '../../../catalog/background-keys';
import { dictEntry, isSound, isString, rootDict } from '../../../syntax/plist-query';
import type { PlistNode } from '../../../syntax/plist-types';
import type { Rule, UnitContext } from '../../context';
import { itemFixes, valueFixes } from './fixes';
import { meta } from './meta';

const kindNames: Readonly<Record<PlistNode['kind'], string>> = {
  array: 'an array',
  dict: 'a dictionary',
  string: 'a string',
  boolean: 'a Boolean',
  integer: 'a number',
  real: 'a number',
  date: 'a date',
  data: 'data',
};

const effects: Readonly<Record<BackgroundKey, string>> = {
  UIBackgroundModes:
    'no mode counts as declared, and Core Location and Core Bluetooth raise exceptions where they need one',
  WKBackgroundModes: 'no session type counts as declared',
  [permittedIdentifiers]: 'no task identifier counts as permitted',
};

export const backgroundKeyWrongType: Rule = {
  meta,
  run: 'unit',
  check(context) {
    const { unit } = context;
    if (unit.kind !== 'plist' || unit.role !== 'info' || !isSound(unit.document)) return;
    for (const key of backgroundKeys) {
      const value = dictEntry(rootDict(unit.document), key)?.value;
      if (value?.kind === 'array') checkItems(context, key, value.items);
      else if (value !== undefined) {
        context.report({
          entry: key === permittedIdentifiers ? 'identifiers-not-array' : 'modes-not-array',
          uri: unit.uri,
          range: value.range,
          message: `${key} is ${kindNames[value.kind]} and has to be an array: ${effects[key]}`,
          fixes: valueFixes(unit, key, value),
        });
      }
    }
  },
};

function checkItems({ unit, report }: UnitContext, key: BackgroundKey, items: readonly PlistNode[]): void {
  if (unit.kind !== 'plist') return;
  for (const item of items) {
    if (isString(item) && item.value.trim() !== '') continue;
    const what = isString(item) ? 'An empty string' : capitalised(kindNames[item.kind]);
    report({
      entry: key === permittedIdentifiers ? 'identifiers-not-array' : 'mode-not-string',
      uri: unit.uri,
      range: item.range,
      message: `${what} in ${key}, which holds strings: the item is ignored, or the upload to App Store Connect is refused`,
      fixes: itemFixes(unit, item),
    });
  }
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
