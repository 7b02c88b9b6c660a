/** Names of rules: in suppression comments, and in background-modes.json. */
import type { Unit } from '../../rules/context';
import { ruleById } from '../../rules/index';
import { suppressionsOf } from '../../rules/suppressions';
import { parseJsonValues } from '../../syntax/json-values';
import { valueAt } from '../../syntax/plist-query';
import type { PlistNode } from '../../syntax/plist-types';
import type { TextRange } from '../../text';
import type { Link } from './types';

export function suppressionLinks(unit: Unit): readonly Link[] {
  return suppressionsOf(unit)
    .flatMap(({ codes }) => codes)
    .flatMap(({ code, range }) => ruleLink(code, range));
}

export function configLinks(text: string): readonly Link[] {
  const { root } = parseJsonValues(text);
  const overrides = valueAt(root, 'overrides');
  const parts = [root, ...(overrides?.kind === 'array' ? overrides.items : [])];
  return parts.flatMap((part) => keysOf(valueAt(part, 'rules')));
}

function keysOf(node: PlistNode | undefined): readonly Link[] {
  return node?.kind === 'dict' ? node.entries.flatMap(({ key, keyRange }) => ruleLink(key, keyRange)) : [];
}

/** `code` may be one of the cases of a rule. */
function ruleLink(code: string, range: TextRange): readonly Link[] {
  const rule = ruleById(code.split('/', 1)[0] ?? code);
  return rule === undefined ? [] : [{ range, target: { kind: 'rule', rule: rule.meta.id } }];
}
