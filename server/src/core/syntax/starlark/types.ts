/** The part of Starlark, the language of BUILD files, that is made of literals. Everything else is `unknown`. */
import type { TextRange } from '../../text';

interface Ranged {
  readonly range: TextRange;
}

export type StarlarkValue =
  | (Ranged & { readonly kind: 'string'; readonly value: string })
  | (Ranged & { readonly kind: 'name'; readonly name: string })
  | (Ranged & { readonly kind: 'list'; readonly items: readonly StarlarkValue[] })
  /** `a + b`. */
  | (Ranged & { readonly kind: 'sum'; readonly operands: readonly StarlarkValue[] })
  | StarlarkCall
  | (Ranged & { readonly kind: 'unknown' });

export interface StarlarkCall extends Ranged {
  readonly kind: 'call';
  /** With dots: `native.glob`. */
  readonly name: string;
  /** `name` is `undefined` for arguments that are given by their place. */
  readonly args: readonly { readonly name: string | undefined; readonly value: StarlarkValue }[];
}

export interface StarlarkFile {
  /** Calls that are statements of the file itself, in order. */
  readonly calls: readonly StarlarkCall[];
  /** What a name is assigned at the top of the file; one that is assigned twice is unknown. */
  readonly names: ReadonlyMap<string, StarlarkValue>;
}

/** The argument of the name. */
export function argument(call: StarlarkCall, name: string): StarlarkValue | undefined {
  return call.args.find((each) => each.name === name)?.value;
}
