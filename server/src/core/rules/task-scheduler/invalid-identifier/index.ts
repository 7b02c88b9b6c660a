/** invalid-task-identifier: identifiers that the scheduler drops, and patterns where it wants an identifier. */
import { permittedIdentifiers } from '../../../catalog/background-keys';
import { Reducer } from '../../../program/constants/reduce';
import { constantUses } from '../../../program/constants/uses';
import { dictEntry, isSound, rootDict, stringItems } from '../../../syntax/plist-query';
import type { PlistUnit, ProgramUnit, Rule, UnitContext } from '../../context';
import { judgeIdentifier } from './judge';
import { meta } from './meta';

export const invalidTaskIdentifier: Rule = {
  meta,
  run: 'unit',
  check(context) {
    const { unit } = context;
    if (unit.kind === 'program') checkCode(context, unit);
    if (unit.kind === 'plist' && unit.role === 'info' && isSound(unit.document)) checkPlist(context, unit);
  },
};

function checkPlist({ targets, report }: UnitContext, unit: PlistUnit): void {
  for (const item of stringItems(dictEntry(rootDict(unit.document), permittedIdentifiers)?.value)) {
    const verdict = judgeIdentifier(unit, item, targets);
    if (verdict !== undefined) report({ ...verdict, uri: unit.uri, range: item.inner });
  }
}

function checkCode({ report }: UnitContext, unit: ProgramUnit): void {
  if (!unit.text.includes('.*"')) return;
  for (const { role, range, value } of constantUses(new Reducer(unit.program))) {
    if (role !== 'task-identifier' || value.kind !== 'text' || !value.value.endsWith('.*')) continue;
    report({
      entry: 'wildcard-in-code',
      uri: unit.uri,
      range,
      message: `'${value.value}' is a pattern for the Info.plist, no identifier: a task submitted with a real one finds no launch handler, and the app crashes`,
    });
  }
}
