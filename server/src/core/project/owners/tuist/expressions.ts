/** Readable parts of a Tuist manifest: names of cases, arguments, paths. */
import type { CallExpr, Expr } from '../../../program/ir';
import type { ManifestScope } from '../../packages/manifest-scope';

export function argument(call: CallExpr, ...labels: readonly string[]): Expr | undefined {
  return call.args.find(({ label }) => label !== undefined && labels.includes(label))?.value;
}

/** The first argument without a label. */
export function plainArgument(call: CallExpr): Expr | undefined {
  return call.args.find(({ label }) => label === undefined)?.value;
}

/** `name` for `.name`, `Type.name` and for constants that stand for them. */
export function caseName(expr: Expr | undefined, scope: ManifestScope): string | undefined {
  if (expr?.kind === 'member' && expr.base === undefined) return expr.name;
  const value = expr && scope.resolve(expr);
  if (value?.kind === 'member') return value.name;
  return expr?.kind === 'member' ? expr.name : undefined;
}

/** The call that an expression is or stands for. */
export function callOf(expr: Expr | undefined, scope: ManifestScope): CallExpr | undefined {
  const value = expr && scope.resolve(expr);
  return value?.kind === 'call' ? value : undefined;
}

/** A path as manifests write them: relative to the manifest's folder, or to the root of the repository. */
export interface ManifestPath {
  readonly base: 'manifest' | 'root';
  readonly path: string;
}

const pathCalls: Readonly<Record<string, ManifestPath['base']>> = {
  relativeToManifest: 'manifest',
  relativeToCurrentFile: 'manifest',
  path: 'manifest',
  file: 'manifest',
  folder: 'manifest',
  relativeToRoot: 'root',
};

/** `"App/Info.plist"`, `"//App/Info.plist"`, `.relativeToRoot("…")`, `.file(path: …)`; `undefined`: not readable. */
export function pathOf(expr: Expr | undefined, scope: ManifestScope, depth = 0): ManifestPath | undefined {
  const text = expr && scope.text(expr);
  if (text !== undefined) {
    return text.startsWith('//') ? { base: 'root', path: text.slice(2) } : { base: 'manifest', path: text };
  }
  const call = callOf(expr, scope);
  if (call === undefined || depth > 2 || !Object.hasOwn(pathCalls, call.name)) return undefined;
  const inner = pathOf(argument(call, 'path') ?? plainArgument(call), scope, depth + 1);
  return inner && { base: call.name === 'relativeToRoot' ? 'root' : inner.base, path: inner.path };
}
