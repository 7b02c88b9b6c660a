/** Which restore identifier a Bluetooth manager is created with. */
import type { RestorableManager } from '../../../catalog/restoration';
import type { FileAnalysis } from '../../../program/analysis';
import type { CallExpr, Expr } from '../../../program/ir';
import { unwrap } from '../../../program/resolve';
import { isNil } from '../../../program/task-calls';
import { argumentOf } from '../../../program/url-sessions';
import { valueSourcesOf } from '../../../program/value-sources';
import type { TextRange } from '../../../text';

export type RestoreIdentifier =
  | { readonly kind: 'given'; readonly at: TextRange }
  | { readonly kind: 'missing' };

/** `undefined` while the options are not known completely. */
export function restoreIdentifier(
  call: CallExpr,
  { key }: RestorableManager,
  analysis: FileAnalysis,
): RestoreIdentifier | undefined {
  const options = argumentOf(call, ['options']);
  if (options === undefined || isNil(options.value)) return { kind: 'missing' };
  const sources = valueSourcesOf(analysis).of(options.value);
  const [source, ...others] = sources ?? [];
  if (source === undefined || others.length > 0) return undefined;
  const value = unwrap(source);
  if (value.kind !== 'collection' || value.form !== 'dictionary') return undefined;
  const keys = value.elements.filter((_, i) => i % 2 === 0).map(unwrap);
  const own = keys.find((each) => isNamed(each, key));
  if (own !== undefined) return { kind: 'given', at: own.range };
  // What is written elsewhere may be filled in there.
  const isWrittenHere = value === unwrap(options.value);
  return isWrittenHere && keys.every(isSdkKey) ? { kind: 'missing' } : undefined;
}

function isNamed(expr: Expr, name: string): boolean {
  return expr.kind === 'name' && expr.name === name;
}

function isSdkKey(expr: Expr): boolean {
  return expr.kind === 'name' && expr.name.startsWith('CB');
}
