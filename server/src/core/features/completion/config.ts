/** Completions in `background-modes.json`, for editors that do not know its schema. */
import { getLocation, type Location } from 'jsonc-parser';
import { levels, presets } from '../../config/types';
import { allRules } from '../../rules';
import { codesOf } from '../../rules/types';
import type { TextRange } from '../../text';
import { ruleTitle } from './rule-titles';
import type { CompletionOffer, CompletionRequest } from './types';

const sections: Readonly<Record<string, string>> = {
  preset: 'the rules to start from',
  rules: 'levels of rules, or of single cases',
  overrides: 'other levels for some files',
  ignore: 'patterns of paths about which nothing is said',
};

const codes = allRules.flatMap(({ meta }) => codesOf(meta));

export function configCompletions({ text, offset }: CompletionRequest): readonly CompletionOffer[] {
  const location = getLocation(text, offset);
  const { path, isAtPropertyKey } = location;
  const inOverride = path[0] === 'overrides' && path.length > 2;
  const [section, name] = inOverride ? path.slice(2) : path;
  const depth = path.length - (inOverride ? 2 : 0);
  const written = writtenRange(location, text, offset);
  if (written === undefined) return [];
  if (isAtPropertyKey && depth === 1 && !inOverride)
    return Object.entries(sections).map(([label, detail]) => ({
      ...quoted(label, written),
      kind: 'key',
      detail,
    }));
  if (isAtPropertyKey && depth === 2 && section === 'rules')
    return codes.map((code) => ruleOffer(code, written));
  if (isAtPropertyKey) return [];
  if (section === 'rules' && depth === 2 && name !== undefined)
    return levels.map((level) => ({ ...quoted(level, written), kind: 'value' }));
  if (section === 'preset' && depth === 1 && !inOverride)
    return presets.map((preset) => ({ ...quoted(preset, written), kind: 'value' }));
  return [];
}

interface Written {
  readonly range: TextRange;
  readonly isQuoted: boolean;
}

function ruleOffer(code: string, written: Written): CompletionOffer {
  const detail = ruleTitle(code);
  return {
    ...quoted(code, written),
    kind: 'rule',
    ...(detail !== undefined && { detail }),
    topic: { kind: 'rule', code },
  };
}

function quoted(
  label: string,
  { range, isQuoted }: Written,
): Pick<CompletionOffer, 'label' | 'range' | 'newText'> {
  return { label, range, newText: isQuoted ? label : `"${label}"` };
}

/** Inside of the quotes around the cursor, or where a new string may stand. */
function writtenRange({ previousNode }: Location, text: string, offset: number): Written | undefined {
  if (previousNode !== undefined) {
    const start = previousNode.offset + 1;
    const end = previousNode.offset + previousNode.length;
    const isClosed = previousNode.length > 1 && text[end - 1] === '"';
    if (previousNode.offset < offset && offset < end + (isClosed ? 0 : 1)) {
      if (text[previousNode.offset] !== '"') return undefined;
      return { range: { start, end: isClosed ? end - 1 : end }, isQuoted: true };
    }
  }
  const isFree = /[\s{[,:]$/.test(text.slice(0, offset)) && /^(\s|[}\],]|$)/.test(text.slice(offset));
  return isFree ? { range: { start: offset, end: offset }, isQuoted: false } : undefined;
}
