/** Where a target declares a background mode. */
import type { ModeKey } from '../catalog/requirement-types';
import type { TargetContext } from './context';
import type { RelatedLocation } from './types';

/** Places of a value; `undefined` while the modes of the target are not known completely. */
export function declaredMode(
  { infoPlist }: Pick<TargetContext, 'infoPlist'>,
  key: ModeKey,
  mode: string,
): readonly RelatedLocation[] | undefined {
  const modes = infoPlist.modes(key);
  if (!infoPlist.isResolved || modes.isUnknown) return undefined;
  return modes.values
    .filter(({ value }) => value === mode)
    .map(({ uri, range }) => ({ uri, range, message: `'${mode}' is declared here` }));
}
