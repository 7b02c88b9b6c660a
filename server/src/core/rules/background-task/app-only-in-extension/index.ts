/** app-only-api-in-extension: what only the app itself can do, in code that only its extensions contain. */

import { sharedApplication } from '../../../catalog/extension-apis';
import { schedulingSymbols } from '../../../catalog/task-scheduling';
import type { FileAnalysis } from '../../../program/analysis';
import { conditionsOf } from '../../../program/condition-regions';
import type { Expr, FunctionDecl, TypeDecl } from '../../../program/ir';
import { registrations } from '../../../program/scheduler-calls';
import { allTypes } from '../../../program/walk';
import type { TextRange } from '../../../text';
import type { CodeContext, Rule } from '../../context';
import { isExtensionCode } from '../../extension-code';
import { mentionsAny } from '../../mentions';
import { isCompiled } from '../../plist-and-project/target-platforms';
import { taskContext } from '../context';
import { meta } from './meta';

const messages = {
  'background-task':
    'App extensions have no UIApplication.shared: the code does not compile there, or review refuses it; ProcessInfo.performExpiringActivity asks for time instead',
  'launch-handler':
    'Launch handler is registered in an app extension: iOS launches the app alone for its tasks, and this one is never called',
} as const;

export const appOnlyInExtensionRule: Rule = {
  meta,
  run: 'code',
  check(code) {
    if (!isExtensionCode(code)) return;
    if (mentionsAny(code, [sharedApplication.type])) checkApplication(code);
    if (mentionsAny(code, schedulingSymbols)) checkRegistrations(code);
  },
};

function checkApplication(code: CodeContext): void {
  const { analysis } = taskContext(code);
  if (mentionsAny(code, sharedApplication.unavailableMacros)) return;
  analysis.walkMentioning([sharedApplication.type], {
    expr: (expr, parent) => {
      if (isSharedApplication(expr) && isForBackground(expr, parent))
        reportUse(code, analysis, 'background-task', expr.range);
      return true;
    },
  });
}

function checkRegistrations(code: CodeContext): void {
  const { analysis } = taskContext(code);
  for (const { call } of registrations(analysis)) reportUse(code, analysis, 'launch-handler', call.nameRange);
}

/** `UIApplication.shared`, `[UIApplication sharedApplication]`, `UIApplication.sharedApplication`. */
function isSharedApplication(expr: Expr): boolean {
  const isType = (base: Expr | undefined) => base?.kind === 'name' && base.name === sharedApplication.type;
  if (expr.kind === 'member') return sharedApplication.members.includes(expr.name) && isType(expr.base);
  return expr.kind === 'call' && expr.selector === sharedApplication.selector && isType(expr.receiver);
}

/** Everything else of the app is none of these rules' business, and most such files are not even looked at. */
function isForBackground(expr: Expr, parent: Expr | undefined): boolean {
  const isOfIt = parent?.kind === 'call' ? parent.receiver === expr : parent?.kind === 'member';
  if (!isOfIt || (parent?.kind !== 'call' && parent?.kind !== 'member')) return false;
  return sharedApplication.backgroundMembers.some((name) => parent.name.startsWith(name));
}

function reportUse(
  code: CodeContext,
  { program }: FileAnalysis,
  entry: keyof typeof messages,
  range: TextRange,
): void {
  const conditions = conditionsOf(program)(range.start);
  // A file may be compiled for some of its targets in parts only.
  const target = code.targets.find((each) => isCompiled(conditions, 'iOS', each));
  if (target === undefined || isUnavailable(declarationsAround(program, range.start))) return;
  code.report({ entry, uri: code.unit.uri, range, message: messages[entry] });
}

type Declaration = TypeDecl | FunctionDecl;

function declarationsAround(program: FileAnalysis['program'], offset: number): readonly Declaration[] {
  const types = allTypes(program);
  const all: readonly Declaration[] = [
    ...types,
    ...types.flatMap(({ methods, properties }) => [
      ...methods,
      ...properties.flatMap(({ accessors }) => accessors),
    ]),
    ...program.functions,
  ];
  return all.filter(({ range }) => range.start <= offset && offset < range.end);
}

/** `@available(iOSApplicationExtension, unavailable)`: nobody can call it from the extension. */
function isUnavailable(declarations: readonly Declaration[]): boolean {
  return declarations.some(({ attributes }) =>
    attributes.some((text) => text.includes('ApplicationExtension') && text.includes('unavailable')),
  );
}
