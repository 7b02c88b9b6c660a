/** What is known about conditions along one path: `if a { … } … if a { … }` takes both branches or neither. */
import type { Assumption, Cfg, Step } from './cfg';
import type { Expr, LiteralExpr } from './ir';
import { unwrap } from './resolve';

interface Fact {
  readonly value: boolean | string;
  /** The node that tested it; a loop may test it again and find it changed. */
  readonly node: number;
}

export type Facts = ReadonlyMap<string, Fact>;

/** Equal for equal facts. */
export function factsKey(facts: Facts): string {
  const parts = [...facts].map(([key, { value, node }]) => `${key}=${value}@${node}`);
  return parts.sort().join(';');
}

/** Conditions that more than one node tests; only these are worth remembering. */
export function repeatedConditions(cfg: Cfg): ReadonlySet<string> {
  const nodes = new Map<string, number>();
  cfg.nodes.forEach((node) => {
    const keys = new Set(
      node.edges.map(({ assume }) => (assume === undefined ? undefined : condition(assume)?.key)),
    );
    for (const key of keys) if (key !== undefined) nodes.set(key, (nodes.get(key) ?? 0) + 1);
  });
  return new Set([...nodes].filter(([, count]) => count > 1).map(([key]) => key));
}

/** Facts on an edge; `undefined` when they contradict what is known, so that the path does not exist. */
export function factsAfter(
  facts: Facts,
  step: Step,
  assume: Assumption | undefined,
  node: number,
  conditions: ReadonlySet<string>,
): Facts | undefined {
  const kept = withoutAssigned(facts, step);
  const tested = assume === undefined ? undefined : condition(assume);
  if (tested === undefined || !conditions.has(tested.key)) return kept;
  const known = kept.get(tested.key);
  if (known !== undefined && known.node !== node && known.value !== tested.value) return undefined;
  return new Map(kept).set(tested.key, { value: tested.value, node });
}

function withoutAssigned(facts: Facts, step: Step): Facts {
  const expr = step.kind === 'eval' ? step.expr : undefined;
  if (expr?.kind !== 'assign' || facts.size === 0) return facts;
  const target = conditionKey(expr.target);
  return target === undefined ? facts : new Map([...facts].filter(([key]) => !key.includes(target)));
}

/** A condition and its value, with negations and `!=` turned into the positive form. */
function condition(assume: Assumption): { key: string; value: boolean | string } | undefined {
  if (assume.kind === 'fact') return assume;
  if (assume.kind === 'bind') {
    const value = conditionKey(assume.clause.value);
    const key = value === undefined ? undefined : `${value} ${assume.clause.pattern?.text ?? 'is some'}`;
    return key === undefined ? undefined : { key, value: assume.holds };
  }
  const { expr, holds } = assume;
  if (expr.kind === 'binary' && (expr.op === '!=' || expr.op === '==')) {
    const [bool, other] = isBool(expr.left) ? [expr.left, expr.right] : [expr.right, expr.left];
    if (isBool(bool)) {
      // `x == false` says what `!x` says.
      const isPositive = (expr.op === '==') === (bool.value === 'true');
      return condition({ kind: 'expr', expr: other, holds: holds === isPositive });
    }
    const key = conditionKey({ ...expr, op: '==' });
    return key === undefined ? undefined : { key, value: holds === (expr.op === '==') };
  }
  const key = conditionKey(expr);
  return key === undefined ? undefined : { key, value: holds };
}

function isBool(expr: Expr): expr is LiteralExpr {
  return expr.kind === 'literal' && expr.type === 'bool';
}

/** Text of an expression that has no effects and gives the same value again; `undefined` for all others. */
export function conditionKey(expr: Expr): string | undefined {
  const value = unwrap(expr);
  switch (value.kind) {
    case 'name':
      return value.name;
    case 'literal':
      return value.parts === undefined ? value.value : undefined;
    case 'member': {
      const base = value.base === undefined ? '' : conditionKey(value.base);
      return base === undefined ? undefined : `${base}.${value.name}`;
    }
    case 'binary': {
      const left = conditionKey(value.left);
      const right = conditionKey(value.right);
      return left === undefined || right === undefined ? undefined : `${left} ${value.op} ${right}`;
    }
    case 'call': {
      // `isEmpty()`, `[self isReady]`: asked twice they are taken to answer the same.
      const base = value.receiver === undefined ? '' : conditionKey(value.receiver);
      return base === undefined || value.args.length > 0 ? undefined : `${base}.${value.name}()`;
    }
    default:
      return undefined;
  }
}
