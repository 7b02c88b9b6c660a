/** Texts of an outline: one short line each. */

const maxLength = 120;

export function oneLine(text: string): string {
  const line = text
    .slice(0, 4 * maxLength)
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > maxLength ? `${line.slice(0, maxLength - 1).trimEnd()}…` : line;
}

/** For names, which must not be blank. */
export function nameOr(text: string, otherwise: string): string {
  return oneLine(text) || otherwise;
}

export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
