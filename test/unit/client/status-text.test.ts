import { describe, expect, it } from 'vitest';
import { countWords } from '../../../client/src/status-text';
import { english } from './support/checklists';

describe('the status item', () => {
  it('counts the findings by what they are', () => {
    expect(countWords({ error: 2, warning: 0, information: 1, hint: 3 }, english)).toBe(
      'Errors: 2, Notes: 4',
    );
    expect(countWords({ error: 0, warning: 1, information: 0, hint: 0 }, english)).toBe('Warnings: 1');
  });

  it('says that there are none', () => {
    expect(countWords({ error: 0, warning: 0, information: 0, hint: 0 }, english)).toBe('No findings');
  });
});
