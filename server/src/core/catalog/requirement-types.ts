/** Shapes of the API table and of the requirements table. */
import type { Platform } from '../project/types';
import type { Severity } from '../rules/types';

/** What an argument or an assigned value must be. */
export type ValuePattern =
  /** The literal true / YES. */
  | { readonly kind: 'true' }
  /**
   * Anything but the literal false / NO; `detail` of the use is `true`, `computed`, or `checked` in a file that looks up
   * the declared modes itself.
   */
  | { readonly kind: 'not-false' }
  /**
   * One of these constants, directly, in a collection, or in a branch of a conditional: the last component in Swift
   * (`voIP`), the whole name in Objective-C (`PKPushTypeVoIP`). Swift spelling → Objective-C spelling; `detail` of the
   * use is the Swift spelling.
   */
  | { readonly kind: 'constant'; readonly names: Readonly<Record<string, string>> }
  /** Anything; `detail` of the use is `empty` for nil and an empty array that are written there, else `filled`. */
  | { readonly kind: 'emptiness' };

/**
 * What it takes to believe that a member belongs to the type of a pattern:
 * - `type`: the receiver is known to be of it;
 * - `name`: the member's name is unmistakable; only a receiver known to be something else speaks against it.
 */
export type Evidence = 'type' | 'name';

/** One way in which source code uses an API. A missing spelling means that the language does not have it. */
export type UsePattern =
  /** `Type(…)`, `Type.init(…)`, `[[Type alloc] init…]`, `[Type new]`. */
  | {
      readonly kind: 'construct';
      readonly type: string;
      /** First label (or piece of the selector) → detail of the use. */
      readonly details?: Readonly<Record<string, string>>;
      /** Of the first argument. */
      readonly argument?: ValuePattern;
    }
  /** A call of a method: base name and first label in Swift, the beginning of the selector in Objective-C. */
  | {
      readonly kind: 'call';
      /** Missing: the receiver does not matter. */
      readonly on?: string;
      readonly swift?: { readonly name: string; readonly label?: string };
      readonly objc?: string;
      readonly evidence: Evidence;
      /** The use is shown at the class, not at the method: for getters of a shared object. */
      readonly atReceiver?: boolean;
      /** Labels (selector pieces) that make a call unmistakable when nothing is known about its receiver. */
      readonly labels?: readonly string[];
      /** Of the first argument. */
      readonly argument?: ValuePattern;
      /** First label (or piece of the selector) → detail of the use; for calls without `argument`. */
      readonly details?: Readonly<Record<string, string>>;
    }
  /** `receiver.member = value`, `[receiver setMember:value]`. */
  | {
      readonly kind: 'assign';
      /** Missing: the receiver does not matter. */
      readonly on?: string;
      readonly member: string;
      readonly evidence: Evidence;
      /** Missing: whatever the value is. */
      readonly value?: ValuePattern;
      /** Parts of names, one of which stands in each file that matters: for members that many things have. */
      readonly beside?: readonly string[];
    }
  /** A method with a body and this full name. `at`: the label (or base name) where the use is shown. */
  | {
      readonly kind: 'implement';
      readonly swift?: string;
      readonly objc?: string;
      readonly at: string;
      readonly isAsync?: boolean;
      /** Only in a type of which the file says that it conforms to this protocol, and with something in the body. */
      readonly of?: string;
    }
  /** A global constant by its name: an option key. */
  | { readonly kind: 'name'; readonly name: string }
  /**
   * One of these names, whatever it is there: a member, a function, a type of a property or one to inherit from, a method
   * with a body, a whole string. Enough to say that something is not left out.
   */
  | { readonly kind: 'mention'; readonly names: readonly string[] };

/** An API, or a few that mean the same, as it appears in code. */
export interface ApiRow {
  readonly id: string;
  readonly uses: readonly UsePattern[];
  /** The file must import this module: for names that apps like to give to types of their own. */
  readonly module?: string;
  /** `detail` of a use is `late` where the code certainly runs only once the app has launched. */
  readonly tellsLaunch?: true;
}

export type ModeKey = 'UIBackgroundModes' | 'WKBackgroundModes';

/** Narrows when a requirement holds. All that are given must be met. */
export interface RequirementCondition {
  /** The target uses this API too, with one of these details. */
  readonly together?: { readonly api: string; readonly details: readonly string[] };
  /** The Info.plist does not have this key: with it the API is dead anyway. */
  readonly withoutKey?: string;
  /** The lowest deployment target is not known to be this version or later. */
  readonly before?: { readonly platform: Platform; readonly version: string };
}

/** A lower severity under circumstances in which the consequence is not certain. */
export interface Softening {
  readonly severity: Severity;
  /** For uses with this detail. */
  readonly detail?: string;
  /** As long as the target does not use this API. */
  readonly withoutApi?: string;
}

/** One API that needs one background mode (or one of several). */
export interface ModeRequirement {
  /** Entry of the rule `missing-background-mode`. */
  readonly entry: string;
  /** Rows of the API table; any of them counts. */
  readonly apis: readonly string[];
  /** Key of a boolean entitlement that counts as the use. */
  readonly entitlement?: string;
  readonly key: ModeKey;
  readonly anyOf: readonly string[];
  /** Platforms on which the requirement holds. Mac Catalyst follows iOS. */
  readonly platforms: readonly Platform[];
  readonly condition?: RequirementCondition;
  /** For uses with this detail these modes do as well. */
  readonly alsoAccepts?: { readonly detail: string; readonly modes: readonly string[] };
  readonly softened?: Softening;
  /** Beginning of the message, with its verb: `Picture in Picture needs`. */
  readonly subject: string;
  /** What happens without the mode. */
  readonly effect: string;
  readonly sources: readonly string[];
}

/** What needs a key of the entitlements or of the Info.plist. Any of the reasons will do. */
export interface KeyRequirement {
  /** Entry of the rule `missing-entitlement` or `missing-usage-description`. */
  readonly entry: string;
  /** Rows of the API table; any of them counts. */
  readonly apis: readonly string[];
  /** A declared value of UIBackgroundModes that counts as the use. */
  readonly mode?: string;
  /** Key of a boolean entitlement that counts as the use. */
  readonly entitlement?: string;
  /** One of these has to be there. The first is the one to add. */
  readonly anyOf: readonly [string, ...string[]];
  /** Platforms on which the requirement holds. Mac Catalyst follows iOS. */
  readonly platforms: readonly Platform[];
  /** Beginning of the message, with its verb: `Push to Talk needs`. */
  readonly subject: string;
  /** What happens without the key. */
  readonly effect: string;
  /** Modes on whose checklist the key stands → when it applies; empty for always. */
  readonly asks?: Readonly<Record<string, string>>;
  readonly sources: readonly string[];
}

export interface EntitlementRequirement extends KeyRequirement {
  /** What a fix writes. */
  readonly value: true | string;
  /** Apple has to grant it first. */
  readonly isManaged?: true;
}

/** Why an app uses something that is protected. */
export interface PurposeRequirement extends KeyRequirement {
  /** What a fix writes, for a person to replace. */
  readonly placeholder: string;
}
