/** Tells the value `()` from a call, a parameter list and a type. */
import { LOOK_AHEAD, type TokenView } from './swift-tokens';

/** Whether the `()` at `index` is a value: not a call, not a parameter list, not a type. */
export function isUnitValue(view: TokenView, index: number): boolean {
  const before = index - 1;
  const after = index + 2;
  const endsLine = view.opensLine(after) || view.is(after, '}');
  const endsItem = view.isOneOf(after, '),');
  if (view.opensLine(index)) return view.opensLine(after) && !view.isOneOf(before, '=>&|+-*/');
  if (view.isWord(before, 'return') || view.isWord(before, 'in')) return endsLine || endsItem;
  if (view.isOneOf(before, '(,')) return endsItem && isInCall(view, before);
  if (view.is(before, '{')) return view.is(after, '}');
  if (view.is(before, '?')) return !view.touches(index) && (endsLine || endsItem || view.is(after, ':'));
  const opener = view.lineStart(index);
  if (view.is(before, '=')) return (endsLine || endsItem) && !view.isWord(opener, 'typealias');
  if (!view.is(before, ':')) return false;
  if (view.isWord(opener, 'case') || view.isWord(opener, 'default')) return endsLine;
  if (endsItem && isInCall(view, before)) return true;
  return (endsLine || endsItem) && hasSpacedQuestionMark(view, opener, index);
}

/** Whether the innermost open parenthesis before `index` is that of a call, not of a declaration or a type. */
function isInCall(view: TokenView, index: number): boolean {
  let depth = 0;
  for (let at = index; at > index - LOOK_AHEAD && at > 0; at--) {
    if (view.is(at, ')')) depth++;
    else if (view.isOneOf(at, '{}')) return false;
    else if (view.is(at, '(') && --depth < 0) return isCallee(view, at - 1) && view.touches(at);
  }
  return false;
}

function isCallee(view: TokenView, index: number): boolean {
  if (view.isOneOf(index, '?!)]>')) return true;
  if (!view.isWord(index) || view.isWord(index - 1, 'func')) return false;
  return view.is(index - 1, '.') || !/^(?:init|subscript)$/.test(view.read(index));
}

/** A ternary's `?` has a blank before it, an optional's has none. */
function hasSpacedQuestionMark(view: TokenView, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (view.is(at, '?') && !view.touches(at)) return true;
  return false;
}
