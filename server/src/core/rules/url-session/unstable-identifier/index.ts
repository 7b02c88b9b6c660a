/** unstable-restoration-identifier: what is restored has to be found under the same name. */

import { restoreIdentifierKeys } from '../../../catalog/restoration';
import type { CallExpr, Expr } from '../../../program/ir';
import { walkMember } from '../../../program/members';
import { unwrap } from '../../../program/resolve';
import { UnstableValues } from '../../../program/unstable-values';
import { configurationNames, Sessions } from '../../../program/url-sessions';
import type { Target } from '../../../project/types';
import { taskContext } from '../../background-task/context';
import type { Rule } from '../../context';
import { mentionsAny } from '../../mentions';
import type { Fix } from '../../types';
import { meta } from './meta';

type Entry = 'url-session' | 'bluetooth';

const messages: Readonly<Record<Entry, string>> = {
  'url-session':
    'Identifier of the background session is another one at every launch: transfers of the last launch are never collected',
  bluetooth:
    'Restore identifier is another one at every launch: iOS cannot give the Bluetooth connections of before back',
};

export const unstableIdentifierRule: Rule = {
  meta,
  run: 'code',
  check(code) {
    const names = [...configurationNames, ...restoreIdentifierKeys];
    if (!mentionsAny(code, names)) return;
    const { analysis } = taskContext(code);
    const values = new UnstableValues(analysis);
    const sessions = new Sessions(analysis);
    const isShared = mentionsAny(code, [sharedContainer]) || isForExtension(code.targets);
    const check = (entry: Entry, value: Expr | undefined): void => {
      const part = value === undefined ? undefined : values.part(value);
      if (value === undefined || part === undefined) return;
      const { uri } = code.unit;
      const fixes =
        part === unwrap(value) ? [constantFix(uri, entry, part, analysis.resolver.language === 'objc')] : [];
      code.report({ entry, uri, range: part.range, message: messages[entry], fixes });
    };
    for (const member of analysis.membersMentioning(names))
      walkMember(member, {
        expr: (expr) => {
          if (expr.kind === 'call' && !isShared) check('url-session', sessionIdentifier(expr, sessions));
          for (const value of restoreIdentifiers(expr)) check('bluetooth', value);
          return true;
        },
      });
  },
};

/**
 * Only one process may use a session at a time: extensions make one of their own each time, and the app is told its
 * identifier when it is launched for the transfers.
 */
const sharedContainer = 'sharedContainerIdentifier';

function isForExtension(targets: readonly Target[]): boolean {
  return targets.some(({ product }) => product === 'app-extension');
}

function sessionIdentifier(call: CallExpr, sessions: Sessions): Expr | undefined {
  return sessions.makesBackgroundConfiguration(call) ? call.args[0]?.value : undefined;
}

/** Values for the key in a dictionary, or assigned under it. */
function restoreIdentifiers(expr: Expr): readonly Expr[] {
  if (expr.kind === 'assign') {
    const target = unwrap(expr.target);
    const isKeyed = target.kind === 'subscript' && target.args.some(({ value }) => isKey(value));
    return isKeyed ? [expr.value] : [];
  }
  if (expr.kind !== 'collection' || expr.form !== 'dictionary') return [];
  return expr.elements.filter((_, index) => {
    const key = index % 2 === 1 ? expr.elements[index - 1] : undefined;
    return key !== undefined && isKey(key);
  });
}

function isKey(expr: Expr): boolean {
  const key = unwrap(expr);
  return key.kind === 'name' && restoreIdentifierKeys.includes(key.name);
}

const constants: Readonly<Record<Entry, string>> = {
  'url-session': 'background-transfers',
  bluetooth: 'bluetooth-manager',
};

/** Not preferred: where several identifiers are needed, one for all is wrong too. */
function constantFix(uri: string, entry: Entry, part: Expr, isObjc: boolean): Fix {
  const newText = `${isObjc ? '@' : ''}"${constants[entry]}"`;
  return {
    title: `Use the constant identifier "${constants[entry]}"`,
    files: [{ uri, edits: [{ range: part.range, newText }] }],
    isPreferred: false,
  };
}
