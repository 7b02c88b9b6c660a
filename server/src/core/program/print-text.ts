/** Lines of printed program model. */
export type Lines = readonly string[];

/** An expression on one line; the bodies of its closures stand below, marked by number. */
export interface Printed {
  readonly text: string;
  readonly below: Lines;
}

export function indent(lines: Lines): Lines {
  return lines.map((line) => `  ${line}`);
}
