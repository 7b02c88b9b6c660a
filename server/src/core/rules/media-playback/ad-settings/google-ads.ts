/** Entry ima: settings with the background flag beside a loader that is made without them. */
import { imaSettings } from '../../../catalog/media-playback';
import type { FileAnalysis } from '../../../program/analysis';
import type { AssignExpr, CallExpr, Expr } from '../../../program/ir';
import { membersOf, walkMember } from '../../../program/members';
import { unwrap } from '../../../program/resolve';
import type { Declaration } from '../../../program/scopes';
import { isNil } from '../../../program/task-calls';
import type { CodeContext } from '../../context';
import type { Fix } from '../../types';

const message =
  'IMAAdsLoader is made without the settings that allow background playback: ads pause when the app leaves the foreground';

export function checkGoogleAds(code: CodeContext, analysis: FileAnalysis): void {
  for (const member of membersOf(analysis.program)) {
    const flags: Expr[] = [];
    const loaders: CallExpr[] = [];
    walkMember(member, {
      expr: (expr) => {
        const settings = expr.kind === 'assign' || expr.kind === 'call' ? flagged(expr) : undefined;
        if (settings !== undefined) flags.push(settings);
        if (expr.kind === 'call' && expr.constructs === imaSettings.loader) loaders.push(expr);
        return true;
      },
    });
    const settings = flags.map((flag) => localSettings(flag, analysis)).find((each) => each !== undefined);
    const [loader] = loaders;
    // With several loaders one may well be meant to go without.
    if (settings === undefined || loader === undefined || loaders.length > 1) continue;
    if (!loader.args.every(({ value }) => isNil(value))) continue;
    report(code, loader, settings);
  }
}

/** The object whose flag is turned on. */
function flagged(expr: AssignExpr | CallExpr): Expr | undefined {
  if (expr.kind === 'assign') {
    const { target, value } = expr;
    const isFlag = target.kind === 'member' && target.name === imaSettings.flag && isTrue(value);
    return isFlag ? target.base : undefined;
  }
  const [first] = expr.args;
  return expr.name === imaSettings.setter && first !== undefined && isTrue(first.value)
    ? expr.receiver
    : undefined;
}

function isTrue(expr: Expr): boolean {
  const value = unwrap(expr);
  return value.kind === 'literal' && value.type === 'bool' && value.value === 'true';
}

/** Settings that are made in the same function. */
function localSettings(expr: Expr, { resolver }: FileAnalysis): Declaration | undefined {
  const declaration = resolver.scopes.declaration(unwrap(expr));
  const made = declaration?.value && unwrap(declaration.value);
  return made?.kind === 'call' && made.constructs === imaSettings.type ? declaration : undefined;
}

function report({ unit, report: add }: CodeContext, loader: CallExpr, settings: Declaration): void {
  const fix =
    settings.at < loader.range.start ? settingsFix(unit.uri, unit.text, loader, settings) : undefined;
  add({
    entry: 'ima',
    uri: unit.uri,
    range: loader.nameRange,
    message,
    related: [
      {
        uri: unit.uri,
        range: { start: settings.at, end: settings.at + settings.name.length },
        message: 'These settings reach nobody',
      },
    ],
    fixes: fix === undefined ? [] : [fix],
  });
}

function settingsFix(uri: string, text: string, loader: CallExpr, { name }: Declaration): Fix | undefined {
  const [passed] = loader.args;
  const isEmptyCall = text.slice(loader.nameRange.end, loader.range.end) === '()';
  const objc = /^\[\[IMAAdsLoader alloc\] init\]$/.test(text.slice(loader.range.start, loader.range.end));
  const edit =
    passed !== undefined
      ? { range: passed.value.range, newText: name }
      : isEmptyCall
        ? { range: { start: loader.nameRange.end, end: loader.range.end }, newText: `(settings: ${name})` }
        : objc
          ? { range: loader.range, newText: `[[IMAAdsLoader alloc] initWithSettings:${name}]` }
          : undefined;
  if (edit === undefined) return undefined;
  return { title: `Pass '${name}'`, files: [{ uri, edits: [edit] }], isPreferred: true };
}
