/** extension-session-without-container: background sessions of extensions keep their files in a shared container. */
import { sharedContainer } from '../../../catalog/extension-apis';
import { configurationLabels } from '../../../catalog/url-sessions';
import { conditionsOf } from '../../../program/condition-regions';
import { argumentOf, configurationNames, Sessions } from '../../../program/url-sessions';
import { valueSourcesOf } from '../../../program/value-sources';
import { taskContext } from '../../background-task/context';
import type { Rule } from '../../context';
import { isExtensionCode } from '../../extension-code';
import { mentionsAny } from '../../mentions';
import { isCompiled } from '../../plist-and-project/target-platforms';
import { meta } from './meta';

const message =
  'Background session of an app extension has no shared container: every transfer fails at once; set sharedContainerIdentifier to an app group';

export const extensionContainerRule: Rule = {
  meta,
  run: 'code',
  check(code) {
    if (!isExtensionCode(code) || !mentionsAny(code, configurationNames)) return;
    // Whoever names it sets it, here or through a helper.
    if (mentionsAny(code, [sharedContainer])) return;
    const { analysis } = taskContext(code);
    const sessions = new Sessions(analysis);
    for (const call of sessions.made) {
      // A configuration that is handed to somebody else may get its container there.
      if (!sessions.makesBackgroundSession(call)) continue;
      const conditions = conditionsOf(analysis.program)(call.range.start);
      if (!code.targets.some((target) => isCompiled(conditions, 'iOS', target))) continue;
      const configuration = argumentOf(call, configurationLabels);
      for (const source of (configuration && valueSourcesOf(analysis).of(configuration.value)) ?? [])
        if (source.kind === 'call') code.report({ uri: code.unit.uri, range: source.nameRange, message });
    }
  },
};
