/**
 * XcodeGen: project.yml, or the same in JSON, names the targets. The Xcode project, and the property lists that `info`
 * and `entitlements` describe, are written from it again and again.
 * Source: https://github.com/yonaskolb/XcodeGen/blob/master/Docs/ProjectSpec.md
 */
import { dirnameUri, joinUri } from '../../../uri';
import type { Problem, Target } from '../../types';
import { markersNamed, withOwner } from '../owned-targets';
import type { OwnerAnswer, OwnerContext, OwnerStep } from '../types';
import { loadSpec } from './spec-loader';
import { type OwnedSpecTarget, SpecProject } from './spec-project';
import { dictAt, specAt, textAt } from './spec-query';
import type { SpecDict } from './spec-values';

const specName = /^project\.(ya?ml|json)$/;

export const xcodegenStep: OwnerStep = async (given, context) => {
  let targets = given;
  const problems: Problem[] = [];
  for (const uri of specUris(context)) {
    const answer = await readSpec(uri, targets, context);
    targets = answer.targets;
    problems.push(...answer.problems);
  }
  return { targets, problems };
};

function specUris({ found }: OwnerContext): readonly string[] {
  return markersNamed(found, specName)
    .map(({ uri }) => uri)
    .sort();
}

async function readSpec(uri: string, given: readonly Target[], context: OwnerContext): Promise<OwnerAnswer> {
  const spec = await loadSpec(uri, context.files);
  const { root } = spec;
  if (root === undefined) {
    // JSON files of that name mostly belong to other tools.
    return { targets: given, problems: uri.endsWith('.json') ? [] : spec.problems };
  }
  if (!isSpec(root)) return { targets: given, problems: [] };
  const project = new SpecProject(spec, root, context);
  const projectUri = projectOf(project, spec.folder, given);
  const known = new Map(
    given
      .filter((target) => target.projectUri === projectUri && projectUri !== undefined)
      .map((target) => [target.name, target]),
  );
  const completed = await Promise.all(
    given.map((target) => {
      const own =
        known.get(target.name) === target
          ? project.targets.find(({ name }) => name === target.name)
          : undefined;
      return own === undefined ? target : completedTarget(target, own, project);
    }),
  );
  const ids = new Map([...known].map(([name, { id }]) => [name, id]));
  const added: Target[] = [];
  for (const target of project.targets) {
    if (!known.has(target.name)) added.push(await project.target(target, ids));
  }
  return { targets: [...completed, ...added], problems: [...spec.problems, ...project.problems] };
}

/** Other tools have files of the same name, and `targets` in them. */
function isSpec(root: SpecDict): boolean {
  const targets = [...(dictAt(root, 'targets')?.entries.values() ?? [])];
  return targets.some((target) => {
    const hasPlatform =
      specAt(target, 'platform') !== undefined || specAt(target, 'supportedDestinations') !== undefined;
    return (textAt(target, 'type') !== undefined && hasPlatform) || specAt(target, 'templates') !== undefined;
  });
}

/** The Xcode project that the spec makes, where it is there. */
function projectOf(project: SpecProject, folder: string, given: readonly Target[]): string | undefined {
  const uris = given.flatMap(({ projectUri }) => projectUri ?? []);
  const beside = new Set(uris.filter((uri) => dirnameUri(dirnameUri(uri)) === folder));
  const named = project.name && joinUri(folder, `${project.name}.xcodeproj/project.pbxproj`);
  if (named !== undefined && beside.has(named)) return named;
  return project.name === undefined && beside.size === 1 ? [...beside][0] : undefined;
}

async function completedTarget(target: Target, own: OwnedSpecTarget, project: SpecProject): Promise<Target> {
  const configurations = await Promise.all(
    target.configurations.map((configuration) => project.withOwned(configuration, own)),
  );
  return withOwner({ ...target, configurations }, own.owner);
}
