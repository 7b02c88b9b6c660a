/** processing-without-permitted-identifiers: App Store Connect takes the mode with a list of identifiers only. */
import { permittedIdentifiers } from '../../../catalog/background-keys';
import { isKept, modeOf } from '../../../catalog/modes';
import { addStringsToArray } from '../../../features/edits/plist-edits';
import { removeFromArray } from '../../../features/edits/plist-entry-edits';
import type { Target } from '../../../project/types';
import type { Rule, TargetContext } from '../../context';
import { type ModePlace, modeWithoutList } from '../../mode-without-list';
import type { Fix } from '../../types';
import { identifiersInCode } from './identifiers';
import { meta } from './meta';

export const processingWithoutIdentifiers: Rule = {
  meta,
  run: 'target',
  check(context) {
    const { target } = context;
    if ((target.product !== 'app' && target.product !== 'app-clip') || isDropped(target)) return;
    for (const place of modeWithoutList(context, 'processing', permittedIdentifiers)) {
      context.report({
        uri: place.file.uri,
        range: place.item.inner,
        message: `'processing' without any identifier in ${permittedIdentifiers}: App Store Connect refuses the upload (ITMS-90771)`,
        fixes: fixesOf(context, place),
      });
    }
  },
};

/** The build takes the mode out for all platforms of the target. */
function isDropped({ platforms }: Target): boolean {
  const mode = modeOf('UIBackgroundModes', 'processing');
  return (
    mode !== undefined && platforms !== undefined && !platforms.some((platform) => isKept(mode, platform))
  );
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
