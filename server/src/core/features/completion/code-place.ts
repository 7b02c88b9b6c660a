/** Where in code a cursor stands: in a string that is handed to the SDK, or at a constant of the audio session. */
import {
  type AudioCategory,
  type AudioMode,
  audioArgumentLabels,
  audioCategory,
  audioCategoryNames,
  audioMode,
  audioModeNames,
  audioSessionMethods,
  audioSessionSelectors,
  audioSessionType,
} from '../../catalog/audio-session';
import { type ConstantUseRow, constantUseRows } from '../../catalog/constant-uses';
import type { Arg, CallExpr, Expr, ProgramFile } from '../../program/ir';
import { membersAt, walkMember } from '../../program/members';
import type { TextRange } from '../../text';

export type AudioSetting = 'category' | 'mode' | 'options' | 'policy';

export type CodePlace =
  | { readonly kind: 'identifier'; readonly row: ConstantUseRow; readonly string: StringPlace }
  | {
      readonly kind: 'audio';
      readonly setting: AudioSetting;
      /** What else the call sets, as far as constants say. */
      readonly category: AudioCategory | undefined;
      readonly mode: AudioMode | undefined;
      readonly range: TextRange;
    }
  | { readonly kind: 'audio-raw'; readonly setting: 'category' | 'mode'; readonly string: StringPlace };

export interface StringPlace {
  /** Between the quotes. */
  readonly range: TextRange;
  /** What is needed to end the string: nothing, or a quote. */
  readonly closing: string;
}

export function codePlace(program: ProgramFile, text: string, offset: number): CodePlace | undefined {
  const path = pathTo(program, offset);
  const last = path.at(-1);
  if (last === undefined) return undefined;
  const string = stringAt(last, text, offset);
  if (string !== undefined) return rawPlace(path, string) ?? identifierPlace(path, string);
  return last.kind === 'name' && program.language === 'objc' ? audioPlace(path, last.range) : undefined;
}

/** Expressions around the cursor, the outermost first. */
function pathTo(program: ProgramFile, offset: number): readonly Expr[] {
  const path: Expr[] = [];
  const [member] = membersAt(program, offset);
  if (member === undefined) return path;
  walkMember(member, {
    expr(expr) {
      const isInside = expr.range.start <= offset && offset <= expr.range.end;
      if (isInside) path.push(expr);
      return isInside;
    },
  });
  return path;
}

const PLAIN_STRING = /^@?"([^"\\\r\n]*)"$/;
const UNCLOSED_STRING = /^"[^"\\\r\n]*$/;

/** A plain string on one line with the cursor between its quotes. */
function stringAt(expr: Expr, text: string, offset: number): StringPlace | undefined {
  const { start, end } = expr.range;
  if (expr.kind === 'literal' && expr.type === 'string' && expr.parts === undefined) {
    const inner = PLAIN_STRING.exec(text.slice(start, end))?.[1];
    if (inner === undefined) return undefined;
    const range = { start: end - 1 - inner.length, end: end - 1 };
    return range.start <= offset && offset <= range.end ? { range, closing: '' } : undefined;
  }
  if (expr.kind !== 'unknown' || text[start] !== '"') return undefined;
  const isAtEnd = /^[ \t)]*(?:[\r\n]|$)/.test(text.slice(offset));
  const isUnclosed = offset > start && UNCLOSED_STRING.test(text.slice(start, offset));
  return isAtEnd && isUnclosed ? { range: { start: start + 1, end: offset }, closing: '"' } : undefined;
}

function identifierPlace(path: readonly Expr[], string: StringPlace): CodePlace | undefined {
  const value = path.at(-1);
  const call = path.at(-2);
  const outer = path.at(-3);
  if (value === undefined || call?.kind !== 'call') return undefined;
  const row = constantUseRows.find((each) => isHandedTo(each, value, call, outer));
  return row && { kind: 'identifier', row, string };
}

function isHandedTo(row: ConstantUseRow, value: Expr, call: CallExpr, outer: Expr | undefined): boolean {
  const { role, within, index } = row;
  if (role !== 'task-identifier' && role !== 'session-identifier') return false;
  if (within === undefined) return call.args[index]?.value === value && means(row, call);
  const isKind = call.name === within && call.args[0]?.value === value;
  return isKind && outer?.kind === 'call' && outer.args[index]?.value === call && means(row, outer);
}

/** In a call that is being written the end of the selector may still be missing. */
function means({ swift, selectors, constructs }: ConstantUseRow, call: CallExpr): boolean {
  if (constructs !== undefined && !constructs.includes(call.constructs ?? '')) return false;
  const { selector } = call;
  if (selector !== undefined) return selectors.some((each) => each.startsWith(selector));
  return swift.some(({ name, label }) => name === call.name && label === call.args[0]?.label);
}

const rawTypes: Readonly<Record<string, 'category' | 'mode'>> = { Category: 'category', Mode: 'mode' };

/** `AVAudioSession.Category(rawValue: "…")` */
function rawPlace(path: readonly Expr[], string: StringPlace): CodePlace | undefined {
  const call = path.at(-2);
  if (call?.kind !== 'call' || call.args[0]?.label !== 'rawValue') return undefined;
  const { receiver, constructs = '' } = call;
  const isOfSession = receiver?.kind === 'name' && receiver.name === audioSessionType;
  const setting = Object.hasOwn(rawTypes, constructs) ? rawTypes[constructs] : undefined;
  return isOfSession && setting !== undefined ? { kind: 'audio-raw', setting, string } : undefined;
}

/** A name in an argument of a message to the session, alone or in a mask of options. */
function audioPlace(path: readonly Expr[], range: TextRange): CodePlace | undefined {
  const call = path.findLast((expr) => expr.kind === 'call');
  const between = call === undefined ? [] : path.slice(path.indexOf(call) + 1, -1);
  if (call?.kind !== 'call' || !between.every((expr) => expr.kind === 'binary' && expr.op === '|'))
    return undefined;
  const method = sessionMethod(call);
  const arg = call.args.find(({ value }) => path.includes(value));
  const setting = method && arg && settingOf(method, arg, call);
  if (setting === undefined || (between.length > 0 && setting !== 'options')) return undefined;
  return { kind: 'audio', setting, ...settings(call), range };
}

/** By the whole selector, or the beginning of one that can only mean the session. */
function sessionMethod({ selector, args }: CallExpr): 'setCategory' | 'setMode' | undefined {
  if (selector === undefined) return undefined;
  const method = audioSessionMethods.find((name) =>
    Object.entries(audioSessionSelectors).some(
      ([each, meant]) =>
        meant === name && (each === selector || (each.startsWith(selector) && args.length > 0)),
    ),
  );
  return method === 'setCategory' || method === 'setMode' ? method : undefined;
}

function settingOf(
  method: 'setCategory' | 'setMode',
  arg: Arg,
  { args }: CallExpr,
): AudioSetting | undefined {
  if (arg === args[0]) return method === 'setCategory' ? 'category' : 'mode';
  const label = arg.label ?? '';
  const isLabel = (labels: readonly string[]) => labels.includes(label);
  if (isLabel(audioArgumentLabels.mode)) return 'mode';
  if (isLabel(audioArgumentLabels.options)) return 'options';
  return isLabel(audioArgumentLabels.policy) ? 'policy' : undefined;
}

function settings({ args }: CallExpr): {
  category: AudioCategory | undefined;
  mode: AudioMode | undefined;
} {
  const named = args.map(({ value }) => (value.kind === 'name' ? value.name : ''));
  const swiftName = (names: Readonly<Record<string, string>>) =>
    Object.keys(names).find((name) => named.includes(names[name] ?? ''));
  return {
    category: audioCategory(swiftName(audioCategoryNames)),
    mode: audioMode(swiftName(audioModeNames)),
  };
}
