/** processing-without-permitted-identifiers: App Store Connect takes the mode with a list of identifiers only. */
import { permittedIdentifiers } from '../../../catalog/background-keys';
import { isKept, modeOf } from '../../../catalog/modes';
import { addStringsToArray } from '../../../features/edits/plist-edits';
import { removeFromArray } from '../../../features/edits/plist-entry-edits';
import { effectiveInfoPlist } from '../../../project/effective-info-plist';
import type { EffectiveInfoPlist, PlistFile, Target } from '../../../project/types';
import { dictEntry, rootDict, stringItems } from '../../../syntax/plist-query';
import type { PlistScalar } from '../../../syntax/plist-types';
import type { Rule, TargetContext } from '../../context';
import type { Fix } from '../../types';
import { identifiersInCode } from './identifiers';
import { meta } from './meta';

export const processingWithoutIdentifiers: Rule = {
  meta,
  run: 'target',
  check(context) {
    const { target, infoPlist } = context;
    if ((target.product !== 'app' && target.product !== 'app-clip') || isDropped(target)) return;
    const reported = new Set<PlistScalar>();
    for (const configuration of target.configurations) {
      const own = effectiveInfoPlist({ configurations: [configuration] }, (uri) =>
        infoPlist.files.find((file) => file.uri === uri),
      );
      const place = lonelyMode(own);
      if (place === undefined || reported.has(place.item)) continue;
      reported.add(place.item);
      context.report({
        uri: place.file.uri,
        range: place.item.inner,
        message: `'processing' without any identifier in ${permittedIdentifiers}: App Store Connect refuses the upload (ITMS-90771)`,
        fixes: fixesOf(context, place),
      });
    }
  },
};

interface ModePlace {
  readonly file: PlistFile;
  readonly item: PlistScalar;
}

/** The build takes the mode out for all platforms of the target. */
function isDropped({ platforms }: Target): boolean {
  const mode = modeOf('UIBackgroundModes', 'processing');
  return (
    mode !== undefined && platforms !== undefined && !platforms.some((platform) => isKept(mode, platform))
  );
}

/** The value in a list of modes that is known, beside no identifiers or an empty list of them. */
function lonelyMode(infoPlist: EffectiveInfoPlist): ModePlace | undefined {
  if (!infoPlist.isResolved || infoPlist.modes('UIBackgroundModes').isUnknown) return undefined;
  const identifiers = infoPlist.value(permittedIdentifiers)?.node;
  // A value of another kind has a rule of its own.
  if (identifiers !== undefined && (identifiers.kind !== 'array' || identifiers.items.length > 0))
    return undefined;
  for (const file of infoPlist.files) {
    const modes = stringItems(dictEntry(rootDict(file.document), 'UIBackgroundModes')?.value);
    const item = modes.find(({ value }) => value === 'processing');
    if (item !== undefined) return { file, item };
  }
  return undefined;
}

function fixesOf({ constants }: TargetContext, { file, item }: ModePlace): readonly Fix[] {
  const { uri, text, document } = file;
  const identifiers = identifiersInCode(constants);
  const added =
    identifiers.length === 0
      ? undefined
      : addStringsToArray(text, document, permittedIdentifiers, identifiers);
  const removed = removeFromArray(text, document, 'UIBackgroundModes', item);
  const listed = identifiers.map((identifier) => `'${identifier}'`).join(', ');
  return [
    ...(added === undefined
      ? []
      : [{ title: `Permit ${listed}`, files: [{ uri, edits: added }], isPreferred: true }]),
    ...(removed === undefined
      ? []
      : [{ title: "Remove 'processing'", files: [{ uri, edits: removed }], isPreferred: false }]),
  ];
}
