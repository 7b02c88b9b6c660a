/** malformed-plist: XML property lists that nobody can read. Binary ones and the old OpenStep format are fine. */
import { wholeLines } from '../../../features/edits/plist-layout';
import type { Target } from '../../../project/types';
import { parsePlist } from '../../../syntax/plist';
import { rootDict } from '../../../syntax/plist-query';
import type { PlistEntry, PlistNode, SyntaxProblem } from '../../../syntax/plist-types';
import { applyEdits, type TextEdit } from '../../../text';
import type { PlistUnit, Rule } from '../../context';
import type { Fix } from '../../types';
import { fileFix } from '../plist-fix';
import { conflictMarker } from './conflicts';
import { meta } from './meta';

/** More than these follow from the first ones, mostly. */
const maxFindings = 10;

const effect = 'the property list cannot be read, and the build fails';

export const malformedPlist: Rule = {
  meta,
  run: 'unit',
  check({ unit, targets, report }) {
    if (unit.kind !== 'plist' || unit.role === 'other' || unit.document.format !== 'xml') return;
    if (isTemplate(unit.text) || targets.some((target) => isPreprocessed(target, unit.uri))) return;
    const { uri, document } = unit;
    const [first] = document.problems;
    if (first === undefined) {
      const { root } = document;
      if (root !== undefined && root.kind !== 'dict')
        report({
          uri,
          range: root.range,
          message: `The root of this property list is no dictionary: ${effect}`,
        });
      return;
    }
    const marker = conflictMarker(unit.text);
    if (marker !== undefined) {
      report({ uri, range: marker, message: `A merge conflict was left unresolved here: ${effect}` });
      return;
    }
    for (const problem of document.problems.slice(0, maxFindings)) {
      const orphan = orphanKey(document.root, problem);
      report({
        uri,
        range: orphan?.keyRange ?? problem.range,
        message: `${problem.message}: ${effect}`,
        fixes: repairFixes(unit, problem, orphan),
      });
    }
  },
};

/** The source of a template engine, which fills in the rest. */
function isTemplate(text: string): boolean {
  return /<%|\{%|\{\{\s*[#/]/.test(text);
}

/** The C preprocessor makes XML of it. */
function isPreprocessed({ configurations }: Target, uri: string): boolean {
  return configurations.some(
    (configuration) =>
      configuration.infoPlistUri === uri && configuration.setting('INFOPLIST_PREPROCESS')?.value === 'YES',
  );
}

/** The key without a value that the problem speaks of. */
function orphanKey(node: PlistNode | undefined, problem: SyntaxProblem): PlistEntry | undefined {
  if (node?.kind === 'array') return firstOf(node.items, problem);
  if (node?.kind !== 'dict') return undefined;
  const own = node.entries.find(
    ({ value, keyElement }) => value === undefined && keyElement.start === problem.range.start,
  );
  return (
    own ??
    firstOf(
      node.entries.flatMap(({ value }) => value ?? []),
      problem,
    )
  );
}

function firstOf(nodes: readonly PlistNode[], problem: SyntaxProblem): PlistEntry | undefined {
  for (const node of nodes) {
    const found = orphanKey(node, problem);
    if (found !== undefined) return found;
  }
  return undefined;
}

function repairFixes(
  unit: PlistUnit,
  problem: SyntaxProblem,
  orphan: PlistEntry | undefined,
): readonly Fix[] {
  const { uri, text } = unit;
  if (problem.repair !== undefined && repairs(unit, [problem.repair])) {
    return fileFix(uri, `Write ${problem.repair.newText}`, [problem.repair], true);
  }
  if (orphan === undefined) return [];
  const removal = [{ range: wholeLines(text, orphan.keyElement), newText: '' }];
  return repairs(unit, removal) ? fileFix(uri, `Remove the key "${orphan.key}"`, removal, false) : [];
}

/** Whether less is broken afterwards, and no value was lost. */
function repairs({ text, document }: PlistUnit, edits: readonly TextEdit[]): boolean {
  const after = parsePlist(applyEdits(text, edits));
  const size = (node: typeof document.root) => rootDict({ ...document, root: node })?.entries.length ?? 0;
  return (
    after.problems.length < document.problems.length &&
    size(after.root) >= size(document.root) - (edits[0]?.newText === '' ? 1 : 0)
  );
}
