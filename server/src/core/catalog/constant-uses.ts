/** Calls that are given an identifier or a category, by the label or selector of the argument. */
import type { ConstantRole } from '../program/constants/types';
import { continuedRequest, datedRequests, registration } from './task-scheduling';
import { backgroundConfiguration } from './url-sessions';

export interface ConstantUseRow {
  readonly role: ConstantRole;
  /** Position of the argument. */
  readonly index: number;
  readonly swift: readonly { readonly name: string; readonly label: string | undefined }[];
  readonly selectors: readonly string[];
  /** The selector means this only for a new object of one of these classes. */
  readonly constructs?: readonly string[];
}

const requests: readonly string[] = [...datedRequests, continuedRequest];

export const constantUseRows: readonly ConstantUseRow[] = [
  {
    role: 'task-identifier',
    index: 0,
    swift: [
      { name: registration.swift, label: registration.swiftLabel },
      { name: 'cancel', label: 'taskRequestWithIdentifier' },
      ...requests.map((name) => ({ name, label: 'identifier' })),
    ],
    selectors: [registration.objc, 'cancelTaskRequestWithIdentifier:'],
  },
  {
    role: 'task-identifier',
    index: 0,
    swift: [],
    selectors: ['initWithIdentifier:', 'initWithIdentifier:title:subtitle:'],
    constructs: requests,
  },
  {
    role: 'session-identifier',
    index: 0,
    swift: backgroundConfiguration.swiftLabels.map(([label]) => ({
      name: backgroundConfiguration.swiftName,
      label,
    })),
    selectors: backgroundConfiguration.objcSelectors,
  },
  {
    role: 'audio-category',
    index: 0,
    swift: [{ name: 'setCategory', label: undefined }],
    selectors: [
      'setCategory:error:',
      'setCategory:withOptions:error:',
      'setCategory:mode:options:error:',
      'setCategory:mode:routeSharingPolicy:options:error:',
    ],
  },
];
