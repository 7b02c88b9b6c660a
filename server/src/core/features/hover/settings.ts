/** Hovers on the build settings from which Xcode generates keys of an Info.plist. */
import { generatedKeys } from '../../project/generated-keys';
import { extensionUri } from '../../uri';
import { list } from '../content';
import type { HoverContent, HoverRequest } from './hover';
import { keyContent } from './topics';

const PREFIX = 'INFOPLIST_KEY_';
const SETTING = /\bINFOPLIST_KEY_(\w+)/g;
const extensions: ReadonlySet<string> = new Set(['.pbxproj', '.xcconfig']);

export function settingHover(request: HoverRequest): HoverContent | undefined {
  const { uri, text, offset, page } = request;
  if (!extensions.has(extensionUri(uri))) return undefined;
  const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const line = /^[^\r\n]*/.exec(text.slice(start))?.[0] ?? '';
  for (const { 0: name, 1: key = '', index } of line.matchAll(SETTING)) {
    const range = { start: start + index, end: start + index + name.length };
    if (offset < range.start || offset > range.end) continue;
    const content = keyContent(key, 'info', request, page);
    if (content === undefined) return undefined;
    const isIgnored = !generatedKeys.has(key);
    const [title, ...rest] = content;
    const warning = isIgnored
      ? list('This setting does nothing', [
          [`Xcode generates no \`${key}\` from \`${PREFIX}${key}\`: write it into the Info.plist`],
        ])
      : [];
    return { content: [...(title === undefined ? [] : [title]), ...warning, ...rest], range };
  }
  return undefined;
}
