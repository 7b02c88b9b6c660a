/** background-audio-category-missing: the audio mode, or Picture in Picture, with a category that ends with the foreground. */
import { audioPlayers, legacyAudioSession } from '../../../catalog/audio-apis';
import { foregroundCategories } from '../../../catalog/audio-session';
import { taskContext } from '../../background-task/context';
import type { CodeContext, Rule, TargetContext } from '../../context';
import { declares } from '../../plist-and-project/declared-modes';
import { isCompiled, platformsOf } from '../../plist-and-project/target-platforms';
import { type AppCategories, appCategories } from '../app-categories';
import { ambientFixes } from './fixes';
import { meta } from './meta';

const messages = {
  'ambient-only':
    'The audio mode is declared, but every category is an ambient one: audio stops when the screen locks or the app leaves the foreground',
  'never-set':
    'The audio mode is declared, but no category is ever set: audio stops when the screen locks, because the session stays soloAmbient',
  'picture-in-picture':
    'Picture in Picture without the category playback or playAndRecord: it is never possible',
} as const;

const pictureInPicture = 'pip-controller';
const pictureInPictureType = 'AVPictureInPictureController';

export const backgroundCategoryRule: Rule = {
  meta,
  run: 'target',
  check(context) {
    const { target, infoPlist, uses } = context;
    const isPhone = platformsOf(target, infoPlist)?.includes('iOS') === true;
    if (target.product !== 'app' || !isPhone || !target.isComplete) return;
    if (uses.some(({ use }) => use.row === legacyAudioSession)) return;
    const categories = appCategories(context.constants);
    const isWrong = categories.isKnown && categories.names.every((name) => foregroundCategories.has(name));
    if (!isWrong) return;
    if (firstUse(context, pictureInPicture) !== undefined) reportPictureInPicture(context);
    else if (infoPlist.isResolved && declares(infoPlist.modes('UIBackgroundModes'), ['audio']))
      reportMode(context, categories);
  },
  /** Code that belongs to no target is all that can be seen of its app. */
  checkFile(code) {
    if (code.targets.length === 0) checkAlone(code);
  },
};

function firstUse({ uses, target }: TargetContext, row: string) {
  return uses.find(({ use }) => use.row === row && isCompiled(use.when, 'iOS', target));
}

function reportPictureInPicture(context: TargetContext): void {
  const found = firstUse(context, pictureInPicture);
  if (found === undefined) return;
  const { uri, use } = found;
  const entry = 'picture-in-picture';
  context.report({ entry, uri, range: use.range, message: messages[entry] });
}

function reportMode(context: TargetContext, categories: AppCategories): void {
  const uses = categories.uses.filter(({ use }) => isCompiled(use.when ?? [], 'iOS', context.target));
  const [first, ...others] = uses;
  if (first !== undefined) {
    context.report({
      entry: 'ambient-only',
      uri: first.uri,
      range: first.use.range,
      message: messages['ambient-only'],
      related: [
        ...others.map(({ uri, use }) => ({ uri, range: use.range, message: 'Another ambient category' })),
      ],
      fixes: ambientFixes(context, uses),
    });
    return;
  }
  const player = firstUse(context, audioPlayers);
  if (player === undefined || categories.uses.length > 0) return;
  const entry = 'never-set';
  context.report({ entry, uri: player.uri, range: player.use.range, message: messages[entry] });
}

function checkAlone(code: CodeContext): void {
  if (!code.unit.text.includes(pictureInPictureType)) return;
  const categories = appCategories(code.index.constants);
  const isWrong =
    categories.isKnown &&
    categories.names.length > 0 &&
    categories.names.every((name) => foregroundCategories.has(name));
  const { analysis } = taskContext(code);
  const call = analysis
    .callsMentioning(analysis.spellings([pictureInPictureType]))
    .find(({ constructs }) => constructs === pictureInPictureType);
  if (call === undefined || !isWrong) return;
  const entry = 'picture-in-picture';
  code.report({ entry, uri: code.unit.uri, range: call.nameRange, message: messages[entry] });
}
