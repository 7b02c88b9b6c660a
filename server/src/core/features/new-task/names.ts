/** Names for the methods of a task, from its identifier. */

export interface TaskNames {
  /** `FeedRefresh` */
  readonly base: string;
  readonly register: string;
  readonly handle: string;
  readonly submit: string;
  readonly perform: string;
}

/** Names that are none of `taken`. */
export function taskNames(identifier: string, isContinued: boolean, taken: ReadonlySet<string>): TaskNames {
  const base = baseName(identifier);
  for (let count = 1; ; count++) {
    const suffix = count === 1 ? '' : String(count);
    const names = {
      base,
      register: `register${base}${suffix}`,
      handle: `handle${base}${suffix}`,
      submit: `${isContinued ? 'start' : 'schedule'}${base}${suffix}`,
      perform: `perform${base}${suffix}`,
    };
    if (!Object.values(names).some((name) => name !== base && taken.has(name))) return names;
  }
}

/** The last part of the identifier that names something, as a word of code. */
function baseName(identifier: string): string {
  const part = identifier.replace(/\.\*$/, '').split('.').at(-1) ?? '';
  const words = part.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  return name === '' ? 'Task' : name;
}
