/** Code that only extensions of an app contain. */
import type { CodeContext } from './context';

/** Whether a file is compiled for app extensions and for nothing else. */
export function isExtensionCode({ targets }: Pick<CodeContext, 'targets'>): boolean {
  return targets.length > 0 && targets.every(({ product }) => product === 'app-extension');
}
