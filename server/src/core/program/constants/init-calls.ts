/** Calls of initialisers of Swift. */
import { lastComponent } from '../last-component';
import { bindArguments } from './arguments';
import type { ConstantIndex } from './constant-index';
import { type CertainCalls, onlyCalls } from './foreign-calls';
import { implicitInitName, initReference } from './mention-names';
import type { CallMention, ConstantParam, DeclarationMention, PassedExpr } from './types';

/** All names by which files have to be asked for calls of an initialiser. */
export function initNames(name: string, params: readonly ConstantParam[]): readonly string[] {
  return [name, initReference, ...implicitNames(params)];
}

/** First labels that its calls can have. */
function implicitNames(params: readonly ConstantParam[]): readonly string[] {
  const first = params.findIndex(({ defaultValue }) => defaultValue === undefined);
  const possible = first < 0 ? params : params.slice(0, first + 1);
  const names = possible.map(({ label }) => implicitInitName(label));
  return [...new Set(first < 0 ? [...names, implicitInitName(undefined)] : names)];
}

/** The type has to be the only one of its name, and nothing may inherit the initialiser. */
export function initCalls(
  { name, owner, params }: PassedExpr,
  uri: string,
  index: ConstantIndex,
): CertainCalls | undefined {
  const named = index.mentions(name);
  const references = index.mentions(initReference);
  if (named === undefined || references === undefined || references.length > 0) return undefined;
  if (index.hasSubtypes(lastComponent(owner)) || mayBeImplicit(params, index)) return undefined;
  const declared = named.flatMap(({ uri: at, mention }) =>
    mention.kind === 'declaration' ? [{ at, mention }] : [],
  );
  const types = declared.filter(({ mention }) => mention.what === 'type');
  if (types.length !== 1 || types[0]?.at !== uri || types[0].mention.owner !== owner) return undefined;
  const inits = declared.flatMap(({ mention }) => (mention.what === 'init' ? [mention] : []));
  const others = inits.filter((init) => !hasSameLabels(init, params));
  const calls = onlyCalls(named)?.filter(({ call }) => fits(call, params));
  if (calls === undefined || inits.length - others.length > 1) return undefined;
  const isClear = calls.every(
    ({ call }) => isOfType(call, owner) && !others.some((other) => fits(call, other.params ?? [])),
  );
  return isClear ? { calls, isPositional: false, isByReceiver: () => false } : undefined;
}

/** Whether a call that leaves out the type may be one. */
function mayBeImplicit(params: readonly ConstantParam[], index: ConstantIndex): boolean {
  return implicitNames(params).some((each) => {
    const mentions = index.mentions(each);
    return mentions?.every(({ mention }) => mention.kind === 'call' && !fits(mention, params)) !== true;
  });
}

type Params = readonly { readonly label: string | undefined; readonly defaultValue: unknown }[];

function fits({ args }: CallMention, params: Params): boolean {
  return bindArguments(args, params) !== undefined;
}

function hasSameLabels({ params = [] }: DeclarationMention, own: Params): boolean {
  return params.length === own.length && params.every(({ label }, index) => label === own[index]?.label);
}

/** What stands there is all of the type's path, its end, or `Self` inside of it. */
function isOfType({ on, owner: around }: CallMention, owner: string): boolean {
  const path = on?.join('.') ?? '';
  if (path === 'Self') return around === owner || around.startsWith(`${owner}.`);
  return path === owner || path === lastComponent(owner) || owner.endsWith(`.${path}`);
}
