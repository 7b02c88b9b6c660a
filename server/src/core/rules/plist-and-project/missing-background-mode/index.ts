/** Rule `missing-background-mode`. */
import type { Rule } from '../../context';
import { checkModes } from './check';
import { meta } from './meta';

export const missingBackgroundMode: Rule = { meta, run: 'target', check: checkModes };
