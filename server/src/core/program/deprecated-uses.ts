/** Where a file uses one of the deprecated APIs. */

import type { DeprecatedApi, DeprecatedUse, DeprecatedValue } from '../catalog/deprecated-apis';
import { firstPiece } from '../catalog/selectors';
import type { TextRange } from '../text';
import type { FileAnalysis } from './analysis';
import { ReceiverTypes } from './api-receivers';
import type { CallExpr, Expr, FunctionDecl, Param, TypeDecl } from './ir';
import { walkMember } from './members';
import { hasBody } from './moved';
import { parentsOf } from './parents';
import { unwrap } from './resolve';
import { allTypes } from './walk';

export interface DeprecatedSite {
  readonly api: DeprecatedApi;
  /** The name. */
  readonly range: TextRange;
  /** What the name becomes, for those that were only renamed. */
  readonly newName: string | undefined;
}

interface Candidate<Use extends DeprecatedUse = DeprecatedUse> {
  readonly api: DeprecatedApi;
  readonly use: Use;
}

type UseOf<Kind extends DeprecatedUse['kind']> = Extract<DeprecatedUse, { kind: Kind }>;

type Uses = { readonly [Kind in DeprecatedUse['kind']]: readonly Candidate<UseOf<Kind>>[] };

export function deprecatedUses(
  analysis: FileAnalysis,
  apis: readonly DeprecatedApi[],
): readonly DeprecatedSite[] {
  return new Collector(analysis, apis).sites();
}

class Collector {
  readonly #analysis: FileAnalysis;
  readonly #receivers: ReceiverTypes;
  /** By kind once, because every expression is compared. */
  readonly #uses: Uses;
  readonly #found: DeprecatedSite[] = [];
  #defaults: ReadonlyMap<Expr | undefined, Param> | undefined;

  constructor(analysis: FileAnalysis, apis: readonly DeprecatedApi[]) {
    this.#analysis = analysis;
    this.#receivers = new ReceiverTypes(analysis.program);
    this.#uses = {
      call: candidates(apis, 'call'),
      functions: candidates(apis, 'functions'),
      implement: candidates(apis, 'implement'),
      property: candidates(apis, 'property'),
      value: candidates(apis, 'value'),
    };
  }

  sites(): readonly DeprecatedSite[] {
    const { program } = this.#analysis;
    for (const type of allTypes(program)) for (const method of type.methods) this.#method(method, type);
    for (const member of this.#analysis.membersMentioning(namesOf(this.#uses)))
      walkMember(member, {
        expr: (expr) => {
          if (expr.kind === 'call') this.#call(expr);
          else if (expr.kind === 'member' || expr.kind === 'name') this.#named(expr);
          return true;
        },
      });
    return this.#found;
  }

  #add(api: DeprecatedApi, range: TextRange, newName?: string): void {
    this.#found.push({ api, range, newName });
  }

  #method(method: FunctionDecl, type: TypeDecl): void {
    // A delegate answers nothing to these; plugins have methods of the same name that do.
    if (type.kind === 'protocol' || answers(method)) return;
    for (const { api, use } of this.#uses.implement) {
      if (method.fullName !== use.swift && method.fullName !== use.objc) continue;
      if (!hasBody(method)) continue;
      if (use.isAsync !== undefined && use.isAsync !== method.isAsync) continue;
      const others = allTypes(this.#analysis.program).filter(({ name }) => name === type.name);
      const hasOther = others.some(({ methods }) =>
        methods.some((each) => use.unless.includes(each.fullName)),
      );
      const at = method.params.find(({ label }) => label?.startsWith(use.at))?.labelRange ?? method.nameRange;
      if (!hasOther) this.#add(api, at);
    }
  }

  #call(call: CallExpr): void {
    for (const { api, use } of this.#uses.call) {
      const isNamed =
        call.selector === undefined ? call.name === use.swift?.name : call.selector === use.objc;
      if (isNamed && call.receiver !== undefined && this.#receivers.belongsAlone(call.receiver, use))
        this.#add(api, call.nameRange, use.renamed);
    }
    // `[session recordPermission]`
    for (const { api, use } of this.#uses.property)
      if (call.selector === use.name && this.#isOn(call.receiver, use.on)) this.#add(api, call.nameRange);
    if (call.receiver !== undefined || this.#isDeclared(call)) return;
    for (const { api, use } of this.#uses.functions)
      if (use.names.includes(call.name)) this.#add(api, call.nameRange);
  }

  #isDeclared(call: CallExpr): boolean {
    const { resolver } = this.#analysis;
    return [resolver.typeAround(call), undefined].some(
      (type) => resolver.functions(type, call.name).length > 0,
    );
  }

  #isOn(receiver: Expr | undefined, type: string): boolean {
    return (
      receiver !== undefined &&
      !this.#receivers.declares(type) &&
      this.#analysis.types.isInstance(receiver, type) === 'yes'
    );
  }

  #named(expr: Extract<Expr, { kind: 'member' | 'name' }>): void {
    const range = expr.kind === 'member' ? expr.nameRange : expr.range;
    for (const { api, use } of this.#uses.value) {
      if (expr.kind === 'name') {
        if (expr.name === use.objc && !this.#isOwnName(expr)) this.#add(api, range, use.renamed?.objc);
      } else if (expr.name === use.swift && this.#isMember(expr, use)) {
        this.#add(api, valueRange(expr), use.renamed?.swift);
      }
    }
    for (const { api, use } of this.#uses.property)
      if (expr.kind === 'member' && expr.name === use.name && this.#isOn(expr.base, use.on))
        this.#add(api, range);
  }

  #isOwnName(expr: Expr & { readonly name: string }): boolean {
    const { resolver } = this.#analysis;
    return resolver.scopes.declaration(expr) !== undefined || resolver.global(expr.name) !== undefined;
  }

  #isMember(expr: Extract<Expr, { kind: 'member' }>, use: DeprecatedValue): boolean {
    if (expr.base !== undefined) return use.type !== undefined && pathOf(expr.base) === use.type;
    return this.#isPassed(expr, use);
  }

  /** `.member`: in the argument, the assignment or the variable whose type is that of the value. */
  #isPassed(expr: Expr, use: DeprecatedValue): boolean {
    const parents = parentsOf(this.#analysis.resolver);
    let value = expr;
    let parent = parents.parent(value);
    while (parent !== undefined && isTransparent(parent)) {
      value = parent;
      parent = parents.parent(value);
    }
    if (parent === undefined) return this.#isTypedVariable(value, use) || this.#isTypedDefault(value, use);
    if (parent.kind === 'assign' && parent.value === value)
      return parent.target.kind === 'member' && parent.target.name === use.assignedTo;
    return parent.kind === 'call' && this.#isArgument(parent, value, use);
  }

  #isTypedVariable(value: Expr, { type }: DeprecatedValue): boolean {
    const stmt = parentsOf(this.#analysis.resolver).stmt(value);
    return stmt?.kind === 'var' && type !== undefined && stmt.variable.type?.text === type;
  }

  /** The default of a parameter. */
  #isTypedDefault(value: Expr, { type }: DeprecatedValue): boolean {
    this.#defaults ??= new Map(
      this.#analysis.resolver.scopes.all.flatMap(({ fn, closure }) =>
        closure === undefined ? (fn?.params.map((param) => [param.defaultValue, param]) ?? []) : [],
      ),
    );
    return type !== undefined && this.#defaults.get(value)?.type?.text === type;
  }

  #isArgument(call: CallExpr, value: Expr, { passedTo }: DeprecatedValue): boolean {
    if (passedTo === undefined || call.name !== passedTo.call || call.receiver === undefined) return false;
    const index = call.args.findIndex((arg) => arg.value === value);
    const isPlace = passedTo.label === undefined ? index === 0 : call.args[index]?.label === passedTo.label;
    return isPlace && this.#analysis.types.isInstance(unwrap(call.receiver), passedTo.on) === 'yes';
  }
}

/** One of them stands in each expression that may be a use. */
function namesOf({ call, property, functions, value }: Uses): readonly string[] {
  return [
    ...call.flatMap(({ use }) => [use.swift?.name, use.objc && firstPiece(use.objc)]),
    ...property.map(({ use }) => use.name),
    ...functions.flatMap(({ use }) => use.names),
    ...value.flatMap(({ use }) => [use.swift, use.objc]),
  ].filter((name) => name !== undefined);
}

function candidates<Kind extends DeprecatedUse['kind']>(
  apis: readonly DeprecatedApi[],
  kind: Kind,
): readonly Candidate<UseOf<Kind>>[] {
  const isKind = (use: DeprecatedUse): use is UseOf<Kind> => use.kind === kind;
  return apis.flatMap((api) => api.uses.filter(isKind).map((use) => ({ api, use })));
}

function answers({ returns }: FunctionDecl): boolean {
  return returns !== undefined && !['Void', 'void'].includes(returns.name) && returns.text !== '()';
}

/** With the dot of an implicit member. */
function valueRange({ base, range, nameRange }: Extract<Expr, { kind: 'member' }>): TextRange {
  return base === undefined ? range : nameRange;
}

/** What hands a value on as it is. */
function isTransparent(expr: Expr): boolean {
  return (
    expr.kind === 'collection' || expr.kind === 'ternary' || expr.kind === 'try' || unwrap(expr) !== expr
  );
}

/** `AVAudioSession.CategoryOptions` as it is written. */
function pathOf(expr: Expr): string | undefined {
  if (expr.kind === 'name') return expr.name;
  if (expr.kind !== 'member' || expr.base === undefined) return undefined;
  const base = pathOf(expr.base);
  return base === undefined ? undefined : `${base}.${expr.name}`;
}
