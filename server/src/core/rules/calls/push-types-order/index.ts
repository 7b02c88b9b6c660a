/** push-types-set-before-delegate: setting the push types registers, so the delegate has to be there first. */
import { pushRegistryType } from '../../../catalog/calls';
import type { FileAnalysis } from '../../../program/analysis';
import { buildCfg, type Step } from '../../../program/cfg';
import { solve } from '../../../program/dataflow';
import { conditionKey } from '../../../program/facts';
import type { Block, Expr } from '../../../program/ir';
import { unwrap } from '../../../program/resolve';
import { type MemberSet, memberSet } from '../../../program/setters';
import { isNil } from '../../../program/task-calls';
import { walkBlock } from '../../../program/walk';
import { taskContext } from '../../background-task/context';
import type { CodeContext, Rule } from '../../context';
import { mentionsAny } from '../../mentions';
import { swapFix } from './fix';
import { meta } from './meta';

const message =
  'The push types are set before the delegate: registration starts without anyone to tell, and the first token or push is lost';

export const pushTypesOrderRule: Rule = {
  meta,
  run: 'code',
  check(code) {
    // `setDesiredPushTypes:` as well.
    if (!mentionsAny(code, ['esiredPushTypes'])) return;
    const { analysis } = taskContext(code);
    for (const { fn } of analysis.scopesMentioning(['esiredPushTypes']))
      if (fn?.body !== undefined) checkBody(code, analysis, fn.body);
  },
};

interface Registration {
  readonly types: MemberSet;
  readonly expr: Expr;
  readonly delegate: MemberSet;
  readonly delegateExpr: Expr;
}

function checkBody(code: CodeContext, analysis: FileAnalysis, body: Block): void {
  if (!setsBoth(body)) return;
  const { uri, text } = code.unit;
  for (const found of earlyRegistrations(analysis, body)) {
    if (isSetElsewhere(analysis, found, body)) continue;
    const fix = swapFix(body, found.expr, found.delegateExpr, uri, text);
    code.report({
      uri,
      range: found.types.at,
      message,
      related: [{ uri, range: found.delegate.at, message: 'The delegate is set here, too late' }],
      fixes: fix === undefined ? [] : [fix],
    });
  }
}

function isTypes({ member }: MemberSet): boolean {
  return member === 'desiredPushTypes';
}

function isDelegate({ member, value }: MemberSet): boolean {
  return member === 'delegate' && !isNil(value);
}

/** Cheap, so that only few bodies are followed. */
function setsBoth(body: Block): boolean {
  const found = { types: false, delegate: false };
  walkBlock(body, {
    expr: (expr) => {
      const set = memberSet(expr);
      if (set !== undefined) {
        found.types ||= isTypes(set);
        found.delegate ||= isDelegate(set);
      }
      return true;
    },
    enterFunction: () => false,
  });
  return found.types && found.delegate;
}

/** Registries whose types have been set on a path, by name, with the expression that sets them. */
type Registered = ReadonlyMap<string, Expr | 'has delegate'>;

function earlyRegistrations(analysis: FileAnalysis, body: Block): readonly Registration[] {
  const cfg = buildCfg(body);
  if (cfg === undefined) return [];
  const found = new Map<Expr, Registration>();
  const step = (current: Step, state: Registered): Registered => {
    const expr = current.kind === 'eval' || current.kind === 'result' ? unwrap(current.expr) : undefined;
    const set = expr && memberSet(expr);
    const name = set && nameOf(set.object, analysis);
    if (expr === undefined || set === undefined || name === undefined) return state;
    const before = state.get(name);
    if (isTypes(set))
      return before === undefined && registers(set, analysis) ? withSet(state, name, expr) : state;
    if (!isDelegate(set)) return state;
    const types = before === undefined || before === 'has delegate' ? undefined : memberSet(before);
    if (types !== undefined && typeof before === 'object')
      found.set(before, { types, expr: before, delegate: set, delegateExpr: expr });
    return withSet(state, name, 'has delegate');
  };
  const exits = solve<Registered>(cfg, {
    initial: new Map(),
    step,
    thrown: (_, state) => state,
    assume: (_, state) => state,
    key: (state) =>
      [...state].map(([name, set]) => `${name} ${typeof set === 'string' ? set : set.range.start}`).join(';'),
  });
  return exits === undefined ? [] : [...found.values()];
}

function withSet(state: Registered, name: string, set: Expr | 'has delegate'): Registered {
  return new Map(state).set(name, set);
}

/** One name for one registry; `undefined` when it cannot be told from others. */
function nameOf(object: Expr, { resolver }: FileAnalysis): string | undefined {
  const place = resolver.place(object);
  if (place.kind === 'local') return `local ${place.declaration.at} ${place.declaration.name}`;
  if (place.kind === 'property') return `property ${place.name}`;
  const text = conditionKey(object);
  return text === undefined ? undefined : `other ${text}`;
}

/** An empty set unregisters. */
function registers({ object, value }: MemberSet, { types, resolver }: FileAnalysis): boolean {
  const origin = resolver.origin(value);
  const isEmpty =
    isNil(origin) ||
    (origin.kind === 'collection' && origin.elements.length === 0) ||
    (origin.kind === 'call' && origin.args.length === 0);
  return !isEmpty && types.isInstance(object, pushRegistryType) !== 'no';
}

/** Whether other code gives the same property a delegate: that may have happened before. */
function isSetElsewhere(analysis: FileAnalysis, { delegate }: Registration, body: Block): boolean {
  const name = nameOf(delegate.object, analysis);
  if (name === undefined || name.startsWith('local ')) return false;
  let found = false;
  analysis.walkMentioning(['delegate', 'setDelegate'], {
    expr: (expr) => {
      const set = memberSet(expr);
      const isOutside = expr.range.start < body.range.start || expr.range.end > body.range.end;
      found ||= isOutside && set !== undefined && isDelegate(set) && nameOf(set.object, analysis) === name;
      return !found;
    },
  });
  return found;
}
