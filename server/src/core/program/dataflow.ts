/**
 * Forward dataflow that keeps paths apart: the states at a node are a set, not their join, so that a condition which
 * is tested twice is followed consistently. Bounded: too many states give no answer.
 */
import type { Assumption, Cfg, CfgNode, Exit, Step } from './cfg';
import { type Facts, factsAfter, factsKey, repeatedConditions } from './facts';

export interface Flow<S> {
  readonly initial: S;
  /** State after a step. */
  step(step: Step, state: S): S;
  /** State when the step throws instead. */
  thrown(step: Step, state: S): S;
  /** State on an edge that assumes something. */
  assume(assumption: Assumption, state: S): S;
  /** Equal keys mean equal states. */
  key(state: S): string;
}

export interface ExitState<S> {
  readonly exit: Exit;
  readonly state: S;
}

const maxVisits = 20_000;

interface Visit<S> {
  readonly node: number;
  readonly state: S;
  readonly facts: Facts;
}

/** States in which control leaves the function, each once per exit; `undefined` when a bound was hit. */
export function solve<S>(cfg: Cfg, flow: Flow<S>): readonly ExitState<S>[] | undefined {
  const conditions = repeatedConditions(cfg);
  const exits = new Map<string, ExitState<S>>();
  const seen = new Set<string>();
  const work: Visit<S>[] = [{ node: 0, state: flow.initial, facts: new Map() }];
  for (let visit = work.pop(); visit !== undefined; visit = work.pop()) {
    const key = `${visit.node} ${flow.key(visit.state)} ${factsKey(visit.facts)}`;
    if (seen.has(key)) continue;
    seen.add(key);
    if (seen.size > maxVisits) return undefined;
    const node = cfg.nodes[visit.node];
    if (node?.step.kind === 'exit') {
      const { exit } = node.step;
      exits.set(`${exit.range.start} ${exit.kind} ${flow.key(visit.state)}`, { exit, state: visit.state });
    } else if (node !== undefined) {
      work.push(...successors(node, visit, flow, conditions));
    }
  }
  return [...exits.values()];
}

function successors<S>(
  node: CfgNode,
  visit: Visit<S>,
  flow: Flow<S>,
  conditions: ReadonlySet<string>,
): Visit<S>[] {
  const after = flow.step(node.step, visit.state);
  return node.edges.flatMap(({ to, assume, isThrow }) => {
    const facts = factsAfter(visit.facts, node.step, assume, visit.node, conditions);
    if (facts === undefined) return [];
    const state = isThrow ? flow.thrown(node.step, visit.state) : after;
    return [{ node: to, state: assume === undefined ? state : flow.assume(assume, state), facts }];
  });
}
