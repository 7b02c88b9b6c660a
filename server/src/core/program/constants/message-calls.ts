/** Messages that call a method of Objective-C. */

import { constantUseRows } from '../../catalog/constant-uses';
import { firstPiece } from '../../catalog/selectors';
import type { ConstantIndex, PlacedMention } from './constant-index';
import { type CertainCalls, onlyCalls } from './foreign-calls';
import { implicitInitName, initName, initReference, isInitSelector, selectorOf } from './mention-names';
import type { CallMention, PassedExpr } from './types';

const apiSelectors: ReadonlySet<string> = new Set(constantUseRows.flatMap(({ selectors }) => selectors));

/** Names by which files have to be asked for calls of a method. */
export function messageNames({ name, owner }: Pick<PassedExpr, 'name' | 'owner'>): readonly string[] {
  if (!isInitSelector(name)) return [name];
  return [name, initName(owner), initReference, implicitInitName(swiftLabel(name))];
}

/** The first label that Swift gives to an initialiser. */
function swiftLabel(selector: string): string {
  const label = firstPiece(selector).replace(/^init(?:With)?/, '');
  return label.charAt(0).toLowerCase() + label.slice(1);
}

/**
 * One class alone declares the method. Then whatever a message is sent to has to be of that class, unless its selector
 * is one that classes of the SDK have as well.
 */
export function messageCalls(expr: PassedExpr, index: ConstantIndex): CertainCalls | undefined {
  const { name, owner } = expr;
  const mentions = index.mentions(name) ?? [];
  const declared = mentions.flatMap(({ mention }) => (mention.kind === 'declaration' ? [mention] : []));
  const isOne =
    declared.every((each) => each.what === 'message' && each.owner === owner) &&
    declared.filter(({ hasBody }) => hasBody === true).length === 1;
  // Without its interface nobody knows what a class conforms to.
  if (!isOne || [...index.supertypes(owner)].length < 2) return undefined;
  if (isInitSelector(name)) return initMessages(expr, mentions, index);
  const calls = onlyCalls(mentions)?.filter(({ call }) => !isToSuper(call));
  return calls && { calls, isPositional: true, isByReceiver: () => apiSelectors.has(name) };
}

/** Initialisers share their selectors with many classes: only what makes an object of the class counts. */
function initMessages(
  { name, owner }: PassedExpr,
  mentions: readonly PlacedMention[],
  index: ConstantIndex,
): CertainCalls | undefined {
  const messages = onlyCalls(mentions);
  if (messages === undefined || index.hasSubtypes(owner) || isMadeBySwift(name, owner, index))
    return undefined;
  const isClear = messages.every(({ call: { on } }) => on !== undefined);
  const calls = messages.filter(
    ({ call }) => call.on?.join('.') === owner || (call.on?.join('.') === 'self' && call.owner === owner),
  );
  return isClear ? { calls, isPositional: true, isByReceiver: () => false } : undefined;
}

function isToSuper({ on }: CallMention): boolean {
  return on?.length === 1 && on[0] === 'super';
}

/** Whether code of Swift may call the initialiser, under the name that Swift gives to it. */
function isMadeBySwift(selector: string, owner: string, index: ConstantIndex): boolean {
  const named = index.mentions(initName(owner));
  const references = index.mentions(initReference);
  const implicit = index.mentions(implicitInitName(swiftLabel(selector)));
  if (named === undefined || references === undefined || implicit === undefined) return true;
  const fits = ({ mention }: PlacedMention): boolean => {
    if (mention.kind !== 'call') return true;
    const labels = mention.args.map(({ label }) => label);
    return labels.length === selector.split(':').length - 1 || selectorOf('initWith', labels) === selector;
  };
  return references.length > 0 || named.some(fits) || implicit.some(fits);
}
