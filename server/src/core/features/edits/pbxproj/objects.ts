/** Adds objects to a project file: in the section of their kind, under an id of their own. */
import type { PbxObjects } from '../../../project/pbx-objects';
import type { ProjectFile } from '../../../project/types';
import { openStepDict, openStepEntry } from '../../../syntax/openstep-query';
import type { OpenStepDict } from '../../../syntax/openstep-types';
import type { TextEdit } from '../../../text';
import { lineIndent, lineStart } from '../plist-layout';
import { afterSeparator, commentText, openStepText, projectLayout } from './insertions';

export interface NewObject {
  readonly id: string;
  readonly isa: string;
  /** What Xcode writes behind the id. */
  readonly comment: string;
  /** The lines between the braces, without the isa, indented from there on. */
  readonly lines: readonly string[];
}

/** 24 hexadecimal digits that no object of the project has; the same for the same `seed`. */
export function newObjectId(text: string, seed: string): string {
  for (let round = 0; ; round++) {
    const id = [0, 1, 2].map((part) => hash(`${part}:${round}:${seed}`)).join('');
    if (!text.includes(id)) return id;
  }
}

/** FNV-1a, 32 bits. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0;
  }
  return value.toString(16).toUpperCase().padStart(8, '0');
}

/** How the object is named elsewhere in the file: with its comment where the file has such. */
export function reference(text: string, id: string, comment: string): string {
  return hasComments(text) ? `${openStepText(id)} /* ${commentText(comment)} */` : openStepText(id);
}

export function addObject(
  { text, document }: Pick<ProjectFile, 'text' | 'document'>,
  objects: PbxObjects,
  added: NewObject,
): TextEdit | undefined {
  const all = openStepDict(openStepEntry(document.root, 'objects')?.value);
  if (all === undefined) return undefined;
  const same = all.entries.filter(({ key }) => objects.get(key)?.isa === added.isa);
  const { lineEnd, unit } = projectLayout(text);
  const indent = unit + unit;
  const body = [`isa = ${added.isa};`, ...added.lines].map((line) => indent + unit + line);
  const head = `${indent}${reference(text, added.id, added.comment)} = {`;
  const lines = [head, ...body, `${indent}};`, ''].join(lineEnd);
  const next = same.find(({ key }) => key > added.id);
  if (next !== undefined) return insert(lineStart(text, next.keyRange.start), lines);
  const last = same.at(-1);
  if (last === undefined) return newSection(text, all, added.isa, lines, lineEnd);
  const end = afterSeparator(text, last.value.range.end, ';');
  return insert(end, lineEnd + lines.slice(0, -lineEnd.length));
}

const SECTION = /^\/\* Begin (\w+) section \*\//gm;

/** In front of the first section whose name comes later. */
function newSection(text: string, all: OpenStepDict, isa: string, lines: string, lineEnd: string): TextEdit {
  const sections = [...text.matchAll(SECTION)].filter(({ index }) => index > all.range.start);
  const next = sections.find(({ 1: name = '' }) => name > isa);
  const section = `/* Begin ${isa} section */${lineEnd}${lines}/* End ${isa} section */${lineEnd}`;
  if (next !== undefined) return insert(next.index, section + lineEnd);
  const close = all.range.end - 1;
  const at =
    lineIndent(text, close).length === close - lineStart(text, close) ? lineStart(text, close) : close;
  const start = at === close ? lineEnd : '';
  return insert(at, start + (sections.length > 0 ? lineEnd + section : lines));
}

function hasComments(text: string): boolean {
  return text.search(SECTION) >= 0;
}

function insert(offset: number, newText: string): TextEdit {
  return { range: { start: offset, end: offset }, newText };
}
