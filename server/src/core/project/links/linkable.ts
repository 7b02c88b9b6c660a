/** What may be linked, and what is said of code that is linked without being seen. */
import type { ProductKind, TargetDependency } from '../types';

/** Apps and extensions are copied into one another, tests are loaded into their host: none of them is linked. */
export function isLinkable(product: ProductKind): boolean {
  return product === 'framework' || product === 'library';
}

/** The gap that a dependency leaves as long as nobody has found its code, in words for people. */
export function linkGap(dependency: Pick<TargetDependency, 'kind' | 'name'>): string {
  switch (dependency.kind) {
    case 'target':
      return `Links the target ${dependency.name}`;
    case 'package':
      return `Links the package product ${dependency.name}`;
    case 'framework':
      return `Links ${dependency.name}, which is built elsewhere`;
  }
}
