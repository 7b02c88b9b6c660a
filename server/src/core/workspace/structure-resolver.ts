/** Finds out what the workspace is made of, and again what a change affects. */
import { type Discovery, discover } from '../project/discovery';
import { guessTargets } from '../project/guessed-targets';
import { isPodfile, withPods } from '../project/pods';
import { isSkippedFolder } from '../project/source-kinds';
import type { PlistFile, Problem, ProjectFile, Target } from '../project/types';
import { type ResolvedProject, resolveXcodeProject } from '../project/xcode-project';
import { dirnameUri, isInside, relativeUri } from '../uri';
import type { WorkspaceFiles } from './files';
import { OwnerStage, type ParseSwift } from './owner-stage';
import type { ParsedFiles } from './parsed-files';
import { buildStructure, plistsOf, type Structure } from './structure';

export class StructureResolver {
  readonly #files: WorkspaceFiles;
  readonly #plists: ParsedFiles<PlistFile>;
  readonly #projects: ParsedFiles<ProjectFile>;
  readonly #resolved = new Map<string, ResolvedProject>();
  readonly #owners: OwnerStage;
  /** Targets of projects as the files around them complete them. */
  readonly #marked = new WeakMap<Target, Target>();
  #guessed: readonly Target[] = [];
  #stale = new Set<string>();
  #discovery: Discovery | undefined;
  #isDiscoveryStale = true;
  #isGuessStale = true;
  #arePodsStale = true;

  constructor(
    files: WorkspaceFiles,
    plists: ParsedFiles<PlistFile>,
    projects: ParsedFiles<ProjectFile>,
    parseSwift: ParseSwift,
  ) {
    this.#files = files;
    this.#plists = plists;
    this.#projects = projects;
    this.#owners = new OwnerStage(files, plists, parseSwift);
  }

  /** Whether `resolve` would answer something new. */
  get isStale(): boolean {
    return (
      this.#isDiscoveryStale ||
      this.#isGuessStale ||
      this.#arePodsStale ||
      this.#owners.isStale ||
      this.#stale.size > 0
    );
  }

  /** Forgets everything: the folders changed. */
  reset(): void {
    this.#resolved.clear();
    this.#owners.reset();
    this.#stale = new Set();
    this.#discovery = undefined;
    this.#isDiscoveryStale = true;
    this.#isGuessStale = true;
  }

  /** The text of a file changed. */
  textChanged(uri: string): void {
    if (this.#discovery?.infoPlists.includes(uri)) this.#isGuessStale = true;
    if (isPodfile({ uri })) this.#arePodsStale = true;
    this.#owners.textChanged(uri);
    for (const [project, { inputs }] of this.#resolved) {
      if (uri === project || inputs.usesText(uri)) this.#stale.add(project);
    }
  }

  /** A file or folder appeared or disappeared. */
  existenceChanged(uri: string): void {
    this.#files.forget(uri);
    if (this.#isSearched(uri)) this.#isDiscoveryStale = true;
    this.#owners.existenceChanged(uri);
    for (const [project, { inputs }] of this.#resolved) {
      if (isInside(uri, project) || inputs.usesExistence(uri)) this.#stale.add(project);
    }
  }

  /** Whether the walk through the folders comes by there. */
  #isSearched(uri: string): boolean {
    const root = this.#files.roots.find((folder) => isInside(folder, uri));
    return root !== undefined && !relativeUri(root, uri).split('/').some(isSkippedFolder);
  }

  /**
   * Resolves what is stale; what becomes stale meanwhile stays so. A target that nothing changed for is the same
   * object as before.
   */
  async resolve(): Promise<Structure> {
    if (this.#isDiscoveryStale || this.#discovery === undefined) {
      this.#isDiscoveryStale = false;
      this.#isGuessStale = true;
      this.#discovery = await discover(this.#files.roots, this.#files);
      this.#arePodsStale = true;
    }
    if (this.#arePodsStale) {
      this.#arePodsStale = false;
      this.#discovery = await withPods(this.#discovery, this.#files);
    }
    const found = this.#discovery;
    const problems = await this.#resolveProjects(found);
    const known = found.projects.flatMap((uri) => this.#resolved.get(uri)?.targets ?? []);
    const marked = known.map((target) => this.#withMarkers(target, found));
    const owned = await this.#owners.run(marked, found);
    this.#isGuessStale = false;
    const guessed = await this.#guess(found, owned.targets);
    const all = [...problems, ...owned.problems];
    return buildStructure([...owned.targets, ...guessed], this.#files.roots, found, all);
  }

  async #resolveProjects(found: Discovery): Promise<readonly Problem[]> {
    for (const uri of [...this.#resolved.keys()]) {
      if (!found.projects.includes(uri)) this.#resolved.delete(uri);
    }
    const problems: Problem[] = [];
    for (const uri of found.projects) {
      if (this.#stale.delete(uri) || !this.#resolved.has(uri)) await this.#resolveProject(uri);
      const project = this.#resolved.get(uri);
      if (project === undefined) problems.push({ uri, message: 'The project file cannot be read' });
      else problems.push(...project.problems);
    }
    this.#stale = new Set([...this.#stale].filter((uri) => found.projects.includes(uri)));
    return problems;
  }

  async #resolveProject(uri: string): Promise<void> {
    const file = await this.#projects.load(uri);
    if (file === undefined) this.#resolved.delete(uri);
    else this.#resolved.set(uri, await resolveXcodeProject(uri, file.document, this.#files));
  }

  /** Guesses that came out as before keep their identity. */
  async #guess(found: Discovery, targets: readonly Target[]): Promise<readonly Target[]> {
    const owned = new Set(targets.flatMap((target) => [...target.sources, ...plistsOf(target)]));
    await this.#plists.loadAll(found.infoPlists.filter((uri) => !owned.has(uri)));
    const guessed = guessTargets(found, this.#files.roots, owned, (uri) => this.#plists.get(uri));
    const before = new Map(this.#guessed.map((target) => [target.id, target]));
    this.#guessed = guessed.map((target) => {
      const old = before.get(target.id);
      return old !== undefined && JSON.stringify(old) === JSON.stringify(target) ? old : target;
    });
    return this.#guessed;
  }

  /** Files around a project can tell that its app has code which the project does not show. */
  #withMarkers(target: Target, found: Discovery): Target {
    const folder = dirnameUri(dirnameUri(target.projectUri ?? ''));
    const meanings = found.markers
      .filter((marker) => marker.kind === 'code' && isInside(marker.folder, folder))
      .map((marker) => marker.meaning);
    if (meanings.length === 0) return target;
    const gaps = [...new Set([...target.gaps, ...meanings])];
    const known = this.#marked.get(target);
    if (known !== undefined && known.gaps.join('\n') === gaps.join('\n')) return known;
    const marked = { ...target, isComplete: false, gaps };
    this.#marked.set(target, marked);
    return marked;
  }
}
