import { describe, expect, it } from 'vitest';
import { globMatcher, globRoot } from '../../../server/src/core/project/glob';

describe('a glob', () => {
  it.each([
    ['*.swift', 'A.swift', true],
    ['*.swift', 'Sub/A.swift', false],
    ['**/*.swift', 'A.swift', true],
    ['**/*.swift', 'Sub/Deep/A.swift', true],
    ['Sub/**', 'Sub/Deep/A.swift', true],
    ['Sub/**', 'Other/A.swift', false],
    ['Sub/**/*Tests.[hm]', 'Sub/X/ATests.m', true],
    ['Sub/**/*Tests.[hm]', 'Sub/ATests.mm', false],
    ['server[0-2].json', 'server1.json', true],
    ['server[!0-2].json', 'server1.json', false],
    ['{A,B}/*.{h,m}', 'B/C.m', true],
    ['{A,B{1,2}}.m', 'B2.m', true],
    ['?.m', 'AB.m', false],
    ['a*b*c', 'aXbXbc', true],
    ['Sub', 'Sub/A.swift', false],
    ['[', '[', true],
  ])('%s tested on %s: %s', (pattern, path, expected) => {
    expect(globMatcher(pattern, { coversFolders: false })(path)).toBe(expected);
  });

  it('covers what lies in a folder it names, when asked to', () => {
    expect(globMatcher('S*', { coversFolders: true })('Sub/Deep/A.swift')).toBe(true);
    expect(globMatcher('D*', { coversFolders: true })('Sub/Deep/A.swift')).toBe(false);
  });

  it('takes no longer for patterns made to be slow', () => {
    const started = Date.now();
    const path = `${'a'.repeat(200)}/`.repeat(50);
    expect(globMatcher(`${'*a'.repeat(80)}b`, { coversFolders: true })(path)).toBe(false);
    expect(globMatcher(`${'**/'.repeat(200)}b`, { coversFolders: true })(path)).toBe(false);
    globMatcher('{a,b}'.repeat(40), { coversFolders: true });
    expect(Date.now() - started).toBeLessThan(1_000);
  });

  it('begins at the folders in front of its first wildcard', () => {
    expect(globRoot('Sources/App/**/*.swift')).toBe('Sources/App');
    expect(globRoot('*.swift')).toBe('');
  });
});
