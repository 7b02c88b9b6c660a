/** Which argument goes to which parameter. */
interface Labelled {
  readonly label: string | undefined;
  /** A closure behind the parentheses: the first one goes without its label. */
  readonly isTrailing?: boolean;
}

interface Parameter {
  readonly label: string | undefined;
  readonly defaultValue: unknown;
}

/**
 * One entry for each parameter, `undefined` where its default is used. `undefined` as a whole: the arguments do not
 * fit. By position alone when `isPositional`: pieces of a selector fit anyway.
 */
export function bindArguments<T extends Labelled>(
  args: readonly T[],
  params: readonly Parameter[],
  isPositional = false,
): readonly (T | undefined)[] | undefined {
  if (isPositional) return args.length === params.length ? args : undefined;
  const bound: (T | undefined)[] = [];
  let next = 0;
  for (const [index, param] of params.entries()) {
    const arg = args[next];
    if (arg !== undefined && (arg.label === param.label || takesClosure(arg, params, index))) {
      bound.push(arg);
      next++;
    } else if (param.defaultValue !== undefined) bound.push(undefined);
    else return undefined;
  }
  return next === args.length ? bound : undefined;
}

/** Whether a closure without a label is for that parameter: the only one left that has to be given, or the last one. */
function takesClosure(arg: Labelled, params: readonly Parameter[], index: number): boolean {
  if (arg.isTrailing !== true || arg.label !== undefined) return false;
  const required = params.slice(index).filter(({ defaultValue }) => defaultValue === undefined);
  if (required.length === 0) return index === params.length - 1;
  return required.length === 1 && required[0] === params[index];
}
