/** app-delegate-callback-in-scene-app: callbacks that go to the scene delegate. */
import { sceneCallbacks, sceneManifest } from '../../../catalog/lifecycle';
import { callbackRows } from '../../../catalog/lifecycle-apis';
import { booleanValue } from '../../../syntax/plist-query';
import type { FindingDraft, Rule, TargetContext } from '../../context';
import { isCompiled, platformsOf } from '../../plist-and-project/target-platforms';
import { compareVersions } from '../../plist-and-project/versions';
import type { RelatedLocation } from '../../types';
import { iosBuild } from '../ios-build';
import { meta } from './meta';

/** The first version of iOS with scenes; earlier ones call the app delegate. */
const firstWithScenes = '13';

export const appDelegateCallbackRule: Rule = {
  meta,
  run: 'target',
  check(context) {
    const { target, infoPlist } = context;
    if (target.product !== 'app' || platformsOf(target, infoPlist)?.includes('iOS') !== true) return;
    const minimum = iosBuild([target])?.minimum;
    if (minimum !== undefined && compareVersions(minimum, firstWithScenes) < 0) return;
    const manifest = sceneManifestOf(context);
    if (manifest !== undefined)
      for (const [callback, scene] of Object.entries(sceneCallbacks))
        checkCallback(context, callback, scene, manifest);
  },
};

/** Where the app says that it has scenes with windows; `undefined` when it does not, or not for certain. */
function sceneManifestOf({ infoPlist }: TargetContext): readonly RelatedLocation[] | undefined {
  if (!infoPlist.isResolved) return undefined;
  const declared = infoPlist.value(sceneManifest.key);
  if (declared === undefined) {
    const generated = infoPlist.generated(sceneManifest.generatedBy);
    return generated?.value === 'YES' ? [] : undefined;
  }
  const { node, file } = declared;
  if (node.kind !== 'dict' || booleanValue(node) !== undefined) return undefined;
  const configurations = node.entries.find(({ key }) => key === sceneManifest.configurations)?.value;
  // With scenes for a car or another screen alone, the app's own window may be the app delegate's.
  if (configurations?.kind === 'dict' && configurations.entries.length > 0)
    if (!configurations.entries.some(({ key }) => key === sceneManifest.windowRole)) return undefined;
  return [{ uri: file.uri, range: node.range, message: 'The app has scenes' }];
}

function checkCallback(
  { target, uses, report }: TargetContext,
  callback: string,
  scene: string,
  related: readonly RelatedLocation[],
): void {
  const rows = callbackRows(callback);
  const has = (row: string): boolean => uses.some(({ use }) => use.row === row);
  // The scene delegate may hand on what it is told.
  if (has(rows.call)) return;
  for (const { uri, use } of uses) {
    if (use.row !== rows.method || !isCompiled(use.when, 'iOS', target)) continue;
    report({ uri, range: use.range, related, ...verdict(callback, scene, has(rows.scene)) });
  }
}

/** Where the scene has the callback too, it may well do what is left over in the app delegate. */
function verdict(
  callback: string,
  scene: string,
  hasScene: boolean,
): Pick<FindingDraft, 'message' | 'severity'> {
  const uncalled = `${callback} is not called in an app with scenes`;
  return hasScene
    ? { severity: 'hint', message: `${uncalled}: ${scene} is, and has to do what stands here` }
    : { message: `${uncalled}: what it does never happens, as ${scene} is called instead` };
}
