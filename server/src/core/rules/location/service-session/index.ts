/** service-session-required: with the key set, locations only come while a service session is there. */

import type { ProductKind } from '../../../project/types';
import { booleanValue } from '../../../syntax/plist-query';
import type { Rule } from '../../context';
import { targetFix } from '../../plist-and-project/target-fix';
import { compiledUses, seesWholeApps, usesAny } from '../../target-uses';
import { meta } from './meta';

const key = 'NSLocationRequireExplicitServiceSession';
const products: ReadonlySet<ProductKind> = new Set(['app', 'watch-app', 'watch-extension']);

export const serviceSessionRule: Rule = {
  meta,
  run: 'target',
  check(context) {
    const { target, infoPlist } = context;
    const required = infoPlist.value(key);
    if (required === undefined || booleanValue(required.node) !== true || !products.has(target.product))
      return;
    if (!seesWholeApps([target]) || usesAny(context, ['location-service-session'])) return;
    const [stream] = compiledUses(
      context,
      ['live-location-updates', 'location-monitor'],
      ['iOS', 'watchOS', 'visionOS'],
    );
    if (stream === undefined) return;
    context.report({
      uri: stream.uri,
      range: stream.use.range,
      message: `${key} is set, but no CLServiceSession is ever created: no location arrives here`,
      related: [
        { uri: required.file.uri, range: required.node.range, message: 'Sessions are required here' },
      ],
      fixes: targetFix(context, 'info', { kind: 'remove-entry', key }, `Remove ${key}`, false),
    });
  },
};
