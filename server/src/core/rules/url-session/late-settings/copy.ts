/** `session.configuration.timeoutIntervalForRequest = 5`: what a session answers is a copy. */
import { sessionOwners, sessionTypes } from '../../../catalog/url-sessions';
import type { FileAnalysis } from '../../../program/analysis';
import type { Expr } from '../../../program/ir';
import { unwrap } from '../../../program/resolve';
import type { FindingDraft } from '../../context';
import { settingChange } from './setting';

const message =
  'Changes a copy of the configuration: a session keeps the settings with which it was made, so this has no effect';

export function changeOfCopy(expr: Expr, analysis: FileAnalysis, uri: string): FindingDraft | undefined {
  const change = settingChange(expr);
  if (change === undefined) return undefined;
  const owner = getter(change.configuration, 'configuration');
  if (owner === undefined || !isSession(owner, analysis)) return undefined;
  return { entry: 'copy', uri, range: change.at, message };
}

/** `x` of `x.name` and `[x name]`. */
function getter(expr: Expr, name: string): Expr | undefined {
  const value = unwrap(expr);
  if (value.kind === 'member') return value.name === name ? value.base : undefined;
  return value.kind === 'call' && value.name === name && value.args.length === 0 ? value.receiver : undefined;
}

function isSession(expr: Expr, analysis: FileAnalysis): boolean {
  const type = analysis.types.typeOf(expr);
  if (type !== undefined) return sessionTypes.includes(type);
  const owner = getter(expr, 'session');
  return owner !== undefined && ownsSession(unwrap(owner), analysis);
}

/** `AFHTTPSessionManager`, `Alamofire.Session` and their like, when the file imports the library. */
function ownsSession(owner: Expr, { types, resolver, program }: FileAnalysis): boolean {
  const imports = (module: string): boolean =>
    program.imports.some((each) => each.module.split(/[/.]/)[0] === module);
  if (owner.kind === 'name' && owner.name === 'AF')
    return (
      resolver.scopes.declaration(owner) === undefined &&
      resolver.global('AF') === undefined &&
      imports('Alamofire')
    );
  const type = types.typeOf(owner);
  const module = type === undefined ? undefined : sessionOwners[type];
  return module !== undefined && imports(module);
}
