/** Task identifiers in the code of a target: what they are, and what is done with them. */

import type { TextRange } from '../text';
import type { ConstantIndex } from './constants/constant-index';
import { evaluate } from './constants/evaluate';
import type { ConstantValue, TaskApi, TaskCall } from './constants/types';
import { isCertain, possibleValues } from './constants/values';
import { Memo } from './memo';

export interface TaskIdentifierUse {
  readonly uri: string;
  /** The argument. */
  readonly range: TextRange;
  readonly value: ConstantValue;
  readonly call: TaskCall;
}

const cache = new Memo<ConstantIndex, readonly TaskIdentifierUse[]>();

/** By file and place. */
export function taskIdentifierUses(constants: ConstantIndex): readonly TaskIdentifierUse[] {
  return cache.of(constants, () =>
    [...constants.files]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .flatMap(([uri, { uses }]) =>
        uses.flatMap(({ range, owner, value, task }) =>
          task === undefined
            ? []
            : [{ uri, range, value: evaluate(value, { uri, owner }, constants), call: task }],
        ),
      ),
  );
}

/** What an identifier is when it is known for certain and always the same: equal for equal ones. */
export function identifierKey({ value }: Pick<TaskIdentifierUse, 'value'>): string | undefined {
  return value.kind === 'text' ? JSON.stringify(value) : undefined;
}

/** Everything that the uses of some kinds can be, or `undefined` when one of them is not known completely. */
export function allIdentifiers(
  uses: readonly TaskIdentifierUse[],
  apis: readonly TaskApi[],
): readonly ConstantValue[] | undefined {
  const values = uses.filter(({ call }) => apis.includes(call.api)).map(({ value }) => value);
  if (!values.every((value) => isCertain(value))) return undefined;
  const texts = values.flatMap(possibleValues);
  return texts.every(({ kind }) => kind === 'text') ? texts : undefined;
}

/** An identifier as people write it, `$(PRODUCT_BUNDLE_IDENTIFIER)` for the symbol; `undefined` for other values. */
export function identifierText(value: ConstantValue): string | undefined {
  if (value.kind !== 'text') return undefined;
  return value.parts
    .map((part) => (typeof part === 'string' ? part : '$(PRODUCT_BUNDLE_IDENTIFIER)'))
    .join('');
}
