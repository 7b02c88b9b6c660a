/** The tables of the mechanism chooser. */

/** Request with `MechanismsParams`; answers `Mechanisms`. */
export const mechanismsMethod = 'backgroundModes/mechanisms';

/** Request with `SearchGoalsParams`; answers the identifiers of goals that fit the words, the nearest first: `string[]`. */
export const searchGoalsMethod = 'backgroundModes/searchGoals';

export interface SearchGoalsParams {
  readonly query: string;
}

export interface MechanismsParams {
  /** Goals that fit these words, the nearest first; missing: all goals, by group. */
  readonly query?: string;
  /** `ChecklistTarget.id`: its bundle identifier takes the place of the example in code and identifiers. */
  readonly targetId?: string;
}

export interface Mechanisms {
  readonly goals: readonly MechanismGoal[];
  /** Those that goals name, each once. */
  readonly mechanisms: readonly MechanismOffer[];
  /** What code and identifiers begin with: the bundle identifier of the target, or an example. */
  readonly bundleIdentifier: string;
}

export interface MechanismGoal {
  readonly id: string;
  readonly title: string;
  readonly group: string;
  /** Other words for it. */
  readonly words: readonly string[];
  /** Identifiers, the best first. */
  readonly mechanisms: readonly string[];
  /** It cannot be had; the mechanisms are what comes nearest. */
  readonly isImpossible: boolean;
  /** One line: why not, or what to know. */
  readonly summary: string;
  /** Markdown. */
  readonly page: string;
}

export interface MechanismOffer {
  readonly id: string;
  readonly title: string;
  readonly api: string;
  /** First versions of the systems that have it. */
  readonly since: string;
  /** One line each. */
  readonly limit: string;
  readonly needs: string;
  readonly cost: { readonly battery: string; readonly review: string; readonly permission: string };
  /** Markdown. */
  readonly page: string;
  readonly links: readonly string[];
  readonly rules: readonly {
    readonly id: string;
    readonly title: string;
    readonly url: string | undefined;
  }[];
  /** The one to begin with first. */
  readonly code: readonly MechanismSnippet[];
  readonly capability: MechanismCapability;
  /** Kind of background task that can be set up as a whole. */
  readonly task: 'refresh' | 'processing' | 'continued' | 'swiftui-refresh' | undefined;
}

/** Code in the syntax of snippets. */
export interface MechanismSnippet {
  readonly prefix: string;
  readonly title: string;
  readonly description: string;
  readonly swift?: string;
  readonly objc?: string;
}

export interface MechanismCapability {
  readonly modes: readonly MechanismMode[];
  /** One of these has to be chosen; empty: none. */
  readonly oneOfModes: readonly MechanismMode[];
  readonly keys: readonly CapabilityKey[];
  /** Task identifiers, with the example bundle in front. */
  readonly identifiers: readonly string[];
}

export interface MechanismMode {
  readonly value: string;
  readonly label: string;
}

export interface CapabilityKey {
  readonly kind: 'plist-key' | 'entitlement';
  readonly key: string;
  /** `text`: a sentence that a person should write, `list`: one or more texts that only the author knows. */
  readonly input: 'fixed' | 'text' | 'list';
  /** What to write; for `text` until somebody has written a sentence. */
  readonly value: true | string;
  /** Apple has to grant it first. */
  readonly isManaged: boolean;
}
