/** Whether anything in the code that is compiled together can end the task whose identifier a property holds. */
import { isSdkType } from '../catalog/inert-calls';
import type { CodeIndex, IndexedFunction } from './code-index';
import type { Effect, TokenRef } from './effect-types';

/**
 * `never` is certain. An identifier that is passed on, a property of an unknown superclass, a file that could not be
 * parsed and ends of identifiers nobody can name all make the answer `maybe`.
 */
export function propertyEnds(index: CodeIndex, type: string, property: string): 'never' | 'maybe' {
  const family = index.family(type);
  if (isShared(index, family, property) || isInherited(index, type, property)) return 'maybe';
  if (isPartlyUnread(index, family)) return 'maybe';
  // Without the class's own declaration its superclass is unknown, and could be any other type.
  const isClosed = index.declarations(type).some(({ isExtension }) => !isExtension);
  const ends = (entry: IndexedFunction): boolean => {
    const isOwn = entry.fn.type !== undefined && (family.has(entry.fn.type) || !isClosed);
    return endTokens(entry.fn.effects ?? []).some((token) => mayMean(token, property, isOwn));
  };
  return index.all.some(ends) ? 'maybe' : 'never';
}

function mayMean(token: TokenRef, property: string, isOwn: boolean): boolean {
  if (token.kind === 'foreign') return token.name === property;
  if (!isOwn) return false;
  return token.kind === 'unknown' || (token.kind === 'property' && token.name === property);
}

function endTokens(effects: readonly Effect[]): TokenRef[] {
  return effects.flatMap((effect) => {
    switch (effect.kind) {
      case 'end':
        return [effect.token];
      case 'begin':
        return endTokens(effect.handler);
      case 'call':
        return effect.args.flatMap((arg) => endTokens(arg.effects ?? []));
      case 'hop':
      case 'maybe':
        return endTokens(effect.effects);
      default:
        return [];
    }
  });
}

function isShared(index: CodeIndex, family: ReadonlySet<string>, property: string): boolean {
  return [...family].some((type) =>
    index.declarations(type).some(({ handedOut }) => handedOut.includes(property)),
  );
}

/** A property that nobody declares here may belong to a superclass that was not read. */
function isInherited(index: CodeIndex, type: string, property: string): boolean {
  if (index.property(type, property) !== undefined) return false;
  const supertypes = [...index.family(type)].flatMap((each) =>
    index.declarations(each).flatMap(({ inherits }) => inherits),
  );
  return supertypes.some((each) => index.declarations(each).length === 0 && !isSdkType(each));
}

function isPartlyUnread(index: CodeIndex, family: ReadonlySet<string>): boolean {
  return [...index.files.values()].some(
    ({ isBroken, types }) => isBroken && types.some(({ name }) => family.has(name)),
  );
}
