/** What the scheduler of iOS 26 thinks of a permitted identifier. */
import { maxIdentifierLength } from '../../../catalog/task-scheduling';
import { replaceString } from '../../../features/edits/plist-edits';
import type { Target } from '../../../project/types';
import { hasVariable } from '../../../syntax/plist-query';
import type { PlistScalar } from '../../../syntax/plist-types';
import type { FindingDraft, PlistUnit } from '../../context';
import { fileFix } from '../../plist-and-project/plist-fix';

type Verdict = Omit<FindingDraft, 'uri' | 'range'>;

const wildcard = '.*';

export function judgeIdentifier(
  unit: PlistUnit,
  item: PlistScalar,
  targets: readonly Target[],
): Verdict | undefined {
  const written = item.value;
  if (written.includes('*')) return judgeWildcard(unit, item, targets);
  const values = expansions(written, targets);
  const length = Math.min(...values.map((value) => value.length));
  if (values.length === 0 || length <= maxIdentifierLength) return undefined;
  return {
    entry: 'too-long',
    message: `This identifier has ${length} characters, and ${maxIdentifierLength} are allowed: iOS 26 drops it, and registering a handler for it fails`,
  };
}

function judgeWildcard(unit: PlistUnit, item: PlistScalar, targets: readonly Target[]): Verdict | undefined {
  const written = item.value;
  const repaired = withDot(written);
  if (!written.endsWith(wildcard) || written.indexOf('*') < written.length - 1) {
    const edits =
      repaired === undefined ? undefined : replaceString(unit.text, unit.document, item, repaired);
    return {
      entry: 'wildcard-form',
      message: `A wildcard is one ${wildcard} at the very end: '${written}' is dropped, and tasks that count on it are not permitted`,
      fixes: fileFix(unit.uri, `Write '${repaired}'`, edits, false),
    };
  }
  const bundles = bundleIdentifiers(targets);
  if (bundles.length === 0 || mayFit(written, targets)) return undefined;
  const context = written.slice(0, -wildcard.length).split('.').at(-1) ?? '';
  const own = `$(PRODUCT_BUNDLE_IDENTIFIER).${context}${wildcard}`;
  return {
    entry: 'wildcard-form',
    message: `A wildcard has to begin with the bundle identifier, which is '${bundles[0]}': '${written}' is dropped, and tasks that count on it are not permitted`,
    fixes: fileFix(unit.uri, `Write '${own}'`, replaceString(unit.text, unit.document, item, own), false),
  };
}

/** `a.b*` as `a.b.*`. */
function withDot(written: string): string | undefined {
  const head = written.slice(0, -1);
  return written.endsWith('*') && !head.includes('*') && /[^.]$/.test(head)
    ? `${head}${wildcard}`
    : undefined;
}

/** What the build makes of the text in each configuration; none when that is not known for all of them. */
function expansions(text: string, targets: readonly Target[]): readonly string[] {
  if (!hasVariable(text)) return [text];
  const values = targets.flatMap(({ configurations }) => configurations.map(({ expand }) => expand(text)));
  return values.every((value) => value !== undefined) ? values.filter((value) => value !== undefined) : [];
}

/** Of all configurations; none when one of them is not known. */
function bundleIdentifiers(targets: readonly Target[]): readonly string[] {
  const all = targets.flatMap(({ configurations }) => configurations.map((each) => each.bundleIdentifier));
  return all.every((bundle) => bundle !== undefined && bundle !== '')
    ? all.filter((bundle) => bundle !== undefined)
    : [];
}

/** Whether the identifier begins with the bundle identifier in some configuration, or nobody can tell. */
function mayFit(written: string, targets: readonly Target[]): boolean {
  return targets.some(({ configurations }) =>
    configurations.some(({ bundleIdentifier, expand }) => {
      const value = expand(written);
      return value === undefined || value.startsWith(`${bundleIdentifier}.`);
    }),
  );
}
