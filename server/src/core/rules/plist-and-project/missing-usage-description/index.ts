/** missing-usage-description: purpose strings that are not there, or that say nothing. */
import type { Rule } from '../../context';
import { meta } from './meta';
import { checkMissing } from './missing';
import { checkTexts } from './texts';

export const missingUsageDescription: Rule = {
  meta,
  run: 'target',
  check(context) {
    checkMissing(context);
    checkTexts(context);
  },
};
