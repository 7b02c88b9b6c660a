/** Recognises the calls that begin and end a background task, in all their spellings. */
import { type ApiMethod, backgroundTaskObligation as obligation } from '../catalog/obligations';
import type { Arg, CallExpr, Expr } from './ir';
import { type Resolver, unwrap } from './resolve';
import type { TypeInference, Verdict } from './types';

/** Labels of a Swift call; a first trailing closure, which has none, gets `trailing`. */
function swiftLabels(call: CallExpr, trailing: string): (string | undefined)[] {
  return call.args.map((arg) => (arg.isTrailing && arg.label === undefined ? trailing : arg.label));
}

function isSpelled(call: CallExpr, method: ApiMethod): boolean {
  if (call.constructs !== undefined || call.isImplicitMember) return false;
  if (call.selector !== undefined) return method.objcSelectors.includes(call.selector);
  if (call.name !== method.swiftName) return false;
  const labels = swiftLabels(call, obligation.expirationLabel);
  return method.swiftLabels.some(
    (known) => known.length === labels.length && known.every((label, i) => label === labels[i]),
  );
}

export class TaskCalls {
  readonly #resolver: Resolver;
  readonly #types: TypeInference;

  constructor(resolver: Resolver, types: TypeInference) {
    this.#resolver = resolver;
    this.#types = types;
  }

  /** Whether a call begins a background task. */
  begins(call: CallExpr): Verdict {
    return isSpelled(call, obligation.begins) ? this.#isOn(call, obligation.begins.owner) : 'no';
  }

  /** Whether a call ends a background task. */
  ends(call: CallExpr): Verdict {
    const method = obligation.dischargedBy.find((each) => isSpelled(call, each));
    return method === undefined ? 'no' : this.#isOn(call, method.owner);
  }

  /** `UIApplication.shared.endBackgroundTask`, called by whoever gets it. */
  isEndReference({ base, name }: Extract<Expr, { kind: 'member' }>): boolean {
    const method = obligation.dischargedBy.find(({ swiftName }) => swiftName === name);
    return method !== undefined && base !== undefined && this.#types.isInstance(base, method.owner) !== 'no';
  }

  #isOn(call: CallExpr, owner: string): Verdict {
    if (call.receiver !== undefined) return this.#types.isInstance(call.receiver, owner);
    if (this.#resolver.scopes.declaration(call) !== undefined) return 'no';
    return this.#resolver.typeAround(call) === owner ? 'yes' : 'no';
  }

  /** The expiration handler of a begin call; `undefined` when it has none or nil. */
  handler(begin: CallExpr): Expr | undefined {
    const isHandler = (arg: Arg): boolean =>
      arg.isTrailing ||
      arg.label === obligation.expirationLabel ||
      arg.label === 'beginBackgroundTaskWithExpirationHandler';
    const value = begin.args.find(isHandler)?.value;
    return value === undefined || isNil(value) ? undefined : value;
  }

  /** Whether an expression is the identifier that stands for no task. */
  isEmptyToken(expr: Expr): boolean {
    const value = unwrap(expr);
    if (isNil(value)) return true;
    return (value.kind === 'member' || value.kind === 'name') && obligation.emptyTokens.includes(value.name);
  }
}

export function isNil(expr: Expr): boolean {
  const value = unwrap(expr);
  return value.kind === 'literal' && value.type === 'nil';
}
