/** What an app's delegate leaves out, nobody else does. */
import { appDelegate, isOpenSuperclass } from '../catalog/supertypes';
import { podsGap } from '../project/discovery';
import type { TargetContext } from './context';
import { seesWholeApps } from './target-uses';

/** Classes of other modules that app delegates are made of. */
const delegateClass = /App(?:lication)?Delegate$/;

/**
 * Whether the delegate of the app is known with all its methods. Pods bring none; a superclass of another module may
 * have methods of its own.
 */
export function knowsAppDelegate({ target, constants }: TargetContext): boolean {
  const gaps = target.gaps.filter((gap) => gap !== podsGap);
  if (!seesWholeApps([{ ...target, gaps }])) return false;
  const types = [...constants.files.values()].flatMap((file) => file.types);
  const delegates = new Set(
    types.filter(({ inherits }) => inherits.includes(appDelegate)).map(({ path }) => path),
  );
  return (
    delegates.size > 0 && types.every(({ path, inherits }) => !delegates.has(path) || !inherits.some(isOpen))
  );
}

/** Other protocols have nothing to say here. */
function isOpen(name: string, position: number): boolean {
  const mayBeClass = position === 0 && !name.endsWith('Delegate');
  return isOpenSuperclass(name) && (mayBeClass || delegateClass.test(name));
}
