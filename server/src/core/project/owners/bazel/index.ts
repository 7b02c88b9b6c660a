/**
 * Bundles of rules_apple. All files in `infoplists` are merged and stay as they are written, so edits survive.
 * Source: https://github.com/bazelbuild/rules_apple/blob/master/doc/rules-ios.md
 */
import { bazelBundles } from '../../../catalog/bazel-rules';
import { argument, type StarlarkCall } from '../../../syntax/starlark';
import { isInTestFolder } from '../../source-kinds';
import type { OwnedValues, PlistFile, Target, TargetConfiguration } from '../../types';
import { configurationOf, targetOf } from '../owned-targets';
import type { OwnerContext, OwnerStep } from '../types';
import { type BazelPackage, type BazelRule, BuildFiles, fileOf } from './build-files';
import { sourcesOf } from './closure';

const bundleNames = Object.keys(bazelBundles);

export const bazelStep: OwnerStep = async (given, context) => {
  const builds = new BuildFiles(context);
  const targets = [...given];
  const sources = new Set(context.found.sources);
  for (const folder of builds.folders) {
    if (isInTestFolder(`${folder}/BUILD`) || !(await builds.mentions(folder, bundleNames))) continue;
    const home = await builds.package(folder);
    for (const call of home?.file.calls ?? []) {
      if (home === undefined || !Object.hasOwn(bazelBundles, call.name) || !builds.isRule(call, home))
        continue;
      const target = await bundleTarget(call, home, builds, context, sources);
      if (target !== undefined && !isKnown(target, given)) targets.push(target);
    }
  }
  return { targets, problems: [] };
};

/** An Xcode project for the same app says the same, and more. */
function isKnown(target: Target, given: readonly Target[]): boolean {
  const plists = plistUris(target);
  return given.some((other) => plistUris(other).some((uri) => plists.includes(uri)));
}

function plistUris({ configurations }: Target): readonly string[] {
  return configurations.flatMap(({ infoPlistUri }) => infoPlistUri ?? []);
}

/** `undefined` for a bundle whose name is computed. */
async function bundleTarget(
  call: StarlarkCall,
  home: BazelPackage,
  builds: BuildFiles,
  context: OwnerContext,
  sources: ReadonlySet<string>,
): Promise<Target | undefined> {
  const bundle = bazelBundles[call.name];
  const name = builds.text(argument(call, 'name'), home);
  if (bundle === undefined || name === undefined) return undefined;
  const rule: BazelRule = { package: home, name, call };
  const closure = await sourcesOf(rule, builds, (uri) => sources.has(uri));
  return targetOf({
    id: `${home.uri}#${name}`,
    name,
    product: bundle.product,
    platforms: [bundle.platform],
    owner: { kind: 'bazel', uri: home.uri, generates: [] },
    configurations: [await configuration(rule, builds, context)],
    sources: closure.sources,
    gaps: closure.gaps,
  });
}

async function configuration(
  { call, name, package: home }: BazelRule,
  builds: BuildFiles,
  context: OwnerContext,
): Promise<TargetConfiguration> {
  const text = (attribute: string) => builds.text(argument(call, attribute), home);
  const { files, isComplete } = await plistFiles(call, 'infoplists', home, builds, context);
  const [first, ...others] = files;
  const entitlements = await plistFiles(call, 'entitlements', home, builds, context);
  const [entitlementsFile] = entitlements.files;
  const version = text('minimum_os_version');
  const platform = bazelBundles[call.name]?.platform ?? 'iOS';
  return configurationOf(
    {
      infoPlistUri: first?.uri,
      infoPlistUnresolved: first === undefined,
      ...(others.length === 0 && isComplete ? {} : { ownedInfoPlist: merged(others, isComplete) }),
      entitlementsUri: entitlementsFile?.uri,
      // Without a file they come from the provisioning profile.
      entitlementsUnresolved: entitlementsFile === undefined,
      bundleIdentifier: text('bundle_id'),
      deploymentTargets: version === undefined ? {} : { [platform]: version },
    },
    {
      PRODUCT_NAME: text('bundle_name') ?? name,
      BUNDLE_NAME: text('bundle_name') ?? name,
      TARGET_NAME: name,
    },
  );
}

function merged(files: readonly PlistFile[], isComplete: boolean): OwnedValues {
  return {
    effect: 'extends',
    parts: files.map((file) => ({ owner: 'bazel', file, path: [] })),
    isComplete,
  };
}

/** The property lists that an attribute names; those that rules make are missing. */
async function plistFiles(
  call: StarlarkCall,
  attribute: string,
  home: BazelPackage,
  builds: BuildFiles,
  context: OwnerContext,
): Promise<{ readonly files: readonly PlistFile[]; readonly isComplete: boolean }> {
  const list = builds.list(argument(call, attribute), home);
  const files: PlistFile[] = [];
  for (const label of list.items) {
    const uri = fileOf(label, home);
    const file = uri === undefined ? undefined : await context.plist(uri);
    if (file !== undefined) files.push(file);
  }
  return { files, isComplete: list.isComplete && files.length === list.items.length };
}
