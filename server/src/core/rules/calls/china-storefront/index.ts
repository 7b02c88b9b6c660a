/** callkit-china-storefront: apps with CallKit are refused in the storefront of mainland China. */
import { storefrontWords } from '../../../catalog/calls';
import { evaluateConditions } from '../../../program/conditions';
import { codeOf } from '../../../project/target-code';
import type { TextRange } from '../../../text';
import type { CodeContext, Rule, TargetContext } from '../../context';
import { capableProducts } from '../../plist-and-project/needs';
import { compiledUses } from '../../target-uses';
import { meta } from './meta';

const providerRow = 'callkit-provider';

const message =
  'CallKit is used wherever the app is sold: review refuses it in the storefront of mainland China unless the app leaves CallKit alone there';

export const chinaStorefrontRule: Rule = {
  meta,
  run: 'target',
  check(context) {
    const { target, mentions } = context;
    if (!capableProducts.has(target.product) || !target.isComplete || codeOf(target).length === 0) return;
    if (mentions === undefined || storefrontWords.some(mentions)) return;
    const [use] = compiledUses(context, [providerRow], ['iOS']);
    if (use !== undefined) report(context, use.uri, use.use.range);
  },
  /** A file alone is all that is known of its app. */
  checkFile(code) {
    if (code.targets.length > 0 || code.index.files.size > 1) return;
    if (storefrontWords.some((word) => code.unit.text.includes(word))) return;
    const use = code.index
      .uses(providerRow)
      .find((each) => evaluateConditions(each.use.when, { platform: 'iOS' }) === true);
    if (use !== undefined) report(code, code.unit.uri, use.use.range);
  },
};

function report({ report: say }: TargetContext | CodeContext, uri: string, range: TextRange): void {
  say({ uri, range, message });
}
