/** The documentation of an offer. Depends on nothing but the catalogue. */
import { apiDocOf } from '../../catalog/docs';
import type { Content } from '../content';
import type { RulePage } from '../hover/text';
import { apiContent, keyContent, modeContent, ruleContent } from '../hover/topics';
import type { Topic } from './types';

const nowhere = { targets: [], folders: [] };

/** `topic` may come from a client: `undefined` for what the catalogue does not know. */
export function topicContent(topic: Topic, page: RulePage): Content | undefined {
  switch (topic.kind) {
    case 'mode':
      return modeContent(topic, nowhere, page);
    case 'key':
      return keyContent(topic.key, topic.file, nowhere, page);
    case 'rule':
      return ruleContent(topic.code, page);
    case 'audio-category': {
      const doc = apiDocOf('audio-session-category');
      return doc && apiContent(doc, nowhere, page);
    }
  }
}

/** Whether a value from outside has the shape of a topic. */
export function isTopic(value: unknown): value is Topic {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return false;
  const { kind, key, value: mode, file, code } = value as Partial<Record<string, unknown>>;
  switch (kind) {
    case 'mode':
      return typeof key === 'string' && typeof mode === 'string';
    case 'key':
      return typeof key === 'string' && (file === 'info' || file === 'entitlements');
    case 'rule':
      return typeof code === 'string';
    default:
      return kind === 'audio-category';
  }
}
