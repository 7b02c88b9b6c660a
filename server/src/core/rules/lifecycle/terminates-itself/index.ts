/** app-terminates-itself: exit in an app. */
import { exitFunctions } from '../../../catalog/lifecycle';
import type { FileAnalysis } from '../../../program/analysis';
import { conditionsOf } from '../../../program/condition-regions';
import { evaluateConditions } from '../../../program/conditions';
import type { CallExpr, ProgramFile } from '../../../program/ir';
import type { Target } from '../../../project/types';
import type { Rule } from '../../context';
import { analysisOf, saysAny } from '../file-analysis';
import { iosBuild } from '../ios-build';
import { meta } from './meta';

const message = 'The app ends itself: people see a crash, and App Review may refuse it';

/** Menus that are there for whoever makes the app: a restart is what they are for. */
const developerPath = /debug|develop(?:er|ment)|internal/i;

export const terminatesItselfRule: Rule = {
  meta,
  run: 'unit',
  check({ unit, targets, report }) {
    if (unit.kind !== 'program' || !saysAny(unit, ['exit(']) || !isAppCode(unit.program, targets)) return;
    if (developerPath.test(pathInProject(unit.uri, targets))) return;
    const analysis = analysisOf(unit.program);
    const conditions = conditionsOf(unit.program);
    for (const call of analysis.callsMentioning([...exitFunctions])) {
      if (!isExit(call, analysis)) continue;
      // A flag may be that of debug builds.
      if (evaluateConditions(conditions(call.range.start), { platform: 'iOS' }) !== true) continue;
      report({ uri: unit.uri, range: call.nameRange, message });
    }
  },
};

/** Below the folder of a project, or the name of the file: where the project lies says nothing. */
function pathInProject(uri: string, targets: readonly Target[]): string {
  const folders = targets.map(({ projectUri }) => projectUri?.replace(/[^/]*\/[^/]*$/, ''));
  const folder = folders.find((each) => each !== undefined && uri.startsWith(each));
  return uri.slice(folder?.length ?? uri.lastIndexOf('/') + 1);
}

/** Code with a user interface, in an app for iOS or in a library of one. */
function isAppCode({ imports }: ProgramFile, targets: readonly Target[]): boolean {
  const modules = new Set(imports.map(({ module }) => module.split('/')[0]));
  if (modules.has('AppKit') || modules.has('Cocoa')) return false;
  const isShipped = targets.every(({ product }) => ['app', 'framework', 'library'].includes(product));
  return isShipped && iosBuild(targets) !== undefined && (modules.has('UIKit') || modules.has('SwiftUI'));
}

/** In a method: what a free function or `main` does may be for a signal or a tool. */
function isExit(call: CallExpr, { resolver }: FileAnalysis): boolean {
  if (!exitFunctions.has(call.name) || call.args.length !== 1 || call.isImplicitMember) return false;
  if (call.receiver !== undefined)
    return call.receiver.kind === 'name' && ['Darwin', 'Foundation', 'UIKit'].includes(call.receiver.name);
  const type = resolver.typeAround(call);
  const isOwn =
    resolver.scopes.declaration(call) !== undefined ||
    [type, undefined].some((each) => resolver.functions(each, call.name).length > 0);
  return type !== undefined && !isOwn;
}
