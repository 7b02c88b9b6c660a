/** external-accessory-without-protocols: the framework matches accessories by their protocols. */

import type { Rule } from '../../context';
import { modeWithoutList } from '../../mode-without-list';
import { targetFix } from '../../plist-and-project/target-fix';
import { meta } from './meta';

const mode = 'external-accessory';
const key = 'UISupportedExternalAccessoryProtocols';

export const accessoryProtocolsRule: Rule = {
  meta,
  run: 'target',
  check(context) {
    if (context.target.product !== 'app') return;
    for (const { file, item } of modeWithoutList(context, mode, key)) {
      context.report({
        uri: file.uri,
        range: item.inner,
        message: `'${mode}' without any protocol in ${key}: no accessory matches, and App Review asks what the mode is for`,
        fixes: targetFix(
          context,
          'info',
          { kind: 'remove-string', key: 'UIBackgroundModes', value: mode },
          `Remove '${mode}' from UIBackgroundModes`,
          false,
        ),
      });
    }
  },
};
