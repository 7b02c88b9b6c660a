/** What edits of a target have to know of it. */
import type { TargetContext } from '../../../rules/context';

export type TargetEditContext = Pick<
  TargetContext,
  'target' | 'infoPlist' | 'entitlements' | 'project' | 'exists' | 'siblings'
>;

/** Which property list of a target. */
export type PlistKind = 'info' | 'entitlements';
