/** `C` of `A.B.C`: types are known by it across files. */
export function lastComponent(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}
