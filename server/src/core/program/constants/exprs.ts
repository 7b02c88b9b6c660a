/** Builds reduced expressions and keeps them small. */
import type { TypeRef } from '../ir';
import { type ConstantExpr, choice, unknownExpr } from './types';

type Reference = Extract<ConstantExpr, { kind: 'reference' }>;

/** Unknown as soon as a part is; one part alone stands for itself when it is a text. */
export function joined(parts: readonly ConstantExpr[]): ConstantExpr {
  if (parts.some(({ kind }) => kind === 'unknown')) return unknownExpr;
  const merged: ConstantExpr[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    if (part.kind === 'text' && last?.kind === 'text')
      merged[merged.length - 1] = { kind: 'text', value: last.value + part.value };
    else merged.push(part);
  }
  const [first] = merged;
  if (first === undefined) return { kind: 'text', value: '' };
  return merged.length === 1 && first.kind === 'text' ? first : { kind: 'join', parts: merged };
}

/** What `.rawValue` of a value is. */
export function rawValueOf(value: ConstantExpr): ConstantExpr {
  switch (value.kind) {
    case 'reference':
      return { ...value, path: [...value.path, 'rawValue'] };
    case 'choice':
      return choice(value.options.map(rawValueOf), value.isComplete);
    case 'within':
      return { ...value, value: rawValueOf(value.value) };
    case 'passed':
      return { ...value, isRaw: true, own: rawValueOf(value.own) };
    case 'property':
      return rawValueOf(memberOfObject(value.type, value.name));
    case 'text':
    case 'member':
      return value;
    default:
      return unknownExpr;
  }
}

/** A member of an object of which nothing but the type is known. */
export function memberOfObject(type: readonly string[], name: string): Reference {
  return { kind: 'reference', path: [...type, name], isOfObject: true };
}

/** Parts of a value that is kept; one with more is unknown. Code that appends in branch after branch doubles its value. */
const maxParts = 100;

/** The value, unless it has grown too large to be of use. */
export function bounded(value: ConstantExpr): ConstantExpr {
  return remaining(value, maxParts) < 0 ? unknownExpr : value;
}

/** What is left of `budget` after the parts of a value; below zero it stops counting. */
function remaining(value: ConstantExpr, budget: number): number {
  let left = budget - 1;
  for (const part of partsOf(value)) {
    if (left < 0) break;
    left = remaining(part, left);
  }
  return left;
}

export function partsOf(value: ConstantExpr): readonly ConstantExpr[] {
  switch (value.kind) {
    case 'join':
    case 'union':
      return value.parts;
    case 'choice':
      return value.options;
    case 'within':
      return [value.value];
    case 'property':
      return [value.of];
    case 'by-case':
      return value.cases.map((each) => each.value);
    case 'call':
      return value.args.map((arg) => arg.value);
    case 'passed':
      return [value.own];
    default:
      return [];
  }
}

const plainKinds: ReadonlySet<ConstantExpr['kind']> = new Set([
  'text',
  'number',
  'bool',
  'nil',
  'bundle-identifier',
  'member',
  'unknown',
]);

/** A value that is written in the type `owner` and used in another one. */
export function within(owner: string, value: ConstantExpr): ConstantExpr {
  return plainKinds.has(value.kind) ? value : { kind: 'within', owner, value };
}

/** A value where `type` is expected: `.refresh` is looked up in it. */
export function typed(value: ConstantExpr, type: TypeRef | undefined): ConstantExpr {
  if (type === undefined) return value;
  if (value.kind === 'choice')
    return { ...value, options: value.options.map((option) => typed(option, type)) };
  if (value.kind === 'by-case')
    return {
      ...value,
      cases: value.cases.map((each) => ({ ...each, value: typed(each.value, type) })),
    };
  const path = plainType(type);
  if (value.kind === 'passed') {
    const isOfType = path !== undefined && value.type === undefined && value.isRaw !== true;
    return { ...value, own: typed(value.own, type), ...(isOfType && { type: path }) };
  }
  return path === undefined ? value : memberOf(path, value);
}

/** A value where the type of that path is expected. */
export function memberOf(path: readonly string[], value: ConstantExpr): ConstantExpr {
  if (value.kind !== 'member') return value;
  return { kind: 'reference', path: [...path, value.name], isImplicit: true };
}

/** The names in a type that is nothing but names: `A.B?`, `Job *`. */
export function plainType({ text }: TypeRef): readonly string[] | undefined {
  const names = /^([\w.]+)(?:[?!]| ?\*)?$/.exec(text)?.[1];
  return names?.split('.');
}
