/** deprecated-background-api: what was renamed or replaced, and what has lost its effect. */
import { deprecatedApis, deprecatedSymbols, exitsOnSuspendKey } from '../../../catalog/deprecated-apis';
import { removeEntry } from '../../../features/edits/plist-entry-edits';
import { availabilityAt } from '../../../program/availability';
import { conditionsOf } from '../../../program/condition-regions';
import { evaluateConditions } from '../../../program/conditions';
import { type DeprecatedSite, deprecatedUses } from '../../../program/deprecated-uses';
import { booleanValue, dictEntry, isSound, rootDict, stringValue } from '../../../syntax/plist-query';
import type { PlistNode } from '../../../syntax/plist-types';
import type { PlistUnit, ProgramUnit, Rule, UnitContext } from '../../context';
import { fileFix } from '../../plist-and-project/plist-fix';
import { compareVersions } from '../../plist-and-project/versions';
import type { Fix } from '../../types';
import { analysisOf, saysAny } from '../file-analysis';
import { type IosBuild, iosBuild } from '../ios-build';
import { meta } from './meta';
import { exitsOnSuspendMessage, messages } from './texts';

/** What is that old is reported in a project that does not say which versions it supports. */
const newestWithoutTarget = '16';

export const deprecatedApiRule: Rule = {
  meta,
  run: 'unit',
  check(context) {
    const { unit } = context;
    if (unit.kind === 'program') checkProgram(context, unit);
    else if (unit.kind === 'plist' && unit.role === 'info') checkPlist(context, unit);
  },
};

function checkProgram({ targets, report }: UnitContext, unit: ProgramUnit): void {
  const build = iosBuild(targets);
  if (build === undefined || !saysAny(unit, deprecatedSymbols)) return;
  const { program, uri } = unit;
  const conditions = conditionsOf(program);
  for (const site of deprecatedUses(analysisOf(program), deprecatedApis)) {
    const { start } = site.range;
    if (!isOutdated(site, build, unit)) continue;
    if (evaluateConditions(conditions(start), { platform: 'iOS' }) === false) continue;
    report({
      entry: site.api.entry,
      uri,
      range: site.range,
      message: messages[site.api.entry],
      fixes: renameFix(site, build, unit),
    });
  }
}

/** Whether no version of iOS that reaches the place still wants the old API. */
function isOutdated({ api, range }: DeprecatedSite, build: IosBuild, { program }: ProgramUnit): boolean {
  if (api.renameNeedsSdk !== undefined && build.sdk !== undefined)
    if (compareVersions(build.sdk, api.renameNeedsSdk) < 0) return false;
  const { atLeast, isForOlder } = availabilityAt(program, range.start);
  if (isForOlder) return false;
  if (atLeast !== undefined && compareVersions(atLeast, api.since) >= 0) return true;
  return build.minimum === undefined
    ? compareVersions(api.since, newestWithoutTarget) <= 0
    : compareVersions(build.minimum, api.since) >= 0;
}

function renameFix(
  { api, range, newName }: DeprecatedSite,
  build: IosBuild,
  unit: ProgramUnit,
): readonly Fix[] {
  if (newName === undefined) return [];
  const { renameNeedsSdk } = api;
  const newest = build.sdk ?? build.minimum;
  if (renameNeedsSdk !== undefined && (newest === undefined || compareVersions(newest, renameNeedsSdk) < 0))
    return [];
  const start = unit.text.charAt(range.start) === '.' ? range.start + 1 : range.start;
  return fileFix(unit.uri, `Use ${newName}`, [{ range: { start, end: range.end }, newText: newName }], true);
}

function checkPlist({ report }: UnitContext, unit: PlistUnit): void {
  if (!isSound(unit.document)) return;
  const root = rootDict(unit.document);
  const entry = dictEntry(root, exitsOnSuspendKey);
  if (entry === undefined || !isTrue(entry.value)) return;
  const modes = dictEntry(root, 'UIBackgroundModes')?.value;
  const hasModes = modes?.kind === 'array' && modes.items.length > 0;
  report({
    entry: 'exits-on-suspend',
    ...(hasModes ? {} : { severity: 'hint' }),
    uri: unit.uri,
    range: entry.keyRange,
    message: exitsOnSuspendMessage,
    fixes: fileFix(
      unit.uri,
      `Remove ${exitsOnSuspendKey}`,
      removeEntry(unit.text, unit.document, entry),
      true,
    ),
  });
}

function isTrue(value: PlistNode | undefined): boolean {
  return booleanValue(value) === true || stringValue(value) === 'YES';
}
