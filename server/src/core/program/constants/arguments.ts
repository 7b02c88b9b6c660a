/** Which argument goes to which parameter. */
interface Labelled {
  readonly label: string | undefined;
}

interface Parameter extends Labelled {
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
  for (const param of params) {
    const arg = args[next];
    if (arg !== undefined && arg.label === param.label) {
      bound.push(arg);
      next++;
    } else if (param.defaultValue !== undefined) bound.push(undefined);
    else return undefined;
  }
  return next === args.length ? bound : undefined;
}
