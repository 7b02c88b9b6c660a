/** Paths in a spec of XcodeGen. */
import type { Target } from '../../project/types';
import { parseJsonValues } from '../../syntax/json-values';
import { dictEntry, isString, valueAt } from '../../syntax/plist-query';
import type { PlistNode } from '../../syntax/plist-types';
import { parseYamlValues } from '../../syntax/yaml-values';
import { dirnameUri, extensionUri, joinUri } from '../../uri';
import { fileLink, type Link } from './types';

/** Only of files that a target says it comes from. */
export function specLinks(uri: string, text: string, targets: readonly Target[]): readonly Link[] {
  const isSpec = targets.some(({ owners = [] }) =>
    owners.some((owner) => owner.kind === 'xcodegen' && owner.uri === uri),
  );
  if (!isSpec) return [];
  const { root } = extensionUri(uri) === '.json' ? parseJsonValues(text) : parseYamlValues(text);
  const folder = dirnameUri(uri);
  return pathsIn(root).flatMap((node) =>
    isString(node) && node.value !== '' && !node.value.includes('$')
      ? [fileLink(node.inner, joinUri(folder, node.value))]
      : [],
  );
}

function pathsIn(root: PlistNode | undefined): readonly (PlistNode | undefined)[] {
  const targets = valuesOf(valueAt(root, 'targets'));
  return [
    ...withPath(valueAt(root, 'include')),
    ...valuesOf(valueAt(root, 'configFiles')),
    ...targets.flatMap((target) => [
      valueAt(target, 'info', 'path'),
      valueAt(target, 'entitlements', 'path'),
      ...valuesOf(valueAt(target, 'configFiles')),
      ...withPath(valueAt(target, 'sources')),
    ]),
  ];
}

/** A path, a dictionary with one, or a list of both. */
function withPath(node: PlistNode | undefined): readonly (PlistNode | undefined)[] {
  if (node?.kind === 'array') return node.items.flatMap(withPath);
  return node?.kind === 'dict' ? [dictEntry(node, 'path')?.value] : [node];
}

function valuesOf(node: PlistNode | undefined): readonly (PlistNode | undefined)[] {
  return node?.kind === 'dict' ? node.entries.map(({ value }) => value) : [];
}
