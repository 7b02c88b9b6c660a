/** Calls that are given an identifier or a category, by the label or selector of the argument. */
import type { ConstantRole, TaskApi } from '../program/constants/types';
import { audioSessionSelectors } from './audio-session';
import { refreshModifier, registration, taskRequests } from './task-scheduling';
import { backgroundConfiguration } from './url-sessions';

export interface ConstantUseRow {
  readonly role: ConstantRole;
  /** Position of the argument. */
  readonly index: number;
  readonly swift: readonly { readonly name: string; readonly label: string | undefined }[];
  readonly selectors: readonly string[];
  /** The selector means this only for a new object of one of these classes. */
  readonly constructs?: readonly string[];
  /** The value is what a call of this name is given, which is the argument. */
  readonly within?: string;
  /** What is done with a task identifier. */
  readonly task?: TaskApi;
}

const categorySelectors = Object.entries(audioSessionSelectors)
  .filter(([, method]) => method === 'setCategory')
  .map(([selector]) => selector);

/** What a category is set with: mode, policy and options stand at positions that depend on the spelling. */
function categorySettings(index: number): ConstantUseRow {
  return {
    role: 'audio-setting',
    index,
    swift: [{ name: 'setCategory', label: undefined }],
    // The last piece takes the error.
    selectors: categorySelectors.filter((selector) => selector.split(':').length - 2 > index),
  };
}

export const constantUseRows: readonly ConstantUseRow[] = [
  {
    role: 'task-identifier',
    task: 'register',
    index: 0,
    swift: [{ name: registration.swift, label: registration.swiftLabel }],
    selectors: [registration.objc],
  },
  {
    role: 'task-identifier',
    task: 'modifier',
    index: 0,
    within: refreshModifier.kind,
    swift: [{ name: refreshModifier.name, label: undefined }],
    selectors: [],
  },
  {
    role: 'task-identifier',
    task: 'cancel',
    index: 0,
    swift: [{ name: 'cancel', label: 'taskRequestWithIdentifier' }],
    selectors: ['cancelTaskRequestWithIdentifier:'],
  },
  {
    role: 'task-identifier',
    task: 'request',
    index: 0,
    swift: taskRequests.map((name) => ({ name, label: 'identifier' })),
    selectors: ['initWithIdentifier:', 'initWithIdentifier:title:subtitle:'],
    constructs: taskRequests,
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
    selectors: categorySelectors,
  },
  ...[1, 2, 3].map(categorySettings),
  {
    role: 'audio-setting',
    index: 0,
    swift: [{ name: 'setMode', label: undefined }],
    selectors: ['setMode:error:'],
  },
];
