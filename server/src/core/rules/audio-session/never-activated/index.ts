/** audio-session-never-activated: an active session is what keeps audio going in the background. */
import { audioActivation } from '../../../catalog/audio-apis';
import type { Rule } from '../../context';
import { declares } from '../../plist-and-project/declared-modes';
import { isCompiled, platformsOf } from '../../plist-and-project/target-platforms';
import { meta } from './meta';

const message =
  'The session gets a category for the background, but nothing activates it: failures stay unseen, and audio may not come back after an interruption';

/** The system activates their sessions. */
const activatedBySystem: readonly string[] = ['callkit-provider', 'live-communication-kit', 'push-to-talk'];

export const neverActivatedRule: Rule = {
  meta,
  run: 'target',
  check(context) {
    const { target, infoPlist, uses } = context;
    const isPhone = platformsOf(target, infoPlist)?.includes('iOS') === true;
    if (target.product !== 'app' || !isPhone || !target.isComplete || !infoPlist.isResolved) return;
    if (!declares(infoPlist.modes('UIBackgroundModes'), ['audio'])) return;
    const isActive = ({ row }: { readonly row: string }) =>
      row === audioActivation || activatedBySystem.includes(row);
    if (uses.some(({ use }) => isActive(use))) return;
    const setter = uses.find(
      ({ use }) => use.row === 'audio-session-category' && isCompiled(use.when, 'iOS', target),
    );
    if (setter !== undefined) context.report({ uri: setter.uri, range: setter.use.range, message });
  },
};
