/** Where constants of the audio session are written, and edits of them. */
import {
  activationOptionNames,
  audioCategoryNames,
  audioModeNames,
  audioOptionNames,
  audioPolicyNames,
} from '../../catalog/audio-session';
import { additions } from '../../program/constants/shapes';
import type { Arg, CallExpr, Expr } from '../../program/ir';
import { parentsOf } from '../../program/parents';
import { type Resolver, unwrap } from '../../program/resolve';
import { walkExpr } from '../../program/walk';
import type { TextEdit } from '../../text';

/** Swift spelling → Objective-C spelling. */
const spellings = {
  category: audioCategoryNames,
  mode: audioModeNames,
  policy: audioPolicyNames,
  option: audioOptionNames,
  activation: activationOptionNames,
} as const;

export type ConstantKind = keyof typeof spellings;

/** The mention of a constant within an expression; of several the first. */
export function mentionIn(expr: Expr, kind: ConstantKind, name: string): Expr | undefined {
  const objc = spellings[kind][name];
  let found: Expr | undefined;
  walkExpr(expr, {
    expr: (each) => {
      if (each.kind === 'member' && each.name === name) found ??= each;
      if (each.kind === 'name' && each.name === objc) found ??= each;
      return found === undefined;
    },
  });
  return found;
}

/** As `mentionIn`, also in what the locals of an expression hold; the expression where nothing is found. */
export function writtenAt(expr: Expr, kind: ConstantKind, name: string, resolver: Resolver): Expr {
  const direct = mentionIn(expr, kind, name);
  if (direct !== undefined) return direct;
  for (const value of [resolver.origin(expr), ...assignedTo(expr, resolver)]) {
    const found = mentionIn(value, kind, name);
    if (found !== undefined) return found;
  }
  return expr;
}

/** What a local is given and what is added to it. */
function assignedTo(expr: Expr, resolver: Resolver): readonly Expr[] {
  const declaration = resolver.scopes.declaration(unwrap(expr));
  if (declaration === undefined) return [];
  const { value } = declaration;
  const added = parentsOf(resolver)
    .callsBeside(expr)
    .filter(
      ({ receiver, selector, name }) =>
        receiver !== undefined &&
        additions.has(selector ?? name) &&
        resolver.scopes.declaration(unwrap(receiver)) === declaration,
    );
  return [...(value === undefined ? [] : [value]), ...resolver.assignments(declaration), ...added];
}

/** Puts another constant in the place of one; `undefined` where the mention is none, such as a variable. */
export function replaceConstant(mention: Expr, kind: ConstantKind, name: string): TextEdit | undefined {
  if (mention.kind === 'member') return { range: mention.nameRange, newText: name };
  const objc = spellings[kind][name];
  const isConstant = mention.kind === 'name' && Object.values(spellings[kind]).includes(mention.name);
  return isConstant && objc !== undefined ? { range: mention.range, newText: objc } : undefined;
}

/**
 * Takes an option out of an argument, and the argument with its last one. `undefined` when it is not written in the
 * argument itself, or in a way that leaves something behind.
 */
export function removeOption(call: CallExpr, arg: Arg, mention: Expr): TextEdit | undefined {
  const value = unwrap(arg.value);
  if (value === mention) return removeArgument(call, arg);
  if (value.kind === 'collection' && value.elements.includes(mention))
    return value.elements.length === 1 ? removeArgument(call, arg) : removeElement(value.elements, mention);
  return removeOperand(value, mention);
}

function removeElement(elements: readonly Expr[], mention: Expr): TextEdit | undefined {
  const index = elements.indexOf(mention);
  const previous = elements[index - 1];
  const next = elements[index + 1];
  if (previous !== undefined)
    return { range: { start: previous.range.end, end: mention.range.end }, newText: '' };
  return next && { range: { start: mention.range.start, end: next.range.start }, newText: '' };
}

/** `a | b` without `b`. */
function removeOperand(value: Expr, mention: Expr): TextEdit | undefined {
  const mask = unwrap(value);
  if (mask.kind !== 'binary' || mask.op !== '|') return undefined;
  if (unwrap(mask.right) === mention)
    return { range: { start: mask.left.range.end, end: mask.right.range.end }, newText: '' };
  if (unwrap(mask.left) === mention)
    return { range: { start: mask.left.range.start, end: mask.right.range.start }, newText: '' };
  return removeOperand(mask.left, mention) ?? removeOperand(mask.right, mention);
}

/** Leaves an argument out in Swift, where it has a default; 0 stands for no options in Objective-C. */
export function removeArgument({ args, selector }: CallExpr, arg: Arg): TextEdit | undefined {
  if (selector !== undefined) return { range: arg.value.range, newText: '0' };
  const previous = args[args.indexOf(arg) - 1];
  return previous && { range: { start: previous.range.end, end: arg.range.end }, newText: '' };
}

/** Puts an option beside the others. `undefined` where they are not written in the argument itself. */
export function addOption(call: CallExpr, arg: Arg | undefined, name: string): TextEdit | undefined {
  return call.selector === undefined ? addSwiftOption(call, arg, name) : arg && addObjcOption(arg, name);
}

function addSwiftOption({ args }: CallExpr, arg: Arg | undefined, name: string): TextEdit | undefined {
  const last = args.at(-1);
  if (arg === undefined) return last && insertion(last.range.end, `, options: .${name}`);
  const value = unwrap(arg.value);
  if (value.kind === 'member' && value.base === undefined)
    return { range: value.range, newText: `[.${value.name}, .${name}]` };
  if (value.kind !== 'collection') return undefined;
  const end = value.elements.at(-1)?.range.end;
  return end === undefined ? { range: value.range, newText: `.${name}` } : insertion(end, `, .${name}`);
}

function addObjcOption({ value }: Arg, name: string): TextEdit | undefined {
  const objc = audioOptionNames[name];
  if (objc === undefined) return undefined;
  if (value.kind === 'literal') return { range: value.range, newText: objc };
  const isMask = value.kind === 'name' || (value.kind === 'binary' && value.op === '|');
  return isMask ? insertion(value.range.end, ` | ${objc}`) : undefined;
}

function insertion(at: number, newText: string): TextEdit {
  return { range: { start: at, end: at }, newText };
}
