/** Works out what reduced expressions are worth among the files of a target. */
import { sdkConstant } from '../../catalog/sdk-constants';
import { bindArguments } from './arguments';
import type { ConstantIndex, ConstantScope, FoundConstant } from './constant-index';
import {
  type ConstantArg,
  type ConstantDeclaration,
  type ConstantExpr,
  type ConstantValue,
  unknownValue,
} from './types';
import { join, oneOf, textOf, union } from './values';

const maxSteps = 2000;
const maxDepth = 24;

/** Is told of every name that no file of the index declares, with its qualifiers. */
export type OnMissing = (path: readonly string[], scope: ConstantScope) => void;

/** Bounded: cycles, depth and sheer size end in `unknown`. Names of different meanings are `unknown` too. */
export function evaluate(
  expr: ConstantExpr,
  scope: ConstantScope,
  index: ConstantIndex,
  onMissing?: OnMissing,
): ConstantValue {
  return new Evaluation(index, onMissing).value(expr, { scope, args: [] });
}

interface Frame {
  readonly scope: ConstantScope;
  /** Of the call whose result is worked out. */
  readonly args: readonly ConstantValue[];
}

class Evaluation {
  readonly #index: ConstantIndex;
  readonly #onMissing: OnMissing | undefined;
  readonly #active = new Set<ConstantDeclaration>();
  #steps = 0;

  constructor(index: ConstantIndex, onMissing: OnMissing | undefined) {
    this.#index = index;
    this.#onMissing = onMissing;
  }

  value(expr: ConstantExpr, frame: Frame): ConstantValue {
    if (++this.#steps > maxSteps) return unknownValue;
    switch (expr.kind) {
      case 'text':
        return textOf([expr.value]);
      case 'bundle-identifier':
        return textOf([{ symbol: 'bundle-identifier' }]);
      case 'join':
        return join(this.#all(expr.parts, frame));
      case 'union':
        return union(this.#all(expr.parts, frame));
      case 'choice':
        return oneOf(this.#all(expr.options, frame), expr.isComplete);
      case 'within':
        return this.value(expr.value, { ...frame, scope: { ...frame.scope, owner: expr.owner } });
      case 'reference':
        return this.#reference(expr, frame.scope);
      case 'call':
        return this.#call(expr.path, expr.args, frame);
      case 'param':
        return frame.args[expr.index] ?? unknownValue;
      default:
        return expr;
    }
  }

  #all(exprs: readonly ConstantExpr[], frame: Frame): readonly ConstantValue[] {
    return exprs.map((expr) => this.value(expr, frame));
  }

  #reference(
    { path, isImplicit }: Extract<ConstantExpr, { kind: 'reference' }>,
    scope: ConstantScope,
  ): ConstantValue {
    const { found, isRaw } = this.#index.lookUp(path, scope);
    const values = found.filter(({ declaration }) => (declaration.params?.length ?? 0) === 0);
    if (values.length > 0)
      return agreed(values, (each) => {
        const { isCase, name } = each.declaration;
        return isCase === true && !isRaw ? { kind: 'member', name } : this.#declared(each, []);
      });
    if (found.length > 0) return unknownValue;
    const names = path.at(-1) === 'rawValue' ? path.slice(0, -1) : path;
    const known = sdkConstant(names);
    if (known === undefined) this.#onMissing?.(names, scope);
    const name = known ?? (isImplicit === true && names === path ? names.at(-1) : undefined);
    return name === undefined ? unknownValue : { kind: 'member', name };
  }

  #call(path: readonly string[], args: readonly ConstantArg[], frame: Frame): ConstantValue {
    const { found } = this.#index.lookUp(path, frame.scope);
    const fitting = this.#index.fitting(found, args);
    if (fitting.length === 0) {
      this.#onMissing?.(path, frame.scope);
      return unknownValue;
    }
    return agreed(fitting, (each) => this.#declared(each, this.#bound(each, args, frame)));
  }

  #bound({ uri, declaration }: FoundConstant, args: readonly ConstantArg[], frame: Frame): ConstantValue[] {
    const { params = [], owner, name } = declaration;
    const bound = bindArguments(args, params, name.endsWith(':')) ?? [];
    return params.map(({ defaultValue }, index) => {
      const arg = bound[index];
      if (arg !== undefined) return this.value(arg.value, frame);
      return defaultValue === undefined
        ? unknownValue
        : this.value(defaultValue, { scope: { uri, owner }, args: [] });
    });
  }

  #declared({ uri, declaration }: FoundConstant, args: readonly ConstantValue[]): ConstantValue {
    if (this.#active.has(declaration) || this.#active.size > maxDepth) return unknownValue;
    this.#active.add(declaration);
    try {
      return this.value(declaration.value, { scope: { uri, owner: declaration.owner }, args });
    } finally {
      this.#active.delete(declaration);
    }
  }
}

/** Declarations under conditions exclude each other; others must be worth the same. */
function agreed(
  found: readonly FoundConstant[],
  evaluated: (each: FoundConstant) => ConstantValue,
): ConstantValue {
  const values = found.map(evaluated);
  if (values.some(({ kind }) => kind === 'unknown') && found.length > 1) {
    return found.every(({ declaration }) => declaration.isConditional) ? oneOf(values) : unknownValue;
  }
  const [first] = values;
  if (first !== undefined && values.length === 1) return first;
  const isExclusive = found.every(({ declaration }) => declaration.isConditional);
  const isSame = new Set(values.map((value) => JSON.stringify(value))).size === 1;
  return isExclusive || isSame ? oneOf(values) : unknownValue;
}
