/** Compares identifiers, which may begin with the bundle identifier of whatever runs the code. */

import type { ConstantValue } from '../../program/constants/types';
import { plainText, possibleValues, sameText } from '../../program/constants/values';
import { identifierText } from '../../program/task-identifiers';
import type { IdentifierGroup, TextValue } from './types';

type Bundles = Pick<IdentifierGroup, 'bundleIdentifiers'>;

/** Whether two texts are the same in some configuration of a target. */
export function isSame(one: ConstantValue, other: ConstantValue, { bundleIdentifiers }: Bundles): boolean {
  return [undefined, ...bundleIdentifiers].some((bundle) => sameText(one, other, bundle) === true);
}

/** Whether a value certainly is, or is one of several that contain, the identifier. */
export function canBe(value: ConstantValue, identifier: TextValue, bundles: Bundles): boolean {
  return possibleValues(value).some((each) => isSame(each, identifier, bundles));
}

/** As people write it: with the bundle identifier where there is one only, or `$(PRODUCT_BUNDLE_IDENTIFIER)`. */
export function shownText(value: TextValue, { bundleIdentifiers }: Bundles): string {
  const [bundle, ...others] = bundleIdentifiers;
  const plain = plainText(value, others.length === 0 ? bundle : undefined);
  return plain ?? identifierText(value) ?? '';
}

/** Whether a text is hardly used for anything else: `com.example.app.refresh`, or one with the bundle identifier. */
export function isDistinctive({ parts }: TextValue): boolean {
  return parts.some((part) => typeof part !== 'string' || /^[^.]+(?:\.[^.]+){2,}$/.test(part));
}
