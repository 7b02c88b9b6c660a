/** Finds the code that targets link: in other targets, other projects of a workspace, and Swift packages. */
import type { OwnerStep } from '../owners/types';
import { PackageGraph } from '../packages/package-graph';
import type { Target } from '../types';
import { collectLinks, type LinkSources } from './link-closure';
import { linkGap } from './linkable';
import { LinkableTargets } from './linkable-targets';
import { readWorkspaces } from './xcode-workspace';

/** The last step: what other tools say of targets and their dependencies counts too. Tests are left as they are. */
export const linkTargets: OwnerStep = async (targets, { found, files, parseSwift }) => {
  const { workspaces, problems } = await readWorkspaces(found.workspaces ?? [], files);
  const sources: LinkSources = {
    targets: new LinkableTargets(targets, workspaces),
    packages: new PackageGraph(found.packages, files, parseSwift),
  };
  const linked: Target[] = [];
  for (const target of targets) linked.push(await withLinks(target, sources));
  return { targets: linked, problems };
};

async function withLinks(target: Target, sources: LinkSources): Promise<Target> {
  if (target.product === 'tests' || target.dependencies.length === 0) return target;
  const code = await collectLinks(target, sources);
  const known = new Set(target.dependencies.map(linkGap));
  const gaps = [...new Set([...target.gaps.filter((gap) => !known.has(gap)), ...code.gaps])];
  const own = new Set(target.sources);
  const linkedSources = [...code.sources].filter((uri) => !own.has(uri)).sort();
  return {
    ...target,
    ...(linkedSources.length > 0 && { linkedSources }),
    isComplete: gaps.length === 0,
    gaps,
  };
}
