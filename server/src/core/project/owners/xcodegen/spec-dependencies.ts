/** What a target of a spec links. */
import { basenameUri, joinUri } from '../../../uri';
import { isLinkable } from '../../links/linkable';
import { filteredPlatforms } from '../../platforms';
import type { ProductKind, TargetDependency } from '../../types';
import { booleanAt, dictAt, scalarAt, specAt, textAt, textOf, textsAt } from './spec-query';
import { hasSpecVariable, type SpecDict, type SpecValue } from './spec-values';

/** Another target of the spec. */
export interface Sibling {
  readonly id: string;
  readonly product: ProductKind;
}

/** In the order of the spec; Apple's own libraries are left out, as are apps and extensions, which are embedded. */
export function specDependencies(
  target: SpecDict,
  root: SpecDict,
  siblings: ReadonlyMap<string, Sibling>,
): readonly TargetDependency[] {
  const value = specAt(target, 'dependencies');
  const all = value?.kind === 'list' ? value.items : [];
  const found = new Map<string, TargetDependency>();
  for (const each of all) {
    if (booleanAt(each, 'link') === false || !isFor(each, textAt(target, 'platform'))) continue;
    const filter = filteredPlatforms(textsAt(each, 'destinationFilters').map(filterName));
    for (const dependency of dependenciesOf(each, root, siblings)) {
      const limited = filter === undefined ? dependency : { ...dependency, platforms: filter };
      found.set(`${dependency.kind} ${dependency.name}`, limited);
    }
  }
  return [...found.values()];
}

/** As Xcode names it in filters. */
function filterName(destination: string): string {
  return destination === 'visionOS' ? 'xros' : destination.toLowerCase();
}

/** Dependencies may name the platforms of the targets that have them. */
function isFor(dependency: SpecValue, platform: string | undefined): boolean {
  const platforms = textsAt(dependency, 'platforms');
  return platforms.length === 0 || platform === undefined || platforms.includes(platform);
}

function dependenciesOf(
  value: SpecValue,
  root: SpecDict,
  siblings: ReadonlyMap<string, Sibling>,
): readonly TargetDependency[] {
  const target = textAt(value, 'target');
  if (target !== undefined) return targetDependency(target, siblings);
  const packageName = textAt(value, 'package');
  if (packageName !== undefined) return packageProducts(value, packageName, root);
  const framework = textAt(value, 'framework') ?? textAt(value, 'carthage');
  if (framework === undefined) return [];
  const name = framework.slice(framework.lastIndexOf('/') + 1).replace(/\.(xc)?framework$/, '');
  return [{ kind: 'framework', name }];
}

/** `Project/Target` is a target of another project. */
function targetDependency(name: string, siblings: ReadonlyMap<string, Sibling>): readonly TargetDependency[] {
  const sibling = siblings.get(name);
  if (sibling === undefined) return [{ kind: 'framework', name: name.slice(name.lastIndexOf('/') + 1) }];
  return isLinkable(sibling.product) ? [{ kind: 'target', id: sibling.id, name }] : [];
}

function packageProducts(value: SpecValue, name: string, root: SpecDict): readonly TargetDependency[] {
  const products = [...textsAt(value, 'product'), ...textsAt(value, 'products')];
  const origin = packageOrigin(name, root);
  const names = products.length > 0 ? products : [name];
  return names.map((product) => ({ kind: 'package', name: product, ...(origin && { origin }) }));
}

function packageOrigin(name: string, root: SpecDict) {
  const spec = dictAt(root, 'packages', name);
  const path = scalarAt(spec, 'path');
  if (path !== undefined && !hasSpecVariable(textOf(path))) {
    return { kind: 'local', folder: joinUri(path.file.base, textOf(path)) } as const;
  }
  const github = textAt(spec, 'github');
  const url = textAt(spec, 'url') ?? (github === undefined ? undefined : `https://github.com/${github}`);
  if (url !== undefined) return { kind: 'remote', url } as const;
  const local = scalarsOfLocalPackages(root).find((folder) => basenameUri(folder) === name);
  return local === undefined ? undefined : ({ kind: 'local', folder: local } as const);
}

/** The older form: a list of folders. */
function scalarsOfLocalPackages(root: SpecDict): readonly string[] {
  const value = specAt(root, 'localPackages');
  const items = value?.kind === 'list' ? value.items : [];
  return items.flatMap((item) => (item.kind === 'scalar' ? joinUri(item.file.base, textOf(item)) : []));
}
