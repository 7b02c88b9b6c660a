/** background-modes-differ-between-configurations: a mode that is there in one build and missing in another. */
import { addStringToArray } from '../../../features/edits/plist-edits';
import { effectiveInfoPlist } from '../../../project/effective-info-plist';
import type { EffectiveInfoPlist, ModeArray } from '../../../project/types';
import { dictEntry, rootDict, stringItems } from '../../../syntax/plist-query';
import type { ProjectContext, Rule } from '../../context';
import type { FileEdit, Fix } from '../../types';
import { appProducts } from '../project-settings';
import { shownPath } from '../shown-path';
import { meta } from './meta';

interface Build {
  readonly name: string;
  readonly infoPlist: EffectiveInfoPlist;
  readonly modes: ModeArray;
}

export const backgroundModesDiffer: Rule = {
  meta,
  run: 'project',
  check(context) {
    if (!appProducts.has(context.target.product) || context.infoPlist.files.length < 2) return;
    for (const key of ['UIBackgroundModes', 'WKBackgroundModes'] as const) {
      const builds = buildsOf(context, key);
      // What one of them has is only known to be missing where everything is known.
      if (builds.every(({ modes }) => !modes.isUnknown)) compare(context, key, builds);
    }
  },
};

function buildsOf({ target, infoPlist }: ProjectContext, key: ModeArray['key']): readonly Build[] {
  return target.configurations.map((configuration) => {
    const own = effectiveInfoPlist({ configurations: [configuration] }, (uri) =>
      infoPlist.files.find((file) => file.uri === uri),
    );
    return { name: configuration.name, infoPlist: own, modes: own.modes(key) };
  });
}

function compare(context: ProjectContext, key: ModeArray['key'], builds: readonly Build[]): void {
  const reported = new Set<string>();
  for (const { name, modes } of builds) {
    for (const { value, uri, range } of modes.values) {
      const lacking = builds.filter((build) => !build.modes.values.some((other) => other.value === value));
      const place = `${uri} ${range.start}`;
      if (lacking.length === 0 || reported.has(place)) continue;
      reported.add(place);
      const inner = innerOf(context, uri, range.start) ?? range;
      const others = listed(lacking.map((build) => build.name));
      context.report({
        uri,
        range: inner,
        message: `'${value}' is declared in ${name} and not in ${others}: what needs it works in one build and fails in the other`,
        fixes: fixesOf(context, key, value, lacking),
      });
    }
  }
}

/** The text of the value, without its tags. */
function innerOf(
  { infoPlist }: ProjectContext,
  uri: string,
  start: number,
): ModeArray['values'][number]['range'] | undefined {
  for (const key of ['UIBackgroundModes', 'WKBackgroundModes']) {
    for (const file of infoPlist.files) {
      const node = file.uri === uri ? dictEntry(rootDict(file.document), key)?.value : undefined;
      const item = stringItems(node).find(({ range }) => range.start === start);
      if (item !== undefined) return item.inner;
    }
  }
  return undefined;
}

function fixesOf(
  { target }: ProjectContext,
  key: ModeArray['key'],
  value: string,
  lacking: readonly Build[],
): readonly Fix[] {
  const files = new Map<string, FileEdit>();
  for (const { infoPlist } of lacking) {
    // Where there are several places, the first is the file itself.
    const [file] = infoPlist.files;
    const edits = file && addStringToArray(file.text, file.document, key, value);
    if (file === undefined || edits === undefined) return [];
    files.set(file.uri, { uri: file.uri, edits });
  }
  const names = [...files.keys()].map((uri) => shownPath(uri, target));
  return [
    {
      title: `Add '${value}' to ${key} in ${names.join(' and ')}`,
      files: [...files.values()],
      isPreferred: true,
    },
  ];
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
