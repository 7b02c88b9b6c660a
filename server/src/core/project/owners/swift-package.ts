/**
 * Apps that are Swift packages: folders named .swiftpm, as Swift Playgrounds makes them. Xcode generates their Info.plist
 * from the capabilities in Package.swift, over a property list that the manifest may name.
 */
import { swiftAppCapabilities } from '../../catalog/swift-app-capabilities';
import type { PlistEntry } from '../../syntax/plist-types';
import { basenameUri, joinUri } from '../../uri';
import { argument } from '../packages/manifest';
import type { PackageProduct } from '../packages/manifest-types';
import { type CollectedCode, type LocalPackage, PackageGraph } from '../packages/package-graph';
import type { OwnedValues, Platform, Target, TargetConfiguration, TargetOwner, ValuePart } from '../types';
import { configurationOf, targetOf } from './owned-targets';
import type { OwnerContext, OwnerStep } from './types';

const platforms: readonly Platform[] = ['iOS'];

export const swiftPackageStep: OwnerStep = async (targets, context) => {
  const apps: Target[] = [];
  const folders = context.found.packages.filter((folder) => basenameUri(folder).endsWith('.swiftpm'));
  const packages = new PackageGraph(context.found.packages, context.files, context.parseSwift);
  for (const folder of folders) {
    const pack = await packages.load(folder);
    const products = pack?.manifest.products.filter(({ kind }) => kind === 'app') ?? [];
    if (pack === undefined) continue;
    for (const product of products) apps.push(await appTarget(pack, product, packages, context));
  }
  return { targets: [...targets, ...apps], problems: [] };
};

async function appTarget(
  pack: LocalPackage,
  product: PackageProduct,
  packages: PackageGraph,
  context: OwnerContext,
): Promise<Target> {
  const code: CollectedCode = { sources: new Set(), gaps: new Set(), seen: new Set() };
  await packages.collectProduct(pack, product.name, platforms, code);
  const own = pack.manifest.targets.filter(({ name }) => product.targets.includes(name));
  const sources = (await Promise.all(own.map((target) => packages.sourcesOf(pack, target)))).flatMap(
    (uris) => uris ?? [],
  );
  const owner: TargetOwner = { kind: 'swift-package', uri: pack.uri, generates: [] };
  const target = targetOf({
    id: `${pack.uri}#${product.name}`,
    name: product.name,
    product: 'app',
    platforms,
    owner,
    configurations: [await configuration(pack, product, context)],
    sources,
    gaps: [...code.gaps],
  });
  const linkedSources = [...code.sources].filter((uri) => !target.sources.includes(uri)).sort();
  return linkedSources.length === 0 ? target : { ...target, linkedSources };
}

async function configuration(
  pack: LocalPackage,
  product: PackageProduct,
  { files }: OwnerContext,
): Promise<TargetConfiguration> {
  const { values, deploymentTargets } = pack.manifest;
  const pathOption = product.options.get('additionalInfoPlistContentFilePath');
  const path = values.text(pathOption);
  const uri = path === undefined ? undefined : joinUri(pack.folder, path);
  const infoPlistUri = uri !== undefined && files.isReadable(uri) ? uri : undefined;
  const text = await files.text(pack.uri);
  return configurationOf(
    {
      infoPlistUri,
      infoPlistUnresolved: pathOption !== undefined && infoPlistUri === undefined,
      generatesInfoPlist: true,
      ownedInfoPlist: capabilityValues(pack, product, text ?? ''),
      bundleIdentifier: values.text(product.options.get('bundleIdentifier')),
      deploymentTargets: deploymentTargets.iOS === undefined ? {} : { iOS: deploymentTargets.iOS },
    },
    { PRODUCT_NAME: product.name },
  );
}

/** Purpose strings of the capabilities, each lying where its capability does. */
function capabilityValues(pack: LocalPackage, product: PackageProduct, text: string): OwnedValues {
  const { values } = pack.manifest;
  const option = product.options.get('capabilities');
  const { items, isComplete } = values.items(option);
  const entries = items.flatMap((item): readonly PlistEntry[] => {
    const call = values.resolve(item);
    const name = call?.kind === 'call' ? call.name : undefined;
    if (call?.kind !== 'call' || name === undefined || !Object.hasOwn(swiftAppCapabilities, name)) return [];
    const purpose = argument(call, 'purposeString');
    const range = purpose?.range ?? call.range;
    const value = { kind: 'string', range, inner: range, value: values.text(purpose) ?? '…' } as const;
    const key = swiftAppCapabilities[name] ?? '';
    return [{ key, keyRange: call.nameRange, keyElement: call.nameRange, value }];
  });
  if (option === undefined || entries.length === 0) return { effect: 'extends', parts: [], isComplete };
  const { range } = option;
  const root = { kind: 'dict', range, inner: range, isSelfClosing: false, entries } as const;
  const document = { format: 'swift', root, problems: [] } as const;
  const part: ValuePart = {
    owner: 'swift-package',
    file: { uri: pack.uri, text, document },
    path: [],
    isImplied: true,
  };
  return { effect: 'extends', parts: [part], isComplete };
}
