/** Shapes of the mechanism chooser's tables: what people want, and what iOS has for it. */

export type GoalGroup =
  | 'Sound, video and calls'
  | 'Work and data'
  | 'Time'
  | 'Places'
  | 'Devices nearby'
  | 'Health and the watch'
  | 'On the screen'
  | 'What iOS does not allow';

/** What somebody wants, in the words of somebody who wants it. */
export interface Goal {
  readonly id: string;
  readonly title: string;
  readonly group: GoalGroup;
  /** Other words for it: what people type who look for it. */
  readonly words: readonly string[];
  /** Identifiers of mechanisms, the best first; for what cannot be had, what comes nearest. */
  readonly mechanisms: readonly string[];
  /** Why it cannot be had; missing for what can. */
  readonly whyNot?: string;
  /** What to know before choosing, and alternatives that are no mechanism. */
  readonly advice?: string;
  readonly links?: readonly string[];
  readonly rules?: readonly string[];
}

/** A key of the Info.plist or the entitlements that no row of the requirements table knows. */
export interface OtherKey {
  readonly kind: 'plist-key' | 'entitlement';
  readonly key: string;
  /** `text`: for a person to write; `list`: texts that only the author knows. */
  readonly value: true | 'text' | 'list' | string;
  /** Apple has to grant it first. */
  readonly isManaged?: true;
}

/** What a mechanism asks for. The rest follows from the tables of modes and requirements. */
export interface MechanismNeeds {
  /** Values of UIBackgroundModes or WKBackgroundModes. */
  readonly modes?: readonly string[];
  /** Of these one is enough: the kind of session decides. */
  readonly oneOfModes?: readonly string[];
  /** Rows of the API table that its code uses: what they require, it needs. */
  readonly apis?: readonly string[];
  /** Last part of the task identifier that its code uses. */
  readonly identifier?: string;
  readonly others?: readonly OtherKey[];
  /** In words, what is no key. */
  readonly note?: string;
}

export type TaskKind = 'refresh' | 'processing' | 'continued' | 'swiftui-refresh';

export interface Mechanism {
  readonly id: string;
  readonly title: string;
  /** Its names in code. */
  readonly api: string;
  /** First versions: `iOS 13`, `watchOS 6`. */
  readonly since: string;
  readonly what: string;
  /** The limit that decides, in half a sentence. */
  readonly limit: string;
  /** Further promises and limits; those of its modes are said by the table of modes. */
  readonly promises?: readonly string[];
  readonly limits?: readonly string[];
  readonly cost: {
    readonly battery: string;
    readonly review: string;
    readonly permission: string;
  };
  readonly needs: MechanismNeeds;
  readonly links: readonly string[];
  /** Rules about its mistakes. */
  readonly rules: readonly string[];
  /** Prefixes of the snippets with its code, the one to begin with first. */
  readonly snippets?: readonly string[];
  /** That many of the first snippets make sense only as one; missing: 1. */
  readonly together?: number;
  /** It is a scheduled task, which can be set up as a whole. */
  readonly task?: TaskKind;
}
