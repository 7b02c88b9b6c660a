/** Type arguments in expressions. */
import type { SwiftRewriter } from './swift-normalise';
import { LOOK_AHEAD, type TokenView } from './swift-tokens';

/** `Type<Argument>.member` and `Type<Argument> { … }` are comparisons to the grammar; it gets them without the arguments. */
export function genericArguments(rewriter: SwiftRewriter, index: number): void {
  const { view } = rewriter;
  if (!view.touches(index) || !view.isWord(index - 1) || !/^_*\p{Lu}/u.test(view.read(index - 1))) return;
  const close = closingAngle(view, index);
  if (close === undefined) return;
  const isMember = view.is(close + 1, '.') && view.touches(close + 1) && /^[a-z]/.test(view.read(close + 2));
  const startsValue =
    view.isOneOf(index - 2, '=([,{') || view.isWord(index - 2, 'return') || view.opensLine(index - 1);
  const isClosure = view.is(close + 1, '{') && !view.opensLine(close + 1) && startsValue;
  if (isMember || isClosure) rewriter.blank(index, close);
}

/** Index of the `>` that closes the type arguments opened at `index`; `undefined` when they are no types. */
function closingAngle(view: TokenView, index: number): number | undefined {
  let depth = 0;
  for (let at = index; at < index + LOOK_AHEAD && at < view.count; at++) {
    if (view.is(at, '<')) depth++;
    else if (view.is(at, '>')) {
      if (!view.is(at - 1, '-') && --depth === 0) return at;
    } else if (!view.isWord(at) && !view.isOneOf(at, ',.?[]():-&@')) return undefined;
  }
  return undefined;
}
