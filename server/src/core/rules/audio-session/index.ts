/** Rules about the audio session. */
import type { Rule } from '../context';
import { incompatibleRule } from './incompatible';

export const audioSessionRules: readonly Rule[] = [incompatibleRule];
