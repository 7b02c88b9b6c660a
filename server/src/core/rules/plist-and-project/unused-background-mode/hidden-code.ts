/** Code that nobody has seen, and that may use whatever a target declares. */
import { dynamicWords } from '../../../catalog/mode-traces';
import { pbxObjects } from '../../../project/pbx-objects';
import { codeOf } from '../../../project/target-code';
import type { Target } from '../../../project/types';
import type { OpenStepDocument } from '../../../syntax/openstep-types';
import { isSettled } from '../../../syntax/plist-query';
import { extensionUri } from '../../../uri';
import type { ProjectUnit, TargetContext } from '../../context';

type Beside = Pick<TargetContext['siblings'][number], 'target' | 'mentions'>;

/** Whether an answer about the whole code of the target would be a guess. */
export function mayUseMore(context: TargetContext): boolean {
  const { target, infoPlist, mentions, project } = context;
  if (codeOf(target).length === 0 || !infoPlist.files.every(({ document }) => isSettled(document)))
    return true;
  if (project !== undefined && compilesOtherLanguages(project)) return true;
  const all: readonly Beside[] = [{ target, ...(mentions && { mentions }) }, ...codeBeside(context)];
  return all.some((each) => hidesCode(each));
}

function hidesCode({ target, mentions }: Beside): boolean {
  if (!target.isComplete || linksByFlags(target) || mentions === undefined) return true;
  return dynamicWords.some(mentions);
}

/**
 * Extensions, which may schedule tasks for the app, the parts of watch apps, and other targets that declare their modes
 * in the same file.
 */
export function codeBeside({ target, siblings, infoPlist }: TargetContext): readonly Beside[] {
  const own = new Set(infoPlist.files.map(({ uri }) => uri));
  return siblings.filter((sibling) => {
    const { product } = sibling.target;
    if (product === 'app-extension' || product === 'watch-extension') return true;
    if (product === 'watch-app' && target.product === 'watch-extension') return true;
    return sibling.infoPlist.files.some(({ uri }) => own.has(uri));
  });
}

/** Flags that link nothing but what belongs to every system. */
const harmlessFlags: ReadonlySet<string> = new Set([
  '',
  '$(inherited)',
  '-ObjC',
  '-all_load',
  '-lc++',
  '-lz',
  '-lxml2',
  '-lsqlite3',
]);

function linksByFlags({ configurations }: Target): boolean {
  return configurations.some((configuration) => {
    const flags = configuration.setting('OTHER_LDFLAGS');
    if (flags === undefined) return false;
    return flags.value === undefined || flags.value.split(/\s+/).some((flag) => !harmlessFlags.has(flag));
  });
}

/** Languages of Apple's C interfaces that are not read here. */
const otherLanguages: ReadonlySet<string> = new Set(['.c', '.cc', '.cpp', '.cxx', '.s', '.rs', '.go', '.kt']);

/** Of the projects as they are on disk: targets are judged far more often than these change. */
const withOtherLanguages = new WeakMap<OpenStepDocument, boolean>();

function compilesOtherLanguages({ document }: ProjectUnit): boolean {
  const known = withOtherLanguages.get(document) ?? hasOtherLanguages(document);
  withOtherLanguages.set(document, known);
  return known;
}

function hasOtherLanguages(document: OpenStepDocument): boolean {
  const objects = pbxObjects(document);
  return objects.all('PBXBuildFile').some((buildFile) => {
    const path = objects.get(buildFile.string('fileRef'))?.string('path');
    return path !== undefined && otherLanguages.has(extensionUri(path));
  });
}
