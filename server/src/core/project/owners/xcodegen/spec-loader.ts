/** A spec with all that it includes. */
import { parseJsonValues } from '../../../syntax/json-values';
import { parseYamlValues } from '../../../syntax/yaml-values';
import { basenameUri, dirnameUri, extensionUri, joinUri } from '../../../uri';
import { isIgnored } from '../../ignored';
import type { ProjectFiles } from '../../project-files';
import type { Problem } from '../../types';
import { booleanAt, scalarAt, specAt, textAt, textOf } from './spec-query';
import {
  emptyDict,
  hasSpecVariable,
  merged,
  type SpecDict,
  type SpecFile,
  type SpecScalar,
  type SpecValue,
  specDict,
} from './spec-values';

export interface LoadedSpec {
  readonly uri: string;
  readonly folder: string;
  /** `undefined`: there is no dictionary in the file. */
  readonly root: SpecDict | undefined;
  readonly problems: readonly Problem[];
  /** Parts of it are broken, missing, or depend on the environment: there may be more than is seen. */
  readonly isComplete: boolean;
}

const maxFiles = 200;

/** Reads the spec at `uri` and its includes. */
export async function loadSpec(uri: string, files: ProjectFiles): Promise<LoadedSpec> {
  const folder = dirnameUri(uri);
  const loader = new Loader(files, folder);
  const root = await loader.read(uri, folder, []);
  return { uri, folder, root, problems: loader.problems, isComplete: loader.isComplete };
}

class Loader {
  readonly problems: Problem[] = [];
  isComplete = true;
  readonly #files: ProjectFiles;
  readonly #folder: string;
  /** What was merged once is not merged again. */
  readonly #seen = new Set<string>();

  constructor(files: ProjectFiles, folder: string) {
    this.#files = files;
    this.#folder = folder;
  }

  /** `around`: the specs that include this one. */
  async read(uri: string, base: string, around: readonly string[]): Promise<SpecDict | undefined> {
    this.#seen.add(uri);
    const text = await this.#files.text(uri);
    if (text === undefined) return undefined;
    const format = extensionUri(uri) === '.json' ? 'json' : 'yaml';
    const { root, problems } = format === 'json' ? parseJsonValues(text) : parseYamlValues(text);
    for (const { range, message } of problems) this.#problem(uri, message, range);
    if (root?.kind !== 'dict') return undefined;
    const file: SpecFile = { uri, text, format, problems, base };
    const own = specDict(root, file, []);
    let below = emptyDict;
    for (const include of includesOf(own)) {
      const included = await this.#include(include, [...around, uri]);
      if (included !== undefined) below = merged(included, below);
    }
    return merged(own, below);
  }

  async #include(include: Include, around: readonly string[]): Promise<SpecDict | undefined> {
    const { path, isRelative, isEnabled } = include;
    if (isEnabled === false) return undefined;
    if (isEnabled === undefined || hasSpecVariable(textOf(path))) {
      this.isComplete = false;
      return undefined;
    }
    const uri = joinUri(isRelative ? path.file.base : this.#folder, textOf(path));
    if (around.includes(uri)) {
      this.#problem(
        path.file.uri,
        `${basenameUri(uri)} includes itself: XcodeGen never gets to its end`,
        path.node.range,
      );
      return undefined;
    }
    if (this.#seen.has(uri)) return undefined;
    const isReadable = this.#files.isReadable(uri) && this.#seen.size < maxFiles;
    const included = isReadable
      ? await this.read(uri, isRelative ? dirnameUri(uri) : this.#folder, around)
      : undefined;
    // What is kept out of the repository is mostly not there, and nobody's mistake.
    if (included === undefined && (await isIgnored(uri, this.#files))) this.isComplete = false;
    else if (included === undefined) {
      const why = this.#files.isReadable(uri) ? 'cannot be read' : 'lies outside of the workspace';
      this.#problem(path.file.uri, `The included file ${basenameUri(uri)} ${why}`, path.node.range);
    }
    return included;
  }

  #problem(uri: string, message: string, range: Problem['range']): void {
    this.isComplete = false;
    this.problems.push(range === undefined ? { uri, message } : { uri, message, range });
  }
}

interface Include {
  readonly path: SpecScalar;
  readonly isRelative: boolean;
  /** `undefined`: the environment decides. */
  readonly isEnabled: boolean | undefined;
}

function includesOf(root: SpecDict): readonly Include[] {
  const value = specAt(root, 'include');
  const all: readonly SpecValue[] = value?.kind === 'list' ? value.items : value === undefined ? [] : [value];
  return all.flatMap((each) => {
    const path = each.kind === 'scalar' ? each : scalarAt(each, 'path');
    if (path === undefined || textOf(path) === '') return [];
    const isEnabled = textAt(each, 'enable') === undefined ? true : booleanAt(each, 'enable');
    return [{ path, isRelative: booleanAt(each, 'relativePaths') ?? true, isEnabled }];
  });
}
