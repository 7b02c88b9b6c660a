import { describe, expect, it } from 'vitest';
import { isContentModified } from '../../../client/src/content-modified';

describe('an answer that the text has changed', () => {
  it('is told from every other failure', () => {
    expect(isContentModified(Object.assign(new Error('The text changed'), { code: -32801 }))).toBe(true);
    expect([undefined, null, 'x', new Error('x')].map(isContentModified)).toEqual(Array(4).fill(false));
  });
});
