/** unused-background-mode: modes that no code of the target has anything to do with. */
import { backgroundModes } from '../../../catalog/modes';
import type { FindingDraft, Rule, TargetContext } from '../../context';
import { declarationsOf, declares } from '../declared-modes';
import { capableProducts } from '../needs';
import { targetFix } from '../target-fix';
import { platformsOf } from '../target-platforms';
import { mayUseMore } from './hidden-code';
import { meta } from './meta';
import { type Unused, unusedMode } from './unused-mode';

/** An app that is there for the tests that run in it: what it declares, they make use of. */
const testHost = /tests?[ _-]?host/i;

export const unusedBackgroundMode: Rule = {
  meta,
  run: 'target',
  check(context) {
    const { target, infoPlist } = context;
    if (!capableProducts.has(target.product) || !infoPlist.isResolved) return;
    if (testHost.test(target.name)) return;
    if (platformsOf(target, infoPlist) === undefined || mayUseMore(context)) return;
    for (const { key, value } of backgroundModes) {
      const modes = infoPlist.modes(key);
      if (modes.isUnknown || !declares(modes, [value])) continue;
      const unused = unusedMode(context, key, value);
      const [place] = declarationsOf(infoPlist, modes, value);
      if (unused !== undefined && place !== undefined)
        context.report({ ...draft(context, unused), ...place });
    }
  },
};

function draft(context: TargetContext, unused: Unused): Omit<FindingDraft, 'uri' | 'range'> {
  const { entry, key, mode, message } = unused;
  return {
    entry,
    message,
    fixes: targetFix(
      context,
      'info',
      { kind: 'remove-string', key, value: mode },
      `Remove '${mode}' from ${key}`,
      false,
    ),
  };
}
