/** legacy-remote-notification-callback: the method of before iOS 7 is not called in the background. */

import { knowsAppDelegate } from '../../app-delegate';
import type { Rule } from '../../context';
import { declaredMode } from '../../declared-mode';
import { compiledUses, usesAny } from '../../target-uses';
import { meta } from './meta';

export const legacyCallbackRule: Rule = {
  meta,
  run: 'target',
  check(context) {
    const { target } = context;
    if (target.product !== 'app' || !knowsAppDelegate(context)) return;
    if (usesAny(context, ['remote-notification-handler'])) return;
    const declared = declaredMode(context, 'UIBackgroundModes', 'remote-notification') ?? [];
    const [callback] = compiledUses(context, ['legacy-remote-notification-handler'], ['iOS']);
    if (declared.length === 0 || callback === undefined) return;
    context.report({
      uri: callback.uri,
      range: callback.use.range,
      message:
        'Only the callback without a fetch handler is implemented: it is not called in the background, and silent pushes are lost',
      related: declared,
    });
  },
};
