/** Which expressions a value can come from: through variables, properties, getters and functions of the file. */
import type { FileAnalysis } from './analysis';
import type { CallExpr, Expr, FunctionDecl, MemberExpr } from './ir';
import { Memo } from './memo';
import { propertyName, unwrap } from './resolve';
import type { Declaration } from './scopes';
import { walkFunction, walkProgram } from './walk';

/** Longer ways are not followed. */
const maxDepth = 8;
/** Variables that are assigned from each other many times would take for ever. */
const maxSteps = 300;

type Sources = readonly Expr[] | undefined;

export class ValueSources {
  readonly #analysis: FileAnalysis;
  /** `Type.property` → what is assigned to it within the type. */
  readonly #assigned = new Map<string, Expr[]>();
  /** Names of properties that code outside of their type assigns. */
  readonly #assignedElsewhere = new Set<string>();
  #steps = 0;

  constructor(analysis: FileAnalysis) {
    this.#analysis = analysis;
    walkProgram(analysis.program, {
      expr: (expr) => {
        if (expr.kind === 'assign') this.#note(expr.target, expr.value);
        return true;
      },
    });
  }

  #note(target: Expr, value: Expr): void {
    const { resolver } = this.#analysis;
    const place = resolver.place(target);
    if (place.kind === 'foreign') this.#assignedElsewhere.add(place.name);
    if (place.kind !== 'property') return;
    const key = `${resolver.typeAround(unwrap(target))}.${place.name}`;
    this.#assigned.set(key, [...(this.#assigned.get(key) ?? []), value]);
  }

  /** Everything the value can be but nil; `undefined` when that is not known completely. */
  of(expr: Expr, depth = 0): Sources {
    const value = unwrap(expr);
    this.#steps = depth === 0 ? 0 : this.#steps + 1;
    if (depth > maxDepth || this.#steps > maxSteps) return undefined;
    switch (value.kind) {
      case 'literal':
        return value.type === 'nil' ? [] : [value];
      case 'name':
        return this.#ofName(value, depth + 1);
      case 'member':
        return this.#ofMember(value, depth + 1);
      case 'call':
        return this.#ofCall(value, depth + 1);
      case 'ternary':
        return this.#all([value.then, value.otherwise], depth + 1);
      case 'binary':
        return value.op === '??' ? this.#all([value.left, value.right], depth + 1) : [value];
      default:
        return [value];
    }
  }

  #all(values: readonly Expr[], depth: number): Sources {
    const found: Expr[] = [];
    for (const value of values) {
      const sources = this.of(value, depth);
      if (sources === undefined) return undefined;
      found.push(...sources);
    }
    return found;
  }

  #ofName(expr: Extract<Expr, { kind: 'name' }>, depth: number): Sources {
    const { resolver } = this.#analysis;
    const declaration = resolver.scopes.declaration(expr);
    if (declaration !== undefined) return this.#ofDeclaration(declaration, depth);
    const global = resolver.global(expr.name);
    if (global !== undefined) {
      return global.isConstant && global.initial !== undefined ? this.of(global.initial, depth) : undefined;
    }
    return this.ofProperty(resolver.typeAround(expr), expr.name, depth);
  }

  #ofDeclaration(declaration: Declaration, depth: number): Sources {
    const root = this.#analysis.resolver.root(declaration);
    if (root.kind === 'param' || root.kind === 'function') return undefined;
    const assigned = this.#analysis.resolver.assignments(root);
    // A pattern takes something out of its value.
    if (root.value === undefined && assigned.length === 0) return undefined;
    return this.#all([...(root.value === undefined ? [] : [root.value]), ...assigned], depth);
  }

  #ofMember(expr: MemberExpr, depth: number): Sources {
    const { resolver, types } = this.#analysis;
    if (expr.base === undefined) return [expr];
    const place = resolver.place(expr);
    if (place.kind === 'property') return this.ofProperty(resolver.typeAround(expr), expr.name, depth);
    return this.ofProperty(types.namedType(expr.base) ?? types.typeOf(expr.base), expr.name, depth);
  }

  /** As `of`, for a property as it is written: with an underscore for an instance variable. */
  ofProperty(type: string | undefined, written: string, depth = 0): Sources {
    const { resolver } = this.#analysis;
    if (type === undefined) return undefined;
    const name = propertyName(written, resolver.language);
    const property = resolver.property(type, name);
    const getters = (property?.accessors ?? []).filter((accessor) => accessor.name === 'get');
    const methods = resolver.language === 'objc' ? resolver.functions(type, name) : [];
    const computed = [...getters, ...methods].filter((fn) => fn.params.length === 0);
    // An instance variable is read without its getter.
    if (computed.length > 0 && name === written) return this.#returned(computed, depth);
    if (this.#assignedElsewhere.has(name)) return undefined;
    const assigned = this.#assigned.get(`${type}.${name}`) ?? [];
    const initial = property?.initial === undefined ? [] : [property.initial];
    const values = [...initial, ...assigned];
    return values.length === 0 ? undefined : this.#all(values, depth);
  }

  #ofCall(call: CallExpr, depth: number): Sources {
    const { resolver, types } = this.#analysis;
    if (call.constructs !== undefined || call.isImplicitMember) return [call];
    if (call.receiver === undefined) {
      if (resolver.scopes.declaration(call) !== undefined) return undefined;
      const own = this.#declared(resolver.typeAround(call), call);
      const functions = own.length > 0 ? own : this.#declared(undefined, call);
      return functions.length === 0 ? [call] : this.#returned(functions, depth);
    }
    const receiver = unwrap(call.receiver);
    if (call.name === '')
      return receiver.kind === 'closure' ? this.#returned([receiver.function], depth) : undefined;
    const type = resolver.isSelf(receiver)
      ? resolver.typeAround(call)
      : (types.namedType(receiver) ?? types.typeOf(receiver));
    const methods = type === undefined ? [] : this.#declared(type, call);
    if (methods.length > 0) return this.#returned(methods, depth);
    const isGetter = call.args.length === 0 && resolver.property(type, call.name) !== undefined;
    return isGetter ? this.ofProperty(type, call.name, depth) : [call];
  }

  /** Functions of this file that a call can mean. */
  #declared(type: string | undefined, call: CallExpr): readonly FunctionDecl[] {
    const found = this.#analysis.resolver.functions(type, call.name);
    return found.filter((fn) => call.selector === undefined || fn.fullName === call.selector);
  }

  #returned(functions: readonly FunctionDecl[], depth: number): Sources {
    const values: Expr[] = [];
    for (const fn of functions) {
      if (fn.body === undefined) return undefined;
      walkFunction(fn, {
        stmt: (stmt) => {
          if (stmt.kind === 'return' && stmt.value !== undefined) values.push(stmt.value);
        },
        enterFunction: (inner) => inner === fn,
      });
    }
    return values.length === 0 ? undefined : this.#all(values, depth);
  }
}

const cache = new Memo<FileAnalysis, ValueSources>();

/** Found once for a file. */
export function valueSourcesOf(analysis: FileAnalysis): ValueSources {
  return cache.of(analysis, () => new ValueSources(analysis));
}
