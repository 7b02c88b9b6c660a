/** The check of `invalid-background-mode`: every value of the mode arrays of an Info.plist, one finding each. */
import { isLabel, suggestMode } from '../../../catalog/mode-suggestions';
import { modelessNames, modeOf } from '../../../catalog/modes';
import { bundleTraits } from '../../../project/effective-info-plist';
import { dictEntry, hasVariable, isSound, rootDict, stringItems } from '../../../syntax/plist-query';
import type { PlistScalar } from '../../../syntax/plist-types';
import type { FindingDraft, UnitContext } from '../../context';
import { correctionFixes, moveFix, removalFix } from './fixes';
import type { ModeItem } from './mode-item';
import { unsupportedPlatforms } from './platforms';

const refused = 'the system ignores it, and the upload to App Store Connect is refused';

type Verdict = Omit<FindingDraft, 'uri' | 'range'>;

export function checkValues(context: UnitContext): void {
  const { unit } = context;
  // In a broken file a value may be half-typed, or stand where nobody wanted it.
  if (unit.kind !== 'plist' || unit.role !== 'info' || !isSound(unit.document)) return;
  for (const key of ['UIBackgroundModes', 'WKBackgroundModes'] as const) {
    const nodes = stringItems(dictEntry(rootDict(unit.document), key)?.value);
    for (const node of nodes) {
      // An empty value is still being typed; a variable is filled in by the build.
      if (node.value.trim() === '' || hasVariable(node.value)) continue;
      const item: ModeItem = { unit, key, node, others: nodes.filter((other) => other !== node) };
      const verdict = key === 'UIBackgroundModes' ? judgeAppMode(item, context) : judgeWatchSession(item);
      if (verdict !== undefined) context.report({ ...verdict, uri: unit.uri, range: node.inner });
    }
  }
}

function judgeAppMode(item: ModeItem, context: UnitContext): Verdict | undefined {
  const { value } = item.node;
  const mode = modeOf('UIBackgroundModes', value);
  if (mode === undefined) {
    return modeOf('WKBackgroundModes', value) === undefined ? judgeUnknown(item) : judgeMisplaced(item);
  }
  if (mode.isObsolete) {
    return {
      entry: 'obsolete',
      message: `'${value}' is obsolete: Newsstand ended with iOS 9, so the mode does nothing`,
      fixes: removalFix(item, true),
    };
  }
  const unsupported = unsupportedPlatforms(mode, context.targets);
  if (unsupported === undefined) return undefined;
  return {
    entry: 'unsupported-platform',
    message: `'${value}' does not exist on ${unsupported.join(' and ')}: Xcode takes it out of the built app, and code that counts on it fails there`,
    fixes: removalFix(item, false),
  };
}

function judgeUnknown(item: ModeItem): Verdict {
  const { value } = item.node;
  if (/\s/.test(value.trim()) || isLabel(value)) {
    const mode = suggestMode(value, item.key);
    const hint = mode === undefined ? '' : `, the value is '${mode.value}'`;
    return {
      entry: 'label-as-value',
      message: `'${value}' is a label of Xcode${hint}: ${refused}`,
      fixes: correctionFixes(item),
    };
  }
  const isModeless = modelessNames.includes(value.toLowerCase());
  const message = isModeless
    ? `'${value}' is no background mode, and what it stands for needs none: ${refused}`
    : `'${value}' is no background mode${suggestionText(item)}: ${refused}`;
  return {
    entry: 'unknown-value',
    message,
    fixes: isModeless ? removalFix(item, true) : correctionFixes(item),
  };
}

/** A session type of watch apps among the modes of the app. */
function judgeMisplaced(item: ModeItem): Verdict {
  const { value } = item.node;
  const { uri, text, document } = item.unit;
  const isWatch = bundleTraits({ uri, text, document }).isWatch;
  const message = isWatch
    ? `'${value}' belongs into WKBackgroundModes: in UIBackgroundModes it has no effect`
    : `'${value}' is meant for WKBackgroundModes of a watch app: in UIBackgroundModes it has no known effect`;
  return {
    entry: 'watch-value-in-ui-modes',
    ...(isWatch ? {} : { severity: 'information' }),
    message,
    fixes: [...moveFix(item, 'WKBackgroundModes', value, isWatch), ...removalFix(item, false)],
  };
}

function judgeWatchSession(item: ModeItem): Verdict | undefined {
  const { value } = item.node;
  const mode = modeOf('WKBackgroundModes', value);
  if (mode === undefined) {
    const isMisplaced = modeOf('UIBackgroundModes', value)?.platforms.includes('watchOS') === true;
    return {
      entry: 'watch-unknown-value',
      message: isMisplaced
        ? `'${value}' belongs into UIBackgroundModes: in WKBackgroundModes it has no effect`
        : `'${value}' is no session type of a watch app${suggestionText(item)}: it enables no session`,
      fixes: isMisplaced
        ? [...moveFix(item, 'UIBackgroundModes', value, true), ...removalFix(item, false)]
        : correctionFixes(item),
    };
  }
  const first = mode.isExclusive ? firstExclusive(item) : undefined;
  if (first === undefined) return undefined;
  return {
    entry: 'exclusive-watch-types',
    message: `'${value}' cannot be combined with '${first.value}': a watch app may declare one session type, and sessions may not start`,
    related: [{ uri: item.unit.uri, range: first.inner, message: `'${first.value}' is declared here` }],
    fixes: [...removalFix(item, false), ...removalFix({ ...item, node: first }, false)],
  };
}

/** Another session type in front of this one. */
function firstExclusive({ node, key, others }: ModeItem): PlistScalar | undefined {
  return others.find(
    (other) =>
      other.range.start < node.range.start &&
      other.value !== node.value &&
      modeOf(key, other.value)?.isExclusive,
  );
}

function suggestionText({ node, key }: ModeItem): string {
  const mode = suggestMode(node.value, key);
  if (mode === undefined) return '';
  return mode.key === key ? `, '${mode.value}' is` : `; '${mode.value}' in ${mode.key} is one`;
}
