/** All tools, in the order in which they are asked. */
import { linkTargets } from '../links/link-targets';
import { expoStep } from './expo';
import type { OwnerStep } from './types';

/** Links come last: they follow what all others say of the targets. */
export const ownerSteps: readonly OwnerStep[] = [expoStep, linkTargets];
