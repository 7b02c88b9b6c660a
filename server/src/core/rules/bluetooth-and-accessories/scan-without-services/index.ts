/** background-scan-without-services: in the background only the services that are asked for are found. */
import type { Rule } from '../../context';
import { declaredMode } from '../../declared-mode';
import { compiledUses } from '../../target-uses';
import { meta } from './meta';

export const scanWithoutServicesRule: Rule = {
  meta,
  run: 'target',
  check(context) {
    if (context.target.product !== 'app') return;
    const declared = declaredMode(context, 'UIBackgroundModes', 'bluetooth-central') ?? [];
    const scans = compiledUses(context, ['bluetooth-scan'], ['iOS']);
    // An app that names services elsewhere knows the difference.
    if (declared.length === 0 || scans.some(({ use }) => use.detail !== 'empty')) return;
    for (const { uri, use } of scans) {
      context.report({
        uri,
        range: use.range,
        message: 'Scans for all services: in the background, where the app may run, nothing is discovered',
        related: declared,
      });
    }
  },
};
