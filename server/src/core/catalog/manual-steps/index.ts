import { generalSteps } from './general';
import { mediaSteps } from './media';
import type { ManualStep } from './types';
import { wakingSteps } from './waking';

export type { ManualStep, StepScope } from './types';

/** In the order in which people take them: what holds for everything first. */
export const manualSteps: readonly ManualStep[] = [...generalSteps, ...mediaSteps, ...wakingSteps];
