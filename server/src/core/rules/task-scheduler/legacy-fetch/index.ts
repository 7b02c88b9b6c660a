/** legacy-fetch-disabled: permitted identifiers turn the background fetch of former days off. */
import { permittedIdentifiers } from '../../../catalog/background-keys';
import type { Target } from '../../../project/types';
import type { Rule } from '../../context';
import { compareVersions } from '../../plist-and-project/versions';
import { permittedLists } from '../permitted';
import { isScheduling } from '../scheduling-platforms';
import { meta } from './meta';

/** The handler says more than the call that asks for it. */
const rows: readonly string[] = ['legacy-fetch', 'legacy-fetch-interval'];

/** Since when the identifiers have this effect. */
const since = '13.0';

export const legacyFetchRule: Rule = {
  meta,
  run: 'target',
  check(context) {
    const { target, uses, report } = context;
    if (target.product !== 'app' || runsBefore(target)) return;
    const found = uses.filter(({ use }) => rows.includes(use.row) && isScheduling(context, use.when));
    const first = rows.flatMap((row) => found.find(({ use }) => use.row === row) ?? [])[0];
    const lists = first === undefined ? undefined : permittedLists(context);
    if (first === undefined || lists === undefined) return;
    const entries = lists.map(({ identifiers }) => identifiers[0]);
    const [entry] = entries;
    if (entry === undefined || entries.includes(undefined)) return;
    report({
      uri: first.uri,
      range: first.use.range,
      message: `${permittedIdentifiers} turns background fetch off: ${consequence(first.use.row)}`,
      related: [{ uri: entry.file.uri, range: entry.item.inner, message: 'The first permitted identifier' }],
    });
  },
};

function consequence(row: string): string {
  return row === rows[0] ? 'iOS never calls this method' : 'the interval has no effect';
}

/** Whether the app is known to run on systems that do not have the task scheduler. */
function runsBefore({ configurations }: Target): boolean {
  return configurations.some(({ deploymentTargets: { iOS } }) => {
    return iOS !== undefined && compareVersions(iOS, since) < 0;
  });
}
