/** Rule `invalid-background-mode`. */
import type { Rule } from '../../context';
import { checkValues } from './check';
import { meta } from './meta';

export const invalidBackgroundMode: Rule = { meta, run: 'unit', check: checkValues };
