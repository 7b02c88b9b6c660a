/** Whether anything in the code that is compiled together can end the task whose identifier a property holds. */
import { isSdkType } from '../catalog/inert-calls';
import { backgroundTaskObligation } from '../catalog/obligations';
import type { CodeIndex } from './code-index';
import type { FunctionEnds } from './effect-ends';
import type { TokenRef } from './effect-types';

const { tokenType } = backgroundTaskObligation;

/**
 * `never` is certain. An identifier that is passed on, a property of an unknown superclass, a file that could not be
 * parsed and ends of identifiers nobody can name all make the answer `maybe`.
 */
export function propertyEnds(index: CodeIndex, type: string, property: string): 'never' | 'maybe' {
  const family = index.family(type);
  if (index.isHandedOut(family, property) || isInherited(index, type, property)) return 'maybe';
  if (index.isPartlyUnread(family)) return 'maybe';
  // Without the class's own declaration its superclass is unknown, and could be any other type.
  const isClosed = index.declarations(type).some(({ isExtension }) => !isExtension);
  const mayEndIt = (fn: FunctionEnds): boolean => {
    // Methods that an extension gives to identifiers run on any of them.
    const isOwn = fn.type !== undefined && (family.has(fn.type) || !isClosed || fn.type === tokenType);
    return fn.tokens.some((token) => mayMean(token, property, isOwn));
  };
  return index.ends.some(mayEndIt) ? 'maybe' : 'never';
}

function mayMean(token: TokenRef, property: string, isOwn: boolean): boolean {
  if (token.kind === 'foreign') return token.name === property;
  if (!isOwn) return false;
  return token.kind === 'unknown' || (token.kind === 'property' && token.name === property);
}

/** A property that nobody declares here may belong to a superclass that was not read. */
function isInherited(index: CodeIndex, type: string, property: string): boolean {
  if (index.property(type, property) !== undefined) return false;
  return hasUnreadSupertype(index, type);
}

/** Whether a supertype of a type, or of its subtypes, is the app's own and was not read. */
export function hasUnreadSupertype(index: CodeIndex, type: string): boolean {
  const supertypes = [...index.family(type)].flatMap((each) =>
    index.declarations(each).flatMap(({ inherits }) => inherits),
  );
  return supertypes.some((each) => index.declarations(each).length === 0 && !isSdkType(each));
}
