/** Works out what reduced expressions are worth among the files of a target. */

import { sdkConstant } from '../../catalog/sdk-constants';
import { lastComponent } from '../last-component';
import { bindArguments } from './arguments';
import type { ConstantIndex, ConstantScope, FoundConstant } from './constant-index';
import { memberOfObject } from './exprs';
import { passedIn } from './foreign-callers';
import { callsOf } from './foreign-calls';
import { initNames } from './init-calls';
import { initName, storedName } from './mention-names';
import { messageNames } from './message-calls';
import {
  type ConstantArg,
  type ConstantDeclaration,
  type ConstantExpr,
  type ConstantValue,
  type PassedExpr,
  unknownValue,
} from './types';
import { isCertain, join, oneOf, possibleValues, textOf, union } from './values';

const maxSteps = 2000;
const maxDepth = 24;
/** Calls through which parameters are followed; further up is unknown. */
const maxHops = 4;

/** Is told what a value depends on that other files may say. */
export interface Listener {
  /** A name that other files may declare or assign, with its qualifiers as written. */
  missing(path: readonly string[], scope: ConstantScope): void;
  /** Names to ask files for (see `mention-names.ts`), and the type that has what they call; '' for none. */
  wanted(names: readonly string[], owner: string): void;
}

/** Bounded: cycles, depth and sheer size end in `unknown`. Names of different meanings are `unknown` too. */
export function evaluate(
  expr: ConstantExpr,
  scope: ConstantScope,
  index: ConstantIndex,
  listener?: Listener,
): ConstantValue {
  return new Evaluation(index, listener).value(expr, { scope, args: [] });
}

interface Frame {
  readonly scope: ConstantScope;
  /** Of the call whose result is worked out. */
  readonly args: readonly ConstantValue[];
  /** The case of an enumeration whose member is worked out. */
  readonly self?: FoundConstant | undefined;
}

/** What members are asked for. */
type ConstantObject =
  | { readonly kind: 'case'; readonly found: FoundConstant }
  | { readonly kind: 'instance'; readonly type: string; readonly scope: ConstantScope };

class Evaluation {
  readonly #index: ConstantIndex;
  readonly #listener: Listener | undefined;
  readonly #active = new Set<ConstantDeclaration>();
  /** Functions whose callers are looked at. */
  readonly #called = new Set<string>();
  #steps = 0;

  constructor(index: ConstantIndex, listener: Listener | undefined) {
    this.#index = index;
    this.#listener = listener;
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
        return this.#reference(expr, frame);
      case 'property':
        return this.#property(expr, frame);
      case 'by-case':
        return this.#byCase(expr, frame);
      case 'call':
        return this.#call(expr.path, expr.args, frame);
      case 'param':
        return frame.args[expr.index] ?? unknownValue;
      case 'passed':
        return this.#passed(expr, frame);
      default:
        return expr;
    }
  }

  #all(exprs: readonly ConstantExpr[], frame: Frame): readonly ConstantValue[] {
    return exprs.map((expr) => this.value(expr, frame));
  }

  #reference(expr: Reference, frame: Frame): ConstantValue {
    const { path, isImplicit, isOfObject } = expr;
    const { scope, self } = frame;
    if (self !== undefined && isRawSelf(path)) return this.#declared(self, []);
    const { found, isRaw } =
      isOfObject === true
        ? { found: this.#membersAt(path, scope, 0), isRaw: false }
        : this.#index.lookUp(path, scope);
    const values = found.filter(({ declaration }) => (declaration.params?.length ?? 0) === 0);
    if (values.length > 0)
      return agreed(values, (each) => {
        const { isCase, name, owner } = each.declaration;
        if (isCase === true && !isRaw) return { kind: 'member', name };
        return this.#declared(each, [], owner === self?.declaration.owner ? self : undefined);
      });
    if (found.length > 0) return unknownValue;
    const names = path.at(-1) === 'rawValue' ? path.slice(0, -1) : path;
    const known = sdkConstant(names);
    const member = known === undefined ? this.#member(path, scope) : undefined;
    if (member !== undefined) return member;
    if (known === undefined) this.#listener?.missing(names, scope);
    const name = known ?? (isImplicit === true && names === path ? names.at(-1) : undefined);
    return name === undefined ? unknownValue : { kind: 'member', name };
  }

  /** A member of each case that a value can be; of any object of the type where that is not known. */
  #property({ of, type, name }: Property, frame: Frame): ConstantValue {
    const held = this.value(of, frame);
    const values = isCertain(held) ? possibleValues(held) : [];
    const cases = values.map((value) => (value.kind === 'member' ? [...type, value.name] : undefined));
    const members = cases.map((path) => path && this.#member([...path, name], frame.scope));
    const known = members.filter((member) => member !== undefined);
    return known.length === 0 || known.length < members.length
      ? this.value(memberOfObject(type, name), frame)
      : oneOf(known);
  }

  /** A member of something that the rest of the path stands for: a case, a shared object. */
  #member(path: readonly string[], scope: ConstantScope): ConstantValue | undefined {
    const object = this.#object(path.slice(0, -1), scope, 0);
    const name = path.at(-1) ?? '';
    if (object === undefined) return undefined;
    if (object.kind === 'case' && name === 'rawValue') return this.#declared(object.found, []);
    const found = this.#membersOf(object, name);
    if (found.length === 0) {
      const type = object.kind === 'case' ? object.found.declaration.owner : object.type;
      this.#listener?.missing([...type.split('.'), name], scope);
      return undefined;
    }
    const self = object.kind === 'case' ? object.found : undefined;
    return agreed(found, (each) => this.#declared(each, [], self));
  }

  #membersOf(object: ConstantObject, name: string): readonly FoundConstant[] {
    if (object.kind === 'instance') return this.#index.membersOf(object.type, name, object.scope);
    const { uri, declaration } = object.found;
    return this.#index.membersOf(declaration.owner, name, { uri, owner: '' });
  }

  /** Members at the end of a path that begins with the type of an object. */
  #membersAt(path: readonly string[], scope: ConstantScope, depth: number): readonly FoundConstant[] {
    const direct = this.#index.membersOf(path.slice(0, -1).join('.'), path.at(-1) ?? '', scope);
    if (direct.length > 0 || path.length < 3 || depth > maxDepth || ++this.#steps > maxSteps) return direct;
    const [first] = this.#membersAt(path.slice(0, -1), scope, depth + 1);
    const object = first && this.#objectOf(first, depth + 1);
    return object === undefined ? [] : this.#membersOf(object, path.at(-1) ?? '');
  }

  #object(path: readonly string[], scope: ConstantScope, depth: number): ConstantObject | undefined {
    if (path.length === 0 || depth > maxDepth || ++this.#steps > maxSteps) return undefined;
    const [first, ...others] = this.#index.lookUp(path, scope).found;
    if (first !== undefined) return others.length === 0 ? this.#objectOf(first, depth + 1) : undefined;
    this.#listener?.missing(path, scope);
    const outer = this.#object(path.slice(0, -1), scope, depth + 1);
    const found = outer === undefined ? [] : this.#membersOf(outer, path.at(-1) ?? '');
    return found.length === 1 && found[0] !== undefined ? this.#objectOf(found[0], depth + 1) : undefined;
  }

  #objectOf(found: FoundConstant, depth: number): ConstantObject | undefined {
    const { uri, declaration } = found;
    const { isCase, type, owner, value } = declaration;
    const scope = { uri, owner };
    if (isCase === true) return { kind: 'case', found };
    if (type !== undefined) return { kind: 'instance', type, scope };
    return value.kind === 'reference' ? this.#object(value.path, scope, depth + 1) : undefined;
  }

  #byCase({ cases, isComplete }: Extract<ConstantExpr, { kind: 'by-case' }>, frame: Frame): ConstantValue {
    const name = frame.self?.declaration.name;
    if (name === undefined) {
      // Nobody knows which cases there are at this place: a value counts where it is that of all.
      const value = oneOf(
        this.#all(
          cases.map((each) => each.value),
          frame,
        ),
        isComplete,
      );
      return value.kind === 'one-of' ? unknownValue : value;
    }
    const own =
      cases.find(({ names }) => names.includes(name)) ?? cases.find(({ names }) => names.length === 0);
    return own === undefined ? unknownValue : this.value(own.value, frame);
  }

  #call(path: readonly string[], args: readonly ConstantArg[], frame: Frame): ConstantValue {
    const { found } = this.#index.lookUp(path, frame.scope);
    const fitting = this.#index.fitting(found, args);
    if (fitting.length === 0) {
      this.#listener?.missing(path, frame.scope);
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

  #passed(expr: PassedExpr, frame: Frame): ConstantValue {
    for (const { callee, owner, name, params } of this.#listener === undefined ? [] : passedIn(expr)) {
      const names =
        callee === 'init'
          ? initNames(name, params)
          : callee === 'message'
            ? messageNames({ name, owner })
            : [name];
      this.#listener?.wanted(names, owner);
    }
    const { uri } = frame.scope;
    const called = `${uri} ${expr.owner} ${expr.name} ${expr.index}`;
    if (this.#called.has(called) || this.#called.size >= maxHops) return this.value(expr.own, frame);
    this.#called.add(called);
    try {
      return this.#atCallers(expr, uri) ?? this.value(expr.own, frame);
    } finally {
      this.#called.delete(called);
    }
  }

  /** What all calls pass; `undefined` unless each of them certainly means the function. */
  #atCallers(expr: PassedExpr, uri: string): ConstantValue | undefined {
    const calls = callsOf(expr, uri, this.#index);
    const isClear = calls?.every(({ on, scope }) => on === undefined || this.#isOn(on, expr.owner, scope));
    if (calls === undefined || isClear !== true) return undefined;
    return oneOf(calls.map(({ value, place }) => this.value(value, { scope: place, args: [] })));
  }

  /** Whether something is a function's type or an object of it. */
  #isOn(path: readonly string[], owner: string, scope: ConstantScope): boolean {
    if (path.length === 0) return owner === '' || this.#isInside(scope.owner, owner);
    if (owner === '') return false;
    if (path.length === 1 && (path[0] === 'self' || path[0] === 'Self'))
      return this.#isInside(scope.owner, owner);
    const object = this.#object(path, scope, 0);
    if (object !== undefined) return object.kind === 'instance' && isTypeNamed(object.type, owner);
    return this.#index.lookUp(path, scope).found.length === 0 && isTypeNamed(path.join('.'), owner);
  }

  #isInside(type: string, owner: string): boolean {
    return (
      type === owner || type.startsWith(`${owner}.`) || [...this.#index.supertypes(type)].includes(owner)
    );
  }

  #declared(found: FoundConstant, args: readonly ConstantValue[], self?: FoundConstant): ConstantValue {
    const { uri, declaration } = found;
    if (this.#active.has(declaration) || this.#active.size > maxDepth) return unknownValue;
    if (declaration.stored !== undefined && this.#isSet(declaration)) return this.#stored(found);
    if (declaration.isVariable === true) {
      if (this.#index.isChanged(declaration.name)) return unknownValue;
      this.#listener?.missing([declaration.name], { uri, owner: '' });
    }
    this.#active.add(declaration);
    try {
      return this.value(declaration.value, { scope: { uri, owner: declaration.owner }, args, self });
    } finally {
      this.#active.delete(declaration);
    }
  }

  /** Whether what the declaration says is not what it is worth. */
  #isSet({ value, name, isVariable }: ConstantDeclaration): boolean {
    return value.kind === 'unknown' || (isVariable === true && this.#index.isChanged(name));
  }

  /** What the code of its type sets a property to. */
  #stored({ uri, declaration }: FoundConstant): ConstantValue {
    const { owner, name, isVariable, stored: language } = declaration;
    const type = lastComponent(owner);
    const inits = language === 'swift' ? [initName(type)] : [];
    const asked = storedName(type, name);
    this.#listener?.wanted([asked, ...inits], owner);
    const found = this.#index.stored(asked);
    const isKnown = inits.every((each) =>
      this.#index.mentions(each)?.every(({ mention }) => mention.kind !== 'other'),
    );
    if (found === undefined || !isKnown) return unknownValue;
    if (isVariable === true) {
      if (this.#index.isChanged(name, uri)) return unknownValue;
      this.#listener?.missing([name], { uri, owner: '' });
    }
    this.#active.add(declaration);
    try {
      return this.value(found.mention.value, { scope: { uri: found.uri, owner }, args: [] });
    } finally {
      this.#active.delete(declaration);
    }
  }
}

type Property = Extract<ConstantExpr, { kind: 'property' }>;
type Reference = Extract<ConstantExpr, { kind: 'reference' }>;

/** `rawValue`, `self.rawValue`. */
export function isRawSelf(path: readonly string[]): boolean {
  return path.at(-1) === 'rawValue' && (path.length === 1 || (path.length === 2 && path[0] === 'self'));
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

function isTypeNamed(name: string, path: string): boolean {
  return name === path || name === lastComponent(path);
}
