/** xcconfig files with their includes, each as one level of settings. */
import { parseXcconfig, type XcconfigAssignment } from '../syntax/xcconfig';
import { dirnameUri, joinUri } from '../uri';
import type { Assignment, SettingsLevel } from './build-settings';
import type { ProjectFiles } from './project-files';

const maxIncludes = 200;

/** Reads xcconfig files, each once. */
export class XcconfigLoader {
  /** Files that are named (optional includes aside) and cannot be read. */
  readonly missing = new Set<string>();
  readonly #files: ProjectFiles;
  readonly #levels = new Map<string, SettingsLevel>();

  constructor(files: ProjectFiles) {
    this.#files = files;
  }

  /** Settings of the file at `uri` and of what it includes; an unreadable file sets nothing. */
  async level(uri: string): Promise<SettingsLevel> {
    const known = this.#levels.get(uri);
    if (known !== undefined) return known;
    const level = new Map<string, Assignment[]>();
    await this.#read(uri, false, level, []);
    this.#levels.set(uri, level);
    return level;
  }

  /** `around`: the files that include this one; a file in it is a cycle and is passed over. */
  async #read(
    uri: string,
    isOptional: boolean,
    level: Map<string, Assignment[]>,
    around: readonly string[],
  ): Promise<void> {
    if (around.includes(uri) || around.length > maxIncludes) return;
    const text = await this.#files.text(uri);
    if (text === undefined) {
      if (!isOptional) this.missing.add(uri);
      return;
    }
    for (const statement of parseXcconfig(text).statements) {
      if (statement.kind === 'assignment') {
        const known = level.get(statement.key) ?? [];
        known.push(assignmentOf(statement, uri));
        level.set(statement.key, known);
      } else {
        const included = joinUri(dirnameUri(uri), statement.path);
        await this.#read(included, statement.isOptional, level, [...around, uri]);
      }
    }
  }
}

/** Xcode takes a semicolon at the end for a habit from other languages, not for a part of the value. */
function assignmentOf(statement: XcconfigAssignment, uri: string): Assignment {
  return {
    conditions: statement.conditions,
    value: statement.value.replace(/\s*;+$/, ''),
    from: { uri, range: statement.valueRange },
  };
}
