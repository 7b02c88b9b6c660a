import type { RuleExample } from '../../types';

export const examples: readonly RuleExample[] = [];
