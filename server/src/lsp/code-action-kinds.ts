import { CodeActionKind } from 'vscode-languageserver';

export const quickFixKind = CodeActionKind.QuickFix;
export const fixAllKind = `${CodeActionKind.SourceFixAll}.backgroundModes`;

/** Whether a client that asked for `only` wants actions of `kind`: kinds are paths, and a parent asks for its children. */
export function wantsKind(only: readonly string[] | undefined, kind: string): boolean {
  return only === undefined || asksFor(only, kind);
}

/** As `wantsKind`, but an open question does not count: for actions that are only given when asked for by name. */
export function asksFor(only: readonly string[] | undefined, kind: string): boolean {
  return only?.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`)) ?? false;
}
