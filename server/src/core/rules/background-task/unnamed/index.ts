/** unnamed-background-task: the log names tasks, if they have names. */
import { parentsOf } from '../../../program/parents';
import type { BeginSite } from '../../../program/task-sites';
import type { TextEdit } from '../../../text';
import type { Rule } from '../../context';
import type { Fix } from '../../types';
import { checkMembers, mentionsTasks, type TaskContext } from '../context';
import { meta } from './meta';

const message =
  'Background task has no name: the log of the system does not tell it from others when it is left open';

const unnamedSelector = 'beginBackgroundTaskWithExpirationHandler:';

export const unnamedRule: Rule = {
  meta,
  run: 'code',
  check(code) {
    if (!mentionsTasks(code)) return;
    checkMembers(code, meta.id, (context) => {
      for (const site of context.sites) checkSite(context, site);
    });
  },
};

function checkSite(context: TaskContext, site: BeginSite): void {
  const { selector, args, nameRange } = site.call;
  const isNamed =
    selector === undefined ? args.some(({ label }) => label === 'withName') : selector !== unnamedSelector;
  if (isNamed) return;
  const { code } = context;
  code.report({ uri: code.unit.uri, range: nameRange, message, fixes: [nameFix(context, site)] });
}

function nameFix(context: TaskContext, site: BeginSite): Fix {
  const name = functionName(context, site);
  const edit = site.call.selector === undefined ? swiftEdit(context, site, name) : objcEdit(site, name);
  return {
    title: `Name the task '${name}'`,
    files: [{ uri: context.code.unit.uri, edits: [edit] }],
    isPreferred: true,
  };
}

/** `Type.function` */
function functionName({ analysis }: TaskContext, { call, scope }: BeginSite): string {
  const scopes = parentsOf(analysis.resolver).scopesAround(call);
  const fn = scopes.find((each) => each.fn !== undefined && each.fn.kind !== 'closure')?.fn;
  const names = [scope?.type?.name, fn?.name].filter((name) => name !== undefined && name !== '');
  return names.length === 0 ? 'background' : names.join('.');
}

function objcEdit({ call }: BeginSite, name: string): TextEdit {
  return { range: call.nameRange, newText: `beginBackgroundTaskWithName:@"${name}" expirationHandler` };
}

function swiftEdit({ code }: TaskContext, { call }: BeginSite, name: string): TextEdit {
  const { end } = call.nameRange;
  const parenthesis = /^\s*\(/.exec(code.unit.text.slice(end))?.[0].length;
  const argument = `withName: "${name}"`;
  if (parenthesis === undefined) return { range: { start: end, end }, newText: `(${argument})` };
  const start = end + parenthesis;
  const separator = call.args.some(({ isTrailing }) => !isTrailing) ? ', ' : '';
  return { range: { start, end: start }, newText: argument + separator };
}
