/** Places that configure background sessions, with their identifiers where these are constants. */
import type { CodeIndex } from '../../../program/code-index';
import type { ConstantIndex } from '../../../program/constants/constant-index';
import { evaluate } from '../../../program/constants/evaluate';
import type { ConstantUse, TextPart } from '../../../program/constants/types';
import { Memo } from '../../../program/memo';

export interface IdentifierSite extends ConstantUse {
  readonly uri: string;
  readonly parts: readonly TextPart[];
  /** Equal for equal identifiers. */
  readonly key: string;
}

const cache = new Memo<ConstantIndex, readonly IdentifierSite[]>();

/** In the order of the files. */
export function identifierSites({ constants }: CodeIndex): readonly IdentifierSite[] {
  return cache.of(constants, () =>
    [...constants.files].flatMap(([uri, { uses }]) =>
      uses.flatMap((use): IdentifierSite[] => {
        if (use.role !== 'session-identifier') return [];
        const value = evaluate(use.value, { uri, owner: use.owner }, constants);
        if (value.kind !== 'text') return [];
        return [{ ...use, uri, parts: value.parts, key: JSON.stringify(value.parts) }];
      }),
    ),
  );
}

export function shownIdentifier({ parts }: IdentifierSite): string {
  return parts.map((part) => (typeof part === 'string' ? part : '<bundle identifier>')).join('');
}
