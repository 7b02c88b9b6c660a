/** All tools, in the order in which they are asked. */
import type { OwnerStep } from './types';

export const ownerSteps: readonly OwnerStep[] = [];
