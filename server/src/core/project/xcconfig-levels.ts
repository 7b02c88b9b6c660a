/** xcconfig files with their includes, each as one level of settings. */
import { parseXcconfig, type XcconfigAssignment } from '../syntax/xcconfig';
import { dirnameUri, joinUri } from '../uri';
import { type Assignment, anySetting, type SettingsLevel } from './build-settings';
import type { ProjectFiles } from './project-files';

const maxIncludes = 200;

/** Reads xcconfig files, each once. */
export class XcconfigLoader {
  /** Files that are named (optional includes aside) and cannot be read. */
  readonly missing = new Set<string>();
  /** Files with an include whose path holds a variable: what is included is not known. */
  readonly unclear = new Set<string>();
  readonly #files: ProjectFiles;
  readonly #sourceRoot: string | undefined;
  readonly #levels = new Map<string, SettingsLevel>();

  /** `sourceRoot`: the folder in which includes are looked for after that of the file. */
  constructor(files: ProjectFiles, sourceRoot?: string) {
    this.#files = files;
    this.#sourceRoot = sourceRoot;
  }

  /** Settings of the file at `uri` and of what it includes; an unreadable file sets nothing. */
  async level(uri: string): Promise<SettingsLevel> {
    const known = this.#levels.get(uri);
    if (known !== undefined) return known;
    const level = new Level();
    await this.#read([uri], false, level, []);
    this.#levels.set(uri, level.assignments);
    return level.assignments;
  }

  /**
   * Reads the first of `places` that is there. `around`: the files that include this one; a file in it is a cycle and is
   * passed over.
   */
  async #read(
    places: readonly string[],
    isOptional: boolean,
    level: Level,
    around: readonly string[],
  ): Promise<void> {
    if (around.length > maxIncludes) return;
    for (const uri of places) {
      if (around.includes(uri)) return;
      const text = await this.#files.text(uri);
      if (text !== undefined) return this.#readText(uri, text, level, [...around, uri]);
    }
    const [first] = places;
    if (!isOptional && first !== undefined) this.missing.add(first);
  }

  async #readText(uri: string, text: string, level: Level, around: readonly string[]): Promise<void> {
    for (const statement of parseXcconfig(text).statements) {
      if (statement.kind === 'assignment') {
        level.add(statement.key, assignmentOf(statement, uri));
      } else if (statement.path.includes('$')) {
        this.unclear.add(uri);
        level.add(anySetting, { conditions: [], value: '', from: { uri, range: statement.pathRange } });
      } else {
        await this.#read(this.#places(uri, statement.path), statement.isOptional, level, around);
      }
    }
  }

  #places(uri: string, path: string): readonly string[] {
    const beside = joinUri(dirnameUri(uri), path);
    return this.#sourceRoot === undefined ? [beside] : [beside, joinUri(this.#sourceRoot, path)];
  }
}

/** Assignments in the order in which they are read. */
class Level {
  readonly assignments = new Map<string, Assignment[]>();
  #count = 0;

  add(key: string, assignment: Assignment): void {
    const known = this.assignments.get(key);
    const numbered = { ...assignment, order: this.#count++ };
    if (known === undefined) this.assignments.set(key, [numbered]);
    else known.push(numbered);
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
