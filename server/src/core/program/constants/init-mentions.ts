/** Where a Swift file names initialisers, and types by which they can be called. */
import type { CallExpr, Expr, FunctionDecl, ProgramFile, TypeDecl } from '../ir';
import { walkNaming } from '../members';
import { unwrap } from '../resolve';
import { allTypes, walkFunction } from '../walk';
import { implicitInitName, initialisedType, initName, initReference } from './mention-names';
import { declarationOf, mayBeMissing, reducedArgs } from './name-mentions';
import type { Reducer } from './reduce';
import type { CallMention, Mention } from './types';
import { ownerOf } from './uses';

export function initMentions(reducer: Reducer, names: ReadonlySet<string>): readonly Mention[] {
  const { program } = reducer;
  if (program.language !== 'swift') return [];
  const found = [...declared(program, names), ...aliased(program, names)];
  const types = [...names].flatMap((name) => initialisedType(name) ?? []);
  walkNaming(program, [...types, 'Self', 'init'], {
    expr: (expr) => {
      const mention = mentionOf(expr, names, reducer);
      if (mention !== undefined) found.push(mention);
      return true;
    },
  });
  return found;
}

function declared(program: ProgramFile, names: ReadonlySet<string>): Mention[] {
  const types = allTypes(program).filter((type) => names.has(initName(type.name)));
  return types.flatMap((type): readonly Mention[] => {
    const name = initName(type.name);
    const { path } = type;
    if (type.kind === 'protocol') return [{ kind: 'other', name }];
    const inits = type.methods.filter(({ kind }) => kind === 'init');
    const isApart =
      type.kind === 'extension' && !types.some((each) => each.kind !== 'extension' && each.path === path);
    return [
      ...(type.kind === 'extension'
        ? []
        : [{ kind: 'declaration', name, what: 'type', owner: path } as const]),
      ...inits.map((fn) => declarationOf(fn, 'init', path, name)),
      // It may set properties of a structure that its own file knows nothing about.
      ...(isApart && !inits.every(delegates) ? [{ kind: 'other', name } as const] : []),
    ];
  });
}

/** Whether an initialiser calls another one of its type. */
export function delegates(fn: FunctionDecl): boolean {
  let found = false;
  walkFunction(fn, {
    expr: (expr) => {
      found ||= expr.kind === 'call' && expr.name === 'init' && isName(expr.receiver, 'self');
      return true;
    },
  });
  return found;
}

function isName(expr: Expr | undefined, name: string): boolean {
  return expr?.kind === 'name' && expr.name === name;
}

/** Other names of a type: what is made by them is not looked for. */
function aliased({ aliased: types = [] }: ProgramFile, names: ReadonlySet<string>): Mention[] {
  return types.flatMap((type) =>
    names.has(initName(type)) ? [{ kind: 'other', name: initName(type) } as const] : [],
  );
}

function mentionOf(expr: Expr, names: ReadonlySet<string>, reducer: Reducer): Mention | undefined {
  if (expr.kind === 'call') return callMention(expr, names, reducer);
  if (expr.kind !== 'member' || (expr.name !== 'self' && expr.name !== 'init')) return undefined;
  if (expr.base === undefined) {
    const isAsked = expr.name === 'init' && names.has(initReference);
    return isAsked ? { kind: 'other', name: initReference } : undefined;
  }
  const base = unwrap(expr.base);
  const type =
    base.kind === 'name' || base.kind === 'member' ? typeNamed(base.name, expr, reducer) : undefined;
  // The initialiser or the type itself is handed on.
  const name = type === undefined ? undefined : initName(type);
  return name === undefined || !names.has(name) ? undefined : { kind: 'other', name };
}

/** `Self` is the type around it. */
function typeNamed(name: string, at: Expr, { resolver }: Reducer): string {
  const isOwn = name === 'Self' || name === 'self';
  return isOwn ? (resolver.typeAround(at) ?? name) : name;
}

function callMention(call: CallExpr, names: ReadonlySet<string>, reducer: Reducer): Mention | undefined {
  const { constructs, receiver, name } = call;
  if (constructs === undefined && name !== 'init') return undefined;
  const path = constructs === undefined ? ownPath(receiver) : pathTo(constructs, call, reducer);
  const type = path?.at(-1);
  if (path === undefined || type === undefined) {
    const key = implicitInitName(call.args[0]?.label);
    if (isName(receiver, 'super') || !names.has(key)) return undefined;
    return { kind: 'call', name: key, owner: '', args: reducedArgs(call.args, reducer) };
  }
  const key = initName(typeNamed(type, call, reducer));
  if (!names.has(key)) return undefined;
  if (mayBeMissing(call, reducer)) return { kind: 'other', name: key };
  const made: CallMention = {
    kind: 'call',
    name: key,
    owner: ownerOf(call, reducer),
    on: path,
    args: reducedArgs(call.args, reducer),
  };
  return made;
}

/** `self.init(…)`, `Self.init(…)`. */
function ownPath(receiver: Expr | undefined): readonly string[] | undefined {
  return isName(receiver, 'self') || isName(receiver, 'Self') ? ['Self'] : undefined;
}

function pathTo(constructs: string, { receiver }: CallExpr, reducer: Reducer): readonly string[] | undefined {
  const outer = receiver === undefined ? [] : reducer.receiverPath(receiver);
  const own = constructs.split('.');
  if (outer === undefined) return own;
  return outer.length >= own.length &&
    own.every((name, index) => name === outer[outer.length - own.length + index])
    ? outer
    : [...outer, ...own];
}

/** Kinds of types whose initialisers are followed. */
export function isConstructed({ kind }: TypeDecl): boolean {
  return kind === 'class' || kind === 'struct' || kind === 'actor';
}
