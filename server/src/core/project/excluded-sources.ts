/** Sources that a target lists and its build settings leave out. */
import { globMatcher } from './glob';
import type { TargetConfiguration } from './types';

/**
 * Whether no configuration compiles a source: EXCLUDED_SOURCE_FILE_NAMES names it and INCLUDED_SOURCE_FILE_NAMES does not.
 * Patterns are compared with as many last parts of the path as they have themselves.
 */
export function exclusion(configurations: readonly TargetConfiguration[]): (uri: string) => boolean {
  const filters = configurations.map((configuration) => ({
    excluded: patterns(configuration, 'EXCLUDED_SOURCE_FILE_NAMES'),
    included: patterns(configuration, 'INCLUDED_SOURCE_FILE_NAMES'),
  }));
  if (filters.length === 0 || filters.some(({ excluded }) => excluded.length === 0)) return () => false;
  return (uri) =>
    filters.every(
      ({ excluded, included }) =>
        excluded.some((matches) => matches(uri)) && !included.some((matches) => matches(uri)),
    );
}

/** An unknown value names nothing. */
function patterns(configuration: TargetConfiguration, name: string): readonly ((uri: string) => boolean)[] {
  const words = configuration.setting(name)?.value?.split(/\s+/) ?? [];
  return words.filter((word) => word !== '').map(suffixMatcher);
}

function suffixMatcher(pattern: string): (uri: string) => boolean {
  const matches = globMatcher(pattern, { coversFolders: false });
  const length = pattern.split('/').filter((part) => part !== '').length;
  return (uri) => matches(uri.split('/').slice(-length).map(decodeURIComponent).join('/'));
}
