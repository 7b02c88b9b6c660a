/** `info` and `entitlements` of a target: property lists that XcodeGen writes from the spec alone. */
import type { PlistDict } from '../../../syntax/plist-types';
import { joinUri } from '../../../uri';
import type { OwnedValues, Problem, ValuePart } from '../../types';
import { dictAt, scalarAt, specAt, textOf } from './spec-query';
import type { SpecDict, SpecFile, SpecScalar } from './spec-values';

export interface SpecPlist {
  /** Where it is written; the file need not exist. */
  readonly uri: string;
  readonly path: SpecScalar;
  readonly values: OwnedValues;
}

export interface SpecPlistAnswer {
  readonly plist: SpecPlist | undefined;
  readonly problems: readonly Problem[];
}

/** `isComplete`: the rest of the spec is known. Whatever the file held before is overwritten, with or without properties. */
export function specPlist(
  target: SpecDict,
  key: 'info' | 'entitlements',
  isComplete: boolean,
): SpecPlistAnswer {
  const block = dictAt(target, key);
  const path = scalarAt(block, 'path');
  if (block === undefined) return { plist: undefined, problems: [] };
  if (path === undefined) return { plist: undefined, problems: missingPath(block, key) };
  const properties = specAt(block, 'properties');
  const isReadable = properties === undefined || properties.kind === 'dict' || isBlank(properties);
  const parts = properties?.kind === 'dict' ? writtenParts(properties) : emptyParts(block);
  return {
    plist: {
      uri: joinUri(path.file.base, textOf(path)),
      path,
      values: { effect: 'replaces', parts, isComplete: isComplete && isReadable },
    },
    problems: [],
  };
}

function isBlank(value: ReturnType<typeof specAt>): boolean {
  return value?.kind === 'scalar' && textOf(value) === '';
}

function missingPath(block: SpecDict, key: string): readonly Problem[] {
  const [origin] = block.origins;
  if (origin === undefined) return [];
  const message = `The ${key} of this target has no path: XcodeGen stops there`;
  return [{ uri: origin.file.uri, message, range: origin.node.range }];
}

function writtenParts(properties: SpecDict): readonly ValuePart[] {
  return properties.origins.map(({ file, node, path }) => part(file, path, node));
}

/** One place where properties can be written. */
function emptyParts(block: SpecDict): readonly ValuePart[] {
  return block.origins.slice(0, 1).map(({ file, path }) => part(file, [...path, 'properties'], undefined));
}

function part(file: SpecFile, path: readonly string[], root: PlistDict | undefined): ValuePart {
  const document = { format: file.format, root, problems: file.problems };
  const values = { uri: file.uri, text: file.text, document };
  return { owner: 'xcodegen', file: values, path };
}
