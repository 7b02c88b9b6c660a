/** What a background mode or one of its APIs is, and how the targets of the file stand to it. */
import type { Unit } from '../../rules/context';
import type { TextRange } from '../../text';
import type { TargetModel } from '../../workspace-types';
import { codeHover } from './code';
import { plistHover } from './plist';

export interface HoverContent {
  readonly markdown: string;
  /** The text it is about. */
  readonly range: TextRange;
}

export interface HoverRequest {
  /** UTF-16 offset of the pointer. */
  readonly offset: number;
  /** Targets that compile or use the file. */
  readonly targets: readonly TargetModel[];
  /** URIs of the workspace folders: paths are shown below them. */
  readonly folders: readonly string[];
}

export function hoverAt(unit: Unit, request: HoverRequest): HoverContent | undefined {
  switch (unit.kind) {
    case 'program':
      return codeHover(unit.program, request);
    case 'plist':
      return unit.role === 'entitlements' ? undefined : plistHover(unit.document, request);
    case 'pbxproj':
      return undefined;
  }
}
