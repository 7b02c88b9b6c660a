/** What a background mode, a key, an API, an identifier or a rule is, and how the targets of the file stand to it. */
import type { Unit } from '../../rules/context';
import type { TextRange } from '../../text';
import { documentKind } from '../../workspace/file-kinds';
import type { Content } from '../content';
import { plistsIn } from '../owned-plists';
import { codeHover } from './code';
import { configHover } from './config';
import { plistHover } from './plist';
import { settingHover } from './settings';
import type { Situation } from './states';
import { suppressionHover } from './suppressions';
import type { RulePage } from './text';

export interface HoverContent {
  readonly content: Content;
  /** The text it is about. */
  readonly range: TextRange;
}

export interface HoverRequest extends Situation {
  readonly uri: string;
  readonly text: string;
  /** Missing for files that hold nothing but settings, and those of unknown kinds. */
  readonly unit: Unit | undefined;
  /** UTF-16 offset of the pointer. */
  readonly offset: number;
  readonly page: RulePage;
}

export function hoverAt(request: HoverRequest): HoverContent | undefined {
  const { uri, unit } = request;
  if (documentKind(uri) === 'config') return configHover(request);
  const said = unit && suppressionHover(unit, request);
  if (said !== undefined) return said;
  const inCode = unit?.kind === 'program' ? codeHover(unit, request) : undefined;
  if (inCode !== undefined) return inCode;
  for (const plist of plistsIn(request)) {
    const found = plistHover(plist, request);
    if (found !== undefined) return found;
  }
  return settingHover(request);
}
