import type { ModeKey } from '../../../catalog/requirement-types';
import type { PlistScalar } from '../../../syntax/plist-types';
import type { PlistUnit } from '../../context';

/** One value in its array. */
export interface ModeItem {
  readonly unit: PlistUnit;
  readonly key: ModeKey;
  readonly node: PlistScalar;
  /** The other values of the array. */
  readonly others: readonly PlistScalar[];
}
