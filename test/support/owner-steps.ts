/** Runs the steps of tools on a workspace in memory, with the targets of its Xcode projects. */
import { discover } from '../../server/src/core/project/discovery';
import type { OwnerStep } from '../../server/src/core/project/owners/types';
import type { OwnedValues, Problem, Target } from '../../server/src/core/project/types';
import { resolveXcodeProject } from '../../server/src/core/project/xcode-project';
import { parseOpenStep } from '../../server/src/core/syntax/openstep';
import { parsePlist } from '../../server/src/core/syntax/plist';
import { dictEntry, stringItems, stringValue } from '../../server/src/core/syntax/plist-query';
import { relativeUri } from '../../server/src/core/uri';
import { OpenDocuments } from '../../server/src/core/workspace/documents';
import { WorkspaceFiles } from '../../server/src/core/workspace/files';
import { memoryHost } from './memory-fs';

const root = 'file:///ws';

export interface SteppedTargets {
  readonly given: readonly Target[];
  readonly targets: readonly Target[];
  readonly problems: readonly Problem[];
  /** The only target, or the only one of the name. */
  target(name?: string): Target;
}

/** `contents`: path below the workspace → text. None of these steps reads Swift. */
export async function runSteps(
  steps: readonly OwnerStep[],
  contents: Readonly<Record<string, string>>,
): Promise<SteppedTargets> {
  const host = memoryHost(contents);
  const files = new WorkspaceFiles(host, new OpenDocuments());
  files.setRoots([root]);
  const found = await discover([root], files);
  const given: Target[] = [];
  for (const uri of found.projects) {
    const document = parseOpenStep((await files.text(uri)) ?? '');
    given.push(...(await resolveXcodeProject(uri, document, files)).targets);
  }
  const plist = async (uri: string) => {
    const text = await files.text(uri);
    return text === undefined ? undefined : { uri, text, document: parsePlist(text) };
  };
  const parseSwift = () => Promise.reject(new Error('No step under test reads Swift'));
  let targets: readonly Target[] = given;
  const problems: Problem[] = [];
  for (const step of steps) {
    const answer = await step(targets, { roots: [root], found, files, plist, parseSwift });
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
