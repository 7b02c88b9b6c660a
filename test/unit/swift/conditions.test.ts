import { describe, expect, it } from 'vitest';
import { evaluateCondition, evaluateConditions } from '../../../server/src/core/program/conditions';
import type { Condition } from '../../../server/src/core/program/ir';
import { printCondition } from '../../../server/src/core/program/print-conditions';
import type { Platform } from '../../../server/src/core/project/types';
import { conditionsAt } from '../../../server/src/core/syntax/directive-regions';
import { normaliseSwift } from '../../../server/src/core/syntax/swift-normalise';

/** Conditions around the `X` in a text. */
function around(text: string): readonly Condition[] {
  return conditionsAt(normaliseSwift(text).directives, text.indexOf('X'));
}

function condition(text: string): Condition {
  const [only] = around(`#if ${text}\nX\n#endif`);
  if (only === undefined) throw new Error('There is no condition');
  return only;
}

function holds(text: string, platform: Platform, flags: Record<string, boolean> = {}): boolean | undefined {
  return evaluateCondition(condition(text), { platform, flags });
}

describe('conditions of #if', () => {
  it.each([
    ['os(iOS)', 'os(iOS)'],
    ['os(iOS) || os(tvOS) && !DEBUG', '(os(iOS) || (os(tvOS) && !DEBUG))'],
    ['(os(iOS) || os(tvOS)) && DEBUG', '((os(iOS) || os(tvOS)) && DEBUG)'],
    ['!(canImport(UIKit))', '!canImport(UIKit)'],
    ['canImport(Foo, _version: 2.1)', 'canImport(Foo)'],
    ['targetEnvironment(simulator)', 'targetEnvironment(simulator)'],
    ['compiler(>=5.9)', 'unknown(compiler(>=5.9))'],
    ['swift(>=5.9) && DEBUG', '(unknown(swift(>=5.9)) && DEBUG)'],
    ['true', 'true'],
    ['0', 'false'],
    ['os(iOS) &&\n  os(tvOS)', '(os(iOS) && os(tvOS))'],
    ['os(iOS', 'unknown(os(iOS)'],
    ['a b', 'unknown(a b)'],
    ['', 'unknown()'],
  ])('reads %s', (text, expected) => {
    expect(printCondition(condition(text))).toBe(expected);
  });

  it('negates the branches before', () => {
    const text = (branch: string) =>
      `#if A\n${branch === 'A' ? 'X' : ''}\n#elseif B\n${branch === 'B' ? 'X' : ''}\n#else\n${branch === 'C' ? 'X' : ''}\n#endif`;
    expect(around(text('A')).map(printCondition)).toEqual(['A']);
    expect(around(text('B')).map(printCondition)).toEqual(['(!A && B)']);
    expect(around(text('C')).map(printCondition)).toEqual(['(!A && !B)']);
  });

  it('lists nested conditions from the outside in', () => {
    expect(around('#if A\n#if B\n#endif\n#if C\nX\n#endif\n#endif').map(printCondition)).toEqual(['A', 'C']);
  });

  it('is not misled by stray and missing directives', () => {
    expect(around('#else\n#endif\nX')).toEqual([]);
    expect(around('#if A\nX').map(printCondition)).toEqual(['A']);
    expect(around('"#if A"\n// #if B\nX')).toEqual([]);
  });
});

describe('evaluateCondition', () => {
  it('compiles for iOS what Mac Catalyst builds', () => {
    expect(holds('os(iOS)', 'iOS')).toBe(true);
    expect(holds('os(iOS)', 'macCatalyst')).toBe(true);
    expect(holds('os(iOS)', 'macOS')).toBe(false);
    expect(holds('targetEnvironment(macCatalyst)', 'macCatalyst')).toBe(true);
    expect(holds('targetEnvironment(macCatalyst)', 'iOS')).toBe(false);
  });

  it('builds for devices, not for simulators', () => {
    expect(holds('targetEnvironment(simulator)', 'iOS')).toBe(false);
    expect(holds('!targetEnvironment(simulator)', 'watchOS')).toBe(true);
  });

  it('does not know unlisted flags, unlisted modules and unlisted systems', () => {
    expect(holds('DEBUG', 'iOS')).toBeUndefined();
    expect(holds('canImport(SomePackage)', 'iOS')).toBeUndefined();
    expect(holds('os(BeOS)', 'iOS')).toBeUndefined();
    expect(holds('constructor', 'iOS')).toBeUndefined();
  });

  it('uses what it is told about flags', () => {
    expect(holds('DEBUG', 'iOS', { DEBUG: true })).toBe(true);
    expect(holds('!DEBUG', 'iOS', { DEBUG: true })).toBe(false);
  });

  it('is settled by one operand when that is enough', () => {
    expect(holds('os(macOS) && DEBUG', 'iOS')).toBe(false);
    expect(holds('os(iOS) || DEBUG', 'iOS')).toBe(true);
    expect(holds('os(iOS) && DEBUG', 'iOS')).toBeUndefined();
    expect(holds('os(macOS) || DEBUG', 'iOS')).toBeUndefined();
  });

  it('tells platforms apart by their frameworks', () => {
    expect(holds('canImport(UIKit)', 'iOS')).toBe(true);
    expect(holds('canImport(UIKit)', 'macOS')).toBe(false);
    expect(holds('canImport(AppKit)', 'iOS')).toBe(false);
  });

  it('needs all of several conditions', () => {
    const both = [condition('os(iOS)'), condition('DEBUG')];
    expect(evaluateConditions(both, { platform: 'tvOS' })).toBe(false);
    expect(evaluateConditions(both, { platform: 'iOS' })).toBeUndefined();
    expect(evaluateConditions([], { platform: 'iOS' })).toBe(true);
  });
});
