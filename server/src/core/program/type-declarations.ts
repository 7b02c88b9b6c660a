/** Whether two versions of a file say the same about types. */
import type { FileEffects } from './effect-types';
import { sameData } from './same-data';

export function sameTypes(a: FileEffects, b: FileEffects): boolean {
  return (
    sameData(a.types, b.types, { ignored: 'handedOut' }) &&
    sameData(a.aliases, b.aliases) &&
    sameData(a.globals, b.globals) &&
    sameResults(a, b)
  );
}

function sameResults({ functions: a }: FileEffects, { functions: b }: FileEffects): boolean {
  return (
    a.length === b.length &&
    a.every((fn, i) => {
      const other = b[i];
      return fn.type === other?.type && fn.name === other?.name && fn.returns === other?.returns;
    })
  );
}
