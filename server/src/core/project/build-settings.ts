/** Build settings of one configuration: levels, conditions, `$(inherited)` and expansion. */
import { expandSettings } from './setting-expression';
import type { Provenance, ResolvedSetting } from './types';

/** `NAME[sdk=iphoneos*][config=Debug] = value`, unexpanded. */
export interface Assignment {
  readonly conditions: readonly SettingCondition[];
  readonly value: string;
  readonly from: Provenance;
  /** Position in its level, where that matters: see `anySetting`. */
  readonly order?: number;
}

/** The key of something in a level that may set anything: what stands before it there is not known to hold. */
export const anySetting = '*';

export interface SettingCondition {
  /** `sdk`, `config`, `arch`, … */
  readonly name: string;
  readonly pattern: string;
}

/** Assignments of one level (a target's settings, an xcconfig file with its includes, …) by name, in order. */
export type SettingsLevel = ReadonlyMap<string, readonly Assignment[]>;

/** What conditions are tested against. An unknown `sdk` makes a setting that depends on it unknown. */
export interface SettingsContext {
  readonly sdk: string | undefined;
  readonly configuration: string;
}

type Match = 'yes' | 'no' | 'unknown';
/** `undefined`: not set at all. A `value` of `undefined`: set, but not knowable. */
type Outcome = { readonly value: string | undefined; readonly from: Provenance | undefined } | undefined;

const maxDepth = 64;

export class BuildSettings {
  readonly #levels: readonly SettingsLevel[];
  readonly #builtIns: ReadonlyMap<string, string>;
  readonly #context: SettingsContext;
  readonly #known = new Map<string, Outcome>();

  /** `levels`: the strongest first. `builtIns` may hold expressions; every level beats them. */
  constructor(
    levels: readonly SettingsLevel[],
    builtIns: ReadonlyMap<string, string>,
    context: SettingsContext,
  ) {
    this.#levels = levels;
    this.#builtIns = builtIns;
    this.#context = context;
  }

  /** The same settings seen with another SDK. */
  withSdk(sdk: string | undefined): BuildSettings {
    return new BuildSettings(this.#levels, this.#builtIns, { ...this.#context, sdk });
  }

  /** `undefined` when nothing sets it. */
  get(name: string): ResolvedSetting | undefined {
    if (!this.#known.has(name)) this.#known.set(name, this.#resolve(name, []));
    return this.#known.get(name);
  }

  /** Names that some level sets, conditions aside. */
  names(): ReadonlySet<string> {
    const names = new Set(this.#levels.flatMap((level) => [...level.keys()]));
    names.delete(anySetting);
    return names;
  }

  /** Expands variables of a text that is not a setting, such as a value in an Info.plist. */
  expand(text: string): string | undefined {
    return expandSettings(text, (name) => this.get(name)?.value);
  }

  #resolve(name: string, stack: readonly string[]): Outcome {
    if (stack.includes(name) || stack.length > maxDepth) return { value: undefined, from: undefined };
    return this.#evaluate(name, this.#candidates(name), [...stack, name]);
  }

  #evaluate(name: string, chain: readonly Candidate[], stack: readonly string[]): Outcome {
    const [first, ...rest] = chain;
    if (first === undefined) return this.#builtIn(name, stack);
    if (first.match === 'unknown') return { value: undefined, from: first.assignment.from };
    const value = expandSettings(first.assignment.value, (variable) => {
      if (variable !== 'inherited' && variable !== name) return this.#resolve(variable, stack)?.value;
      const inherited = this.#evaluate(name, rest, stack);
      return inherited === undefined ? '' : inherited.value;
    });
    return { value: value?.trim(), from: first.assignment.from };
  }

  #builtIn(name: string, stack: readonly string[]): Outcome {
    const text = this.#builtIns.get(name);
    if (text === undefined) return undefined;
    return { value: expandSettings(text, (other) => this.#resolve(other, stack)?.value), from: undefined };
  }

  /** Assignments that apply, the strongest first: by level, conditional ones before plain ones, later before earlier. */
  #candidates(name: string): readonly Candidate[] {
    return this.#levels.flatMap((level) => {
      const matching = (level.get(name) ?? []).flatMap((assignment): readonly Candidate[] => {
        const match = matches(assignment.conditions, this.#context);
        return match === 'no' ? [] : [{ assignment, match }];
      });
      for (const assignment of level.get(anySetting) ?? []) matching.push({ assignment, match: 'unknown' });
      matching.sort((a, b) => (a.assignment.order ?? 0) - (b.assignment.order ?? 0));
      matching.reverse();
      return matching.sort((a, b) => Number(isPlain(a)) - Number(isPlain(b)));
    });
  }
}

interface Candidate {
  readonly assignment: Assignment;
  readonly match: Match;
}

function isPlain(candidate: Candidate): boolean {
  return candidate.assignment.conditions.length === 0;
}

function matches(conditions: readonly SettingCondition[], context: SettingsContext): Match {
  const results = conditions.map((condition) => matchesOne(condition, context));
  if (results.includes('no')) return 'no';
  return results.includes('unknown') ? 'unknown' : 'yes';
}

/** Architectures and variants are those of a device build. */
function matchesOne({ name, pattern }: SettingCondition, context: SettingsContext): Match {
  const subjects: Readonly<Record<string, string | undefined>> = {
    sdk: context.sdk,
    config: context.configuration,
    arch: 'arm64',
    variant: 'normal',
  };
  if (pattern === '*') return 'yes';
  if (!Object.hasOwn(subjects, name)) return 'no';
  const subject = subjects[name];
  if (subject === undefined) return 'unknown';
  if (globMatches(pattern, subject)) return 'yes';
  // Which version of an SDK is taken is not known.
  const withoutVersion = pattern.replace(/\d[\d.]*(?=\*?$)/, '*');
  return name === 'sdk' && withoutVersion !== pattern && globMatches(withoutVersion, subject)
    ? 'unknown'
    : 'no';
}

/** `*` stands for any text. Segments are searched one after another, so that no pattern is slow. */
function globMatches(pattern: string, subject: string): boolean {
  const [head = '', ...rest] = pattern.split('*');
  const tail = rest.pop();
  if (tail === undefined) return pattern === subject;
  if (!subject.startsWith(head) || !subject.endsWith(tail)) return false;
  let position = head.length;
  for (const segment of rest) {
    const found = subject.indexOf(segment, position);
    if (found < 0) return false;
    position = found + segment.length;
  }
  return position <= subject.length - tail.length;
}

/** Splits `NAME[sdk=iphoneos*,arch=arm64][config=Debug]` as it is written in a project file. */
export function parseSettingName(key: string): { name: string; conditions: readonly SettingCondition[] } {
  const open = key.indexOf('[');
  if (open < 0) return { name: key, conditions: [] };
  const conditions = key
    .slice(open)
    .split(/[[\],]+/)
    .filter((part) => part !== '')
    .map((part): SettingCondition => {
      const [condition = '', ...pattern] = part.split('=');
      return { name: condition.trim(), pattern: pattern.join('=').trim() };
    });
  return { name: key.slice(0, open).trim(), conditions };
}
