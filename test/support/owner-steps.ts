/** Runs the steps of tools on a workspace in memory, with the targets of its Xcode projects. */
import type { OwnerStep } from '../../server/src/core/project/owners/types';
import type { OwnedValues, Problem, Target } from '../../server/src/core/project/types';
import { dictEntry, stringItems, stringValue } from '../../server/src/core/syntax/plist-query';
import { relativeUri } from '../../server/src/core/uri';
import { ownerWorkspace } from './owner-context';

const root = 'file:///ws';

export interface SteppedTargets {
  readonly given: readonly Target[];
  readonly targets: readonly Target[];
  readonly problems: readonly Problem[];
  /** The only target, or the only one of the name. */
  target(name?: string): Target;
}

/** `contents`: path below the workspace → text. */
export async function runSteps(
  steps: readonly OwnerStep[],
  contents: Readonly<Record<string, string>>,
): Promise<SteppedTargets> {
  const { given, context } = await ownerWorkspace(contents);
  let targets: readonly Target[] = given;
  const problems: Problem[] = [];
  for (const step of steps) {
    const answer = await step(targets, context);
    targets = answer.targets;
    problems.push(...answer.problems);
  }
  const target = (name?: string): Target => {
    const [only, ...others] = targets.filter((each) => name === undefined || each.name === name);
    if (only === undefined || others.length > 0) throw new Error(`Not one target ${name ?? ''}`);
    return only;
  };
  return { given, targets, problems, target };
}

/** Path below the workspace. */
export function pathOf(uri: string | undefined): string | undefined {
  return uri === undefined ? undefined : relativeUri(root, uri);
}

/** `key: value`, and what the file says at the range of the value; arrays give a line an item. */
export function valuesOf(owned: OwnedValues | undefined): readonly string[] {
  return (owned?.parts ?? []).flatMap(({ file, isImplied }) => {
    const { root: dict } = file.document;
    const entries = dict?.kind === 'dict' ? dict.entries : [];
    return entries.flatMap(({ key }) => {
      const value = dictEntry(dict, key)?.value;
      const nodes = value?.kind === 'array' ? stringItems(value) : value === undefined ? [] : [value];
      return nodes.map((node) => {
        const written = file.text.slice(node.range.start, node.range.end);
        const known = stringValue(node) ?? ('value' in node ? String(node.value) : node.kind);
        return `${key}: ${known} (${isImplied === true ? 'implied by ' : ''}${written})`;
      });
    });
  });
}
