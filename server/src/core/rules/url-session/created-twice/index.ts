/** background-session-created-twice: there is one session for an identifier, with the delegate that it was first given. */

import { sameData } from '../../../program/same-data';
import { configurationNames } from '../../../program/url-sessions';
import type { CodeContext, Rule } from '../../context';
import { mentionsAny } from '../../mentions';
import { isOnlyTested } from '../../target-uses';
import { meta } from './meta';
import { checkPerCall } from './per-call';
import { type IdentifierSite, identifierSites, shownIdentifier } from './sites';

export const createdTwiceRule: Rule = {
  meta,
  run: 'code',
  check(code) {
    if (!mentionsAny(code, configurationNames) || isOnlyTested(code.targets)) return;
    checkDuplicates(code);
    checkPerCall(code);
  },
};

function checkDuplicates({ unit, index, report }: CodeContext): void {
  const sites = identifierSites(index);
  sites.forEach((second, i) => {
    if (second.uri !== unit.uri) return;
    const first = sites.slice(0, i).find((each) => clash(each, second));
    if (first === undefined) return;
    report({
      entry: 'duplicate-identifier',
      uri: unit.uri,
      range: second.range,
      message: `Another session has the identifier '${shownIdentifier(second)}' already: this one becomes the first, with the delegate of the first`,
      related: [{ uri: first.uri, range: first.range, message: 'The other session' }],
    });
  });
}

/** A type that writes its identifier twice makes its session again, after it was invalidated. */
function clash(first: IdentifierSite, second: IdentifierSite): boolean {
  if (first.key !== second.key) return false;
  if (first.owner === second.owner && (first.owner !== '' || first.uri === second.uri)) return false;
  // Under the same conditions both are compiled or none.
  return sameData(first.when ?? [], second.when ?? []);
}
