/** What a person may decide about the rules: in the editor's settings, and in `background-modes.json`. */
import type { Severity } from '../rules/types';

/** `on`: with the severity the rule has by itself. */
export const levels = ['off', 'on', 'hint', 'information', 'warning', 'error'] as const;
export type Level = (typeof levels)[number];

/**
 * - `recommended`: every rule that is on by default
 * - `strict`: all rules, good advice included
 * - `none`: only rules that are switched on one by one
 */
export const presets = ['recommended', 'strict', 'none'] as const;
export type Preset = (typeof presets)[number];

/** Keys are rule ids, or `rule/entry` for one case of a rule. */
export type RuleLevels = Readonly<Record<string, Level>>;

export interface Override {
  /** Patterns of paths below the folder of the configuration: `Legacy/**`, `**\/*Tests.swift`. */
  readonly files: readonly string[];
  readonly rules: RuleLevels;
}

export interface RuleSettings {
  readonly preset?: Preset;
  readonly rules?: RuleLevels;
  /** Later ones win. */
  readonly overrides?: readonly Override[];
  /** Patterns of paths about which nothing is said. */
  readonly ignore?: readonly string[];
}

/** What becomes of a finding. */
export type Verdict = 'off' | 'on' | Severity;
