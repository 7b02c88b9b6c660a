/** The targets of one Xcode project. */
import type { OpenStepDocument } from '../syntax/openstep-types';
import { basenameUri, dirnameUri, isInside, joinUri } from '../uri';
import { exclusion } from './excluded-sources';
import { isIgnored } from './ignored';
import { linkGap } from './links/linkable';
import { linkedBy, productFileOf } from './links/project-links';
import { type PbxObject, PbxObjects } from './pbx-objects';
import { PbxPaths } from './pbx-paths';
import { countedSdks, platformsOf, productKind } from './platforms';
import { Inputs, type ProjectFiles } from './project-files';
import { isSkippedFolder } from './source-kinds';
import { Spelling } from './spelling';
import {
  type FolderContent,
  type FolderMember,
  listSources,
  synchronizedMembers,
} from './synchronized-folders';
import { existingSources, phaseFiles } from './target-sources';
import type { Platform, Problem, Target, TargetConfiguration, TargetDependency } from './types';
import { XcconfigLoader } from './xcconfig-levels';
import {
  ConfigurationResolver,
  type LocatedFile,
  type NamedSettings,
  targetConfiguration,
} from './xcode-configuration';

export interface ResolvedProject {
  readonly targets: readonly Target[];
  readonly problems: readonly Problem[];
  /** What must not change for this answer to stay true; the project file itself is not among it. */
  readonly inputs: Inputs;
}

/** Resolves the targets of the project.pbxproj at `uri`. Whatever is broken in it costs only itself. */
export async function resolveXcodeProject(
  uri: string,
  document: OpenStepDocument,
  files: ProjectFiles,
): Promise<ResolvedProject> {
  const inputs = new Inputs();
  return { ...(await new ProjectResolution(uri, document, inputs.track(files)).run()), inputs };
}

const noContent: FolderContent = { sources: [], binaries: [] };

interface Member extends FolderMember {
  readonly named: readonly NamedSettings[];
}

class ProjectResolution {
  readonly #uri: string;
  readonly #files: ProjectFiles;
  readonly #objects: PbxObjects;
  readonly #paths: PbxPaths;
  readonly #spelling: Spelling;
  readonly #xcconfigs: XcconfigLoader;
  readonly #configurations: ConfigurationResolver;
  readonly #problems: Problem[] = [];
  readonly #isBroken: boolean;
  /** Whether some target other than tests names a source, existing or not. */
  #namesSources = false;

  constructor(uri: string, document: OpenStepDocument, files: ProjectFiles) {
    this.#uri = uri;
    this.#files = files;
    this.#objects = new PbxObjects(document);
    this.#paths = new PbxPaths(this.#objects, uri);
    this.#spelling = new Spelling(files);
    this.#xcconfigs = new XcconfigLoader(files, this.#paths.sourceRoot);
    this.#configurations = new ConfigurationResolver(this.#objects, this.#paths, uri, this.#xcconfigs);
    this.#isBroken = document.problems.length > 0;
    for (const problem of [...document.problems, ...this.#objects.problems]) {
      this.#problems.push({ uri, message: problem.message, range: problem.range });
    }
  }

  async run(): Promise<Omit<ResolvedProject, 'inputs'>> {
    const natives = this.#nativeTargets();
    if (natives.length === 0) this.#problem('The project names no target: nothing in it can be checked');
    const members: Member[] = [];
    for (const native of natives) {
      const named = await this.#configurations.settingsOf(native);
      members.push({ native, named, platforms: commonPlatforms(named) });
    }
    const synchronized = await synchronizedMembers(this.#objects, this.#paths, this.#files, members);
    const targets: Target[] = [];
    for (const member of members) {
      targets.push(await this.#target(member, synchronized.get(member.native.id) ?? noContent));
    }
    for (const uri of this.#xcconfigs.missing) {
      if (!isGenerated(uri)) this.#problem(`The configuration file ${basenameUri(uri)} cannot be read`);
    }
    for (const uri of this.#xcconfigs.unclear) {
      this.#problem(
        `An #include in ${basenameUri(uri)} has a variable in its path: what it sets is not known`,
      );
    }
    return { targets: await this.#withLooseSources(targets), problems: this.#problems };
  }

  /** Those of the project's list first; a broken list does not hide the rest. */
  #nativeTargets(): readonly PbxObject[] {
    const listed = this.#objects.list(this.#objects.project, 'targets');
    const all = new Set([...listed, ...this.#objects.all('PBXNativeTarget')]);
    return [...all].filter((target) => target.isa === 'PBXNativeTarget');
  }

  async #target(member: Member, synchronized: FolderContent): Promise<Target> {
    const { native, named, platforms } = member;
    const configurations = await this.#targetConfigurations(named, platforms);
    const phases = phaseFiles(this.#objects, this.#paths, native, platforms);
    const inside = phases.uris.filter((uri) => this.#files.isReadable(uri));
    const isExcluded = exclusion(configurations);
    const listed = [...inside, ...synchronized.sources].filter((uri) => !isExcluded(uri));
    const { found, missing } = await existingSources(listed, this.#spelling);
    const product = productKind(native.string('productType'), platforms);
    if (product !== 'tests' && phases.listed + synchronized.sources.length > 0) this.#namesSources = true;
    const name = native.string('name') ?? native.id;
    const dependencies = [
      ...linkedBy(this.#objects, this.#paths, native, this.#uri),
      ...synchronized.binaries.map((uri) => ({ kind: 'framework', name: basenameUri(uri) }) as const),
    ];
    const productFile = productFileOf(this.#objects, native);
    this.#reportMissing(name, missing, phases.dangling);
    if (configurations.some((configuration) => configuration.infoPlistUnresolved)) {
      this.#problem(`The Info.plist of the target ${name} cannot be told from its build settings`);
    }
    const gaps = this.#gaps(
      dependencies,
      missing.length + phases.dangling,
      phases.uris.length - inside.length,
    );
    return {
      id: this.#targetId(native),
      name,
      product,
      ...(productFile && { productFile }),
      platforms,
      projectUri: this.#uri,
      configurations,
      sources: found,
      dependencies,
      isComplete: gaps.length === 0,
      gaps,
    };
  }

  async #targetConfigurations(
    named: readonly NamedSettings[],
    platforms: readonly Platform[] | undefined,
  ): Promise<readonly TargetConfiguration[]> {
    const locate = (path: string) => this.#locate(path);
    const [first, ...others] = countedSdks(platforms);
    const found = named.map(async ({ name, settings }) => {
      const seenBy = (sdk: string | undefined) =>
        targetConfiguration(name, settings.withSdk(sdk), platforms, locate);
      const main = await seenBy(first);
      const more = await Promise.all(others.map(seenBy));
      return [main, ...more.filter((other) => !hasSameFiles(main, other))];
    });
    return (await Promise.all(found)).flat();
  }

  /** A path in a setting. What does not exist keeps its spelling, so that it can be named. */
  async #locate(path: string): Promise<LocatedFile | undefined> {
    const uri = joinUri(this.#paths.sourceRoot, path);
    if (!this.#files.isReadable(uri)) return undefined;
    const actual = await this.#spelling.actual(uri);
    if (actual !== undefined) return { uri: actual, isMissing: false };
    // What git leaves out, a tool or a script puts there.
    const isMissing = (await this.#spelling.isMissing(uri)) && !(await isIgnored(uri, this.#files));
    return { uri, isMissing };
  }

  #targetId(native: PbxObject): string {
    return `${this.#uri}#${native.id}`;
  }

  #gaps(dependencies: readonly TargetDependency[], missing: number, outside: number): readonly string[] {
    const gaps = dependencies.map(linkGap);
    if (missing > 0) gaps.push(`${count(missing, 'source file is', 'source files are')} missing`);
    if (outside > 0) {
      gaps.push(`${count(outside, 'source file lies', 'source files lie')} outside of the workspace`);
    }
    if (this.#isBroken) gaps.push('The project file could not be read completely');
    return gaps;
  }

  #reportMissing(target: string, missing: readonly string[], dangling: number): void {
    const [first] = missing;
    if (first !== undefined) {
      const others = missing.length > 1 ? ` and ${count(missing.length - 1, 'other', 'others')}` : '';
      this.#problem(`${basenameUri(first)}${others} of the target ${target} cannot be found`);
    }
    if (dangling > 0) {
      const refers = count(dangling, 'build file refers', 'build files refer');
      this.#problem(`In the target ${target}, ${refers} to nothing`);
    }
  }

  /**
   * A project whose only target names no source at all is half-made, by hand or by a tool: what lies beside it and in
   * no other project is taken for its code.
   */
  async #withLooseSources(targets: readonly Target[]): Promise<readonly Target[]> {
    const [only, ...others] = targets.filter((target) => target.product !== 'tests');
    if (only === undefined || others.length > 0 || this.#namesSources) return targets;
    if (!this.#files.isReadable(this.#paths.sourceRoot)) return targets;
    const owned = new Set(targets.flatMap((target) => target.sources));
    const project = dirnameUri(this.#uri);
    const sources = (await listSources(this.#paths.sourceRoot, this.#files, isSkippedFolder))
      .filter((uri) => !owned.has(uri) && !isInside(project, uri))
      .sort();
    if (sources.length === 0) return targets;
    const gaps = [...only.gaps, 'The project names no source of this target'];
    return targets.map((target) =>
      target === only ? { ...target, sources, isComplete: false, gaps } : target,
    );
  }

  #problem(message: string): void {
    this.#problems.push({ uri: this.#uri, message });
  }
}

/** A platform with property lists of its own is seen as a configuration of its own. */
function hasSameFiles(one: TargetConfiguration, other: TargetConfiguration): boolean {
  return (
    one.infoPlistUri === other.infoPlistUri &&
    one.infoPlistUnresolved === other.infoPlistUnresolved &&
    one.generatesInfoPlist === other.generatesInfoPlist &&
    one.entitlementsUri === other.entitlementsUri &&
    one.entitlementsUnresolved === other.entitlementsUnresolved
  );
}

/** All platforms of all configurations; unknown as soon as one configuration does not tell. */
export function commonPlatforms(configurations: readonly NamedSettings[]): readonly Platform[] | undefined {
  const found = new Set<Platform>();
  for (const { settings } of configurations) {
    const platforms = platformsOf(settings);
    if (platforms === undefined) return undefined;
    for (const platform of platforms) found.add(platform);
  }
  return found.size === 0 ? undefined : [...found];
}

/** xcconfig files that a dependency manager writes on the developer's machine are expected to be absent. */
function isGenerated(uri: string): boolean {
  return /\/(Pods|Carthage|Flutter)\//.test(uri);
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
