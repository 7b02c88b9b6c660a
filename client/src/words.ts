/**
 * The words of the interface, in the language of VS Code. What does not need VS Code itself takes them as an argument
 * named `l10n`, so that tests can read it in English.
 */
export interface Words {
  /** `{0}`, `{1}`, … in the message stand for the arguments. */
  t(message: string, ...args: (string | number | boolean)[]): string;
}
