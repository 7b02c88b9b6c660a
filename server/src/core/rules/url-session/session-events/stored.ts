/** Entry stored-never-called: the handler is kept in a property, and the delegate method that should call it is missing. */

import { byCall } from '../../../catalog/duties';
import type { FileAnalysis } from '../../../program/analysis';
import type { DutySite } from '../../../program/duties/sites';
import { TokenNames } from '../../../program/duties/tokens';
import type { Expr } from '../../../program/ir';
import { unwrap } from '../../../program/resolve';
import { walkFunction } from '../../../program/walk';
import type { Target } from '../../../project/types';
import type { CodeContext } from '../../context';

const message =
  'Completion handler of the session events is kept, but nothing implements urlSessionDidFinishEvents to call it: iOS cannot tell when the app is done';

/** The delegate method in which the handler is to be called. */
const finishEvents = new Set([
  'urlSessionDidFinishEvents',
  'URLSessionDidFinishEventsForBackgroundURLSession:',
]);

export function checkStored(code: CodeContext, analysis: FileAnalysis, site: DutySite): void {
  if (!code.targets.every(seesAllSources)) return;
  if (code.index.all.some(({ fn }) => finishEvents.has(fn.name))) return;
  const name = onlyPlace(analysis, site);
  if (name === undefined || isRead(analysis, name)) return;
  const { fn, index } = { index: 0, ...site.token };
  const method = fn.params[Math.max(0, index - 1)];
  code.report({
    entry: 'stored-never-called',
    uri: code.unit.uri,
    range: method?.labelRange ?? fn.nameRange,
    message,
  });
}

/**
 * The session and its delegate may live in a package, in a file that is generated, or in whatever links a framework. A
 * guessed target has no more sources.
 */
function seesAllSources({ isComplete, product, projectUri, owners }: Target): boolean {
  if (product === 'framework' || product === 'library') return false;
  return isComplete || (projectUri === undefined && owners === undefined);
}

/** The own property that gets the handler, when nothing else does. */
function onlyPlace(analysis: FileAnalysis, { token }: DutySite): string | undefined {
  const names = new TokenNames(token, byCall, analysis.resolver);
  const places: (string | undefined)[] = [];
  walkFunction(token.fn, {
    expr: (expr) => {
      if (expr.kind === 'assign' && names.isToken(expr.value)) {
        const place = analysis.resolver.place(expr.target);
        places.push(place.kind === 'property' ? place.name : undefined);
        return false;
      }
      if (names.isToken(expr) || (expr.kind === 'call' && names.isTokenCall(expr))) places.push(undefined);
      return true;
    },
  });
  return places.length === 1 ? places[0] : undefined;
}

/** Whether anything in the file reads a property of that name, on whatever object. */
function isRead(analysis: FileAnalysis, property: string): boolean {
  const written = new Set<Expr>();
  let found = false;
  analysis.walkMentioning([property], {
    expr: (expr) => {
      if (expr.kind === 'assign') written.add(unwrap(expr.target));
      const isNamed =
        (expr.kind === 'name' || expr.kind === 'member' || expr.kind === 'call') && expr.name === property;
      found ||= isNamed && !written.has(expr);
      return !found;
    },
  });
  return found;
}
