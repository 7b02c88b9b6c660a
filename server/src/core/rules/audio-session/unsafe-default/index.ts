/** audio-options-unsafe-default: a wrapper adds options that only some categories take, whatever category it is given. */
import { optionVerdict } from '../../../catalog/audio-compatibility';
import {
  type AudioCategory,
  type AudioOption,
  audioCategory,
  audioOption,
  audioOptionNames,
  audioSessionSymbols,
} from '../../../catalog/audio-session';
import { argumentsOf } from '../../../program/constants/callers';
import type { CallExpr, Expr, FunctionDecl, Param, TypeRef } from '../../../program/ir';
import type { FunctionScope } from '../../../program/scopes';
import { walkExpr, walkFunction } from '../../../program/walk';
import type { CodeContext, Rule } from '../../context';
import { mentionsAny } from '../../mentions';
import type { Fix } from '../../types';
import { type SessionCalls, sessionCallsOf } from '../session-calls';
import { mentionIn } from '../written';
import { meta } from './meta';

/** What wrappers are used for most; options have to be good for this category when nobody knows the callers. */
const usualCategory: AudioCategory = 'playback';

export const unsafeDefaultRule: Rule = {
  meta,
  run: 'code',
  check(code) {
    if (!mentionsAny(code, audioSessionSymbols)) return;
    const calls = sessionCallsOf(code);
    for (const scope of calls.analysis.scopesMentioning(categoryTypes)) {
      const wrapper = wrapperOf(scope, calls);
      if (wrapper !== undefined) check(code, calls, scope, wrapper);
    }
  },
};

interface Wrapper {
  readonly category: number;
  /** The options that it adds by itself. */
  readonly options: Expr;
  /** Callers can pass others. */
  readonly isDefault: boolean;
}

/** A function that hands a category of its callers on, together with options of its own. */
function wrapperOf({ fn, closure }: FunctionScope, calls: SessionCalls): Wrapper | undefined {
  if (fn?.body === undefined || closure !== undefined) return undefined;
  const category = fn.params.findIndex(({ type }) => isType(type, 'Category'));
  const categoryParam = fn.params[category];
  if (categoryParam === undefined || isAskedAbout(fn, categoryParam)) return undefined;
  const optionParam = fn.params.find(({ type }) => isType(type, 'CategoryOptions'));
  const forwarding = callsIn(fn).filter((call) =>
    call.args.some(({ value }) => isParam(value, categoryParam, calls)),
  );
  if (optionParam === undefined) {
    const options = forwarding.flatMap(({ args }) => args.map(({ value }) => value)).find(holdsOptions);
    return options && { category, options, isDefault: false };
  }
  const isHandedOn = forwarding.some(({ args }) =>
    args.some(({ value }) => isParam(value, optionParam, calls)),
  );
  const { defaultValue } = optionParam;
  return isHandedOn && defaultValue !== undefined
    ? { category, options: defaultValue, isDefault: true }
    : undefined;
}

/** `AVAudioSession.Category`, `AVAudioSessionCategory`. */
const categoryTypes = ['AVAudioSession.Category', 'AVAudioSessionCategory'];

function isType(type: TypeRef | undefined, name: string): boolean {
  return type !== undefined && [`AVAudioSession.${name}`, `AVAudioSession${name}`].includes(type.text);
}

function callsIn(fn: FunctionDecl): readonly CallExpr[] {
  const found: CallExpr[] = [];
  walkFunction(fn, {
    expr: (expr) => {
      if (expr.kind === 'call') found.push(expr);
      return true;
    },
  });
  return found;
}

function isParam(expr: Expr, param: Param, { analysis }: SessionCalls): boolean {
  const declaration = analysis.resolver.scopes.declaration(expr);
  return declaration?.kind === 'param' && declaration.name === param.name;
}

function holdsOptions(expr: Expr): boolean {
  return Object.keys(audioOptionNames).some((name) => mentionIn(expr, 'option', name) !== undefined);
}

/** Whether the function looks at the category itself: it may then add the options to the right ones only. */
function isAskedAbout(fn: FunctionDecl, { name }: Param): boolean {
  let isAsked = false;
  walkFunction(fn, {
    expr: (expr, parent) => {
      const isHandedOn = parent?.kind === 'call' && parent.args.some(({ value }) => value === expr);
      if (expr.kind === 'name' && expr.name === name && !isHandedOn && !isPart(parent)) isAsked = true;
      return true;
    },
  });
  return isAsked;
}

/** Of a text, such as one that is logged. */
function isPart(parent: Expr | undefined): boolean {
  return parent?.kind === 'literal';
}

function check(code: CodeContext, calls: SessionCalls, scope: FunctionScope, wrapper: Wrapper): void {
  const categories = categoriesPassed(calls, scope, wrapper);
  if (categories.length === 0) return;
  for (const { mention, option } of optionsIn(wrapper.options)) {
    const unfit = categories.find((category) => isRefused(category, option));
    if (unfit === undefined) continue;
    code.report({
      uri: code.unit.uri,
      range: mention.range,
      message: `Options for every category hold one that '${unfit}' does not take: setCategory fails for it, and the session keeps the category it had`,
      fixes: [emptyFix(code, calls, wrapper)],
    });
  }
}

/** What the callers in the file pass. Where none is known, defaults are judged by a default beside them, or by the usual category. */
function categoriesPassed(
  calls: SessionCalls,
  scope: FunctionScope,
  { category, isDefault }: Wrapper,
): readonly AudioCategory[] {
  const { values } = argumentsOf(calls.analysis.resolver, scope, category);
  const named = (value: Expr): readonly AudioCategory[] => {
    const known = calls.value(value);
    // What is written out is known even where a brace is missing.
    const name = known.kind === 'member' ? audioCategory(known.name) : writtenCategory(value);
    return name === undefined ? [] : [name];
  };
  if (values.length > 0 || !isDefault) return values.flatMap(named);
  const defaultValue = scope.fn?.params[category]?.defaultValue;
  return defaultValue === undefined ? [usualCategory] : named(defaultValue);
}

/** `.playback` */
function writtenCategory(value: Expr): AudioCategory | undefined {
  return value.kind === 'member' && value.base === undefined ? audioCategory(value.name) : undefined;
}

interface OptionMention {
  readonly mention: Expr;
  readonly option: AudioOption;
}

function optionsIn(expr: Expr): readonly OptionMention[] {
  const found: OptionMention[] = [];
  walkExpr(expr, {
    expr: (each) => {
      const name = Object.keys(audioOptionNames).find((option) => isOption(each, option));
      const option = audioOption(name);
      if (option !== undefined) found.push({ mention: each, option });
      return true;
    },
  });
  return found;
}

function isOption(expr: Expr, name: string): boolean {
  if (expr.kind === 'member') return expr.name === name;
  return expr.kind === 'name' && expr.name === audioOptionNames[name];
}

function isRefused(category: AudioCategory, option: AudioOption): boolean {
  const verdict = optionVerdict(category, 'default', option);
  return verdict === 'rejected' || verdict === 'invalid';
}

/** Not preferred: callers that rely on the options have to pass them then. */
function emptyFix({ unit }: CodeContext, { analysis }: SessionCalls, { options, isDefault }: Wrapper): Fix {
  const newText = analysis.resolver.language === 'objc' ? '0' : '[]';
  return {
    title: isDefault ? 'Make the default empty' : 'Pass no options',
    files: [{ uri: unit.uri, edits: [{ range: options.range, newText }] }],
    isPreferred: false,
  };
}
