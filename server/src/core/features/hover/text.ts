/** Markdown of hovers. */
import type { Doc } from '../../catalog/docs';
import type { BackgroundMode } from '../../catalog/modes';
import type { TargetModel } from '../../workspace-types';
import { hasModes, modeState } from '../mode-state';
import { displayPath, lineNumber, placeText } from '../places';

export type ModeName = Pick<BackgroundMode, 'key' | 'value'>;

/** Paragraphs of a document, without its title. */
export function docText(doc: Doc): readonly string[] {
  return [doc.what, ...section('iOS promises', doc.promises), ...section('Keep in mind', doc.limits)];
}

/** A paragraph with a list; nothing for an empty one. */
function section(title: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [`**${title}**\n\n${items.map((item) => `- ${item}`).join('\n')}`];
}

/** What each target that can have modes says about this one. Empty when no such target is known. */
export function modeStates(
  mode: ModeName,
  targets: readonly TargetModel[],
  folders: readonly string[],
): readonly string[] {
  const lines = targets
    .filter(({ target }) => hasModes(target.product))
    .map((model) => `- ${escapeMarkdown(model.target.name)}: ${stateText(mode, model, folders)}`);
  return lines.length === 0 ? [] : [`**\`${mode.value}\` in ${mode.key}**\n\n${lines.join('\n')}`];
}

function stateText({ key, value }: ModeName, model: TargetModel, folders: readonly string[]): string {
  const state = modeState(model.infoPlist, key, value);
  switch (state.kind) {
    case 'declared': {
      const line = lineNumber(state.file.text, state.range);
      return `declared in ${link(placeText(state.file.uri, state.file.text, state.range, folders), `${state.file.uri}#L${line}`)}`;
    }
    case 'missing':
      return state.file === undefined
        ? 'not declared, the target has no Info.plist file'
        : `**not declared** in ${link(displayPath(state.file.uri, folders), state.file.uri)}`;
    case 'unknown':
      return 'not known, its Info.plist could not be resolved completely';
  }
}

/** Links in one line. */
export function linkLine(links: readonly string[]): readonly string[] {
  return links.length === 0 ? [] : [links.map((url) => link(linkName(url), url)).join(' · ')];
}

/** The words in the address of an article; pages about a symbol have none. */
function linkName(url: string): string {
  const page =
    /[^/]*$/
      .exec(url)?.[0]
      .replace(/[#(].*$/, '')
      .replace(/-swift\.struct$|\.html$/, '') ?? '';
  if (!/[-_]/.test(page)) return 'Reference';
  const words = page.replaceAll('-s-', '’s ').replace(/[-_]/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function link(text: string, url: string): string {
  return `[${escapeMarkdown(text)}](${url.replaceAll('(', '%28').replaceAll(')', '%29')})`;
}

/** Names from projects may hold characters that mean something in Markdown. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+!|<>~]/g, '\\$&');
}
