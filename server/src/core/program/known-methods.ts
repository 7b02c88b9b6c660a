/** Whether all methods of a type are known. */

import { isOpenSuperclass } from '../catalog/supertypes';
import type { CodeIndex } from './code-index';
import { lastComponent } from './last-component';

/** False where a superclass is the app's own and was not read, or a file with a part of the type could not be parsed. */
export function knownMethods(index: CodeIndex, type: string): boolean {
  const family = index.family(type);
  if (index.isPartlyUnread(family)) return false;
  return [type, ...ancestors(index, type)].every((each) => {
    const declarations = index.declarations(each);
    if (declarations.some(({ isExtension }) => !isExtension)) return true;
    // Protocols have no methods that the SDK would find.
    return (
      each !== type && (!isOpenSuperclass(each) || each.endsWith('Delegate') || each.endsWith('Protocol'))
    );
  });
}

function ancestors(index: CodeIndex, type: string): ReadonlySet<string> {
  const seen = new Set<string>();
  const add = (each: string): void => {
    for (const { inherits } of index.declarations(each)) {
      for (const parent of inherits) {
        const name = lastComponent(parent);
        if (seen.has(name)) continue;
        seen.add(name);
        add(name);
      }
    }
  };
  add(type);
  return seen;
}
